// A file of comments after the rules were asked: what would be imported, and what is wrong.

/// What the rules say of a file. It holds as long as the matters stand as they did; importing looks again.
public struct CheckedComments: Sendable {
    /// What would be imported of one matter.
    public struct Share: Sendable {
        /// The place of the matter among those of the file.
        let subject: Int
        public let system: System
        public let number: DocumentNumber
        public let title: String
        public fileprivate(set) var comments = 0
        /// 逾期意见 (H4).
        public fileprivate(set) var late = 0
    }

    /// Where a matter of the file is found again.
    struct Place: Hashable, Sendable {
        let system: System
        let number: DocumentNumber
    }

    /// The file's name.
    public let name: String
    let sha256: String
    /// What a line is called: 行 or 条.
    public let measure: String
    /// How many comments the file holds, wrong ones among them.
    public let count: Int
    /// The matters in the order in which the file names them.
    public let shares: [Share]
    /// Lines that become 逾期意见.
    public let lateLines: [Int]
    /// Everything that is wrong, by line; nothing is imported while there is anything.
    public let faults: [LineFault]
    let places: [Place]
    let subjects: [CommentedSubject]
    let comments: [ImportedComment]
    /// For each matter what the journal says of its comments' personal contents.
    let digests: [String]

    init(
        _ file: CommentFile, places: [Place], subjects: [CommentedSubject], comments: [ImportedComment],
        faults: [LineFault], _ hash: PersonalHash
    ) {
        digests = Self.digests(comments, subjects.count, hash)
        name = file.name
        sha256 = file.sha256
        measure = file.measure
        count = file.count
        self.places = places
        self.subjects = subjects
        self.comments = comments
        self.faults = faults.sorted { $0.line < $1.line }
        lateLines = comments.filter(\.isLate).map(\.line)
        var shares = zip(places, subjects).enumerated().map { index, found in
            Share(subject: index, system: found.0.system, number: found.0.number, title: found.1.title)
        }
        for comment in comments {
            shares[comment.subject].comments += 1
            if comment.isLate { shares[comment.subject].late += 1 }
        }
        self.shares = shares.filter { $0.comments > 0 }
    }

    /// One hash a matter over the hashes of its comments, in their order.
    private static func digests(_ comments: [ImportedComment], _ subjects: Int, _ hash: PersonalHash) -> [String] {
        var texts = [String](repeating: "", count: subjects)
        for comment in comments {
            texts[comment.subject] += hash.text(
                "建议", [comment.author ?? "", comment.contact ?? "", comment.body].joined(separator: "\n"))
        }
        return texts.map { hash.text("建议", $0) }
    }

    /// How many comments nothing is wrong with.
    public var right: Int { comments.count }
    /// How many lines something is wrong with.
    public var wrong: Int { count - right }

    /// Where a fault is, such as 第 3 行, 收到日期.
    public func place(of fault: LineFault) -> String {
        ["第 \(fault.line) \(measure)", fault.column].filter { !$0.isEmpty }.joined(separator: "  ")
    }
}
