// The rules for one line of a file of comments, those of the form for a comment that a clerk registers.

/// A matter as an import looks at it. If any of this has changed meanwhile, the file is checked again.
struct CommentedSubject: Hashable, Sendable {
    let id: Identifier<Matter>
    let title: String
    let unit: Identifier<Unit>
    let unitName: String
    let announcedAt: Moment?
    let commentsUntil: Moment?
    /// Whether the matter, or the document that has the number, is deleted.
    let isDeleted: Bool

    var lastCommentDay: Day? { commentsUntil?.adding(seconds: -1).day }
}

/// A comment of a file that was found right.
struct ImportedComment: Sendable {
    let line: Int
    /// The place of its matter among those of the file.
    let subject: Int
    let channel: String
    let author: String?
    let contact: String?
    let body: String
    let received: KeptMoment
    let isLate: Bool
    let source: String?
}

/// Checks the cells of a line that need no look into the store.
struct CommentLineCheck {
    private static let sourceField = Field("source", "来源编号", .line, limit: 100, required: false, help: "")

    private let channels: [String: Channel]
    private let channelNames: String
    private let fields: [CommentFile.Column: Field]
    private let now: Moment

    init(channels: [Channel], now: Moment) {
        self.channels = Dictionary(channels.map { ($0.name, $0) }) { first, _ in first }
        channelNames = channels.map(\.name).joined(separator: "、")
        let form = Comment.form(channels, announced: nil)
        var fields: [CommentFile.Column: Field] = [.source: Self.sourceField]
        for (column, name) in [(CommentFile.Column.author, "author"), (.contact, "contact"), (.body, "body")] {
            fields[column] = form.field(name)?.called(column.name)
        }
        self.fields = fields
        self.now = now
    }

    /// What a number cell names; nil where it names nothing.
    static func number(_ cell: String) -> DocumentNumber? {
        let parts = TypedText(cell).folded.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, let year = parts[0].plainNumber,
            let serial = parts[1].plainNumber, serial > 0
        else { return nil }
        return DocumentNumber(year: year, serial: serial)
    }

    /// The system a cell names, by its title or its short name.
    static func procedure(_ cell: String) -> Procedure? {
        Procedure.all.first { [$0.system.title, $0.name, $0.system.rawValue].contains(cell) }
    }

    /// What a line holds that no text may, in the cells that no field reads.
    func controls(in line: CommentFile.Line) -> [LineFault] {
        CommentFile.Column.allCases.filter { fields[$0] == nil }.compactMap { column in
            line[column].unicodeScalars.first(where: FieldReader.isControl).map {
                line.fault(column, "\(column.name)中有不能显示的控制字符 (\($0.codePoint)), 请删去后重新导出")
            }
        }
    }

    /// The comment of a line; nil where something is wrong, which is then among the faults.
    /// - Parameter subject: its matter and the matter's place, if it is known.
    func comment(
        _ line: CommentFile.Line, of subject: (matter: CommentedSubject, place: Int)?, _ faults: inout [LineFault]
    ) -> ImportedComment? {
        let known = faults.count
        func add(_ column: CommentFile.Column, _ sentence: String) { faults.append(line.fault(column, sentence)) }
        func text(_ column: CommentFile.Column) -> String? {
            guard let field = fields[column] else { return nil }
            switch FieldReader.read(field, line[column].withoutTabs, today: now.day) {
            case .success(let value): return value?.typed
            case .failure(let error):
                add(column, error.sentence)
                return nil
            }
        }
        let channel = channels[line[.channel]]
        if channel == nil { add(.channel, "渠道只能写 \(channelNames), \(line.told(.channel))") }
        let (author, contact, body, source) = (text(.author), text(.contact), text(.body), text(.source))
        let received = received(line, subject?.matter, &faults)
        guard faults.count == known, let subject, let channel, let body, let received else { return nil }
        return ImportedComment(
            line: line.number, subject: subject.place, channel: channel.code, author: author, contact: contact,
            body: body, received: KeptMoment(received.kept(announced: subject.matter.announcedAt, now: now)),
            isLate: RegisterComment.isLate(received.day, lastDay: subject.matter.lastCommentDay), source: source)
    }

    private func received(
        _ line: CommentFile.Line, _ matter: CommentedSubject?, _ faults: inout [LineFault]
    ) -> ReceivedTime? {
        switch ReceivedTime.read(line[.received], today: now.day) {
        case .failure(let refusal):
            faults.append(line.fault(.received, refusal.sentence))
            return nil
        case .success(let received):
            let sentence = received.refusal(announced: matter?.announcedAt, now: now)
            if let sentence { faults.append(line.fault(.received, sentence)) }
            return sentence == nil ? received : nil
        }
    }
}

extension ReceivedTime {
    /// H4: why nothing can have come then, or nil.
    fileprivate func refusal(announced: Moment?, now: Moment) -> String? {
        let told = moment?.text ?? day.description
        if moment.map({ $0 > now }) ?? (day > now.day) {
            return "收到日期不能晚于现在 \(now.text), 文件中是 \(told); 请核对"
        }
        if let announced, moment.map({ $0 < announced }) ?? (day < announced.day) {
            return "公告发布于 \(announced.text), 收到日期不能早于这一时刻, 文件中是 \(told); 请核对"
        }
        return nil
    }
}

extension Field {
    /// The same field as a table's column names it.
    fileprivate func called(_ label: String) -> Field {
        Field(name, label, kind, limit: limit, required: isRequired, help: help)
    }
}

extension CommentFile.Line {
    /// What stands in a cell, at the end of a sentence: 是 甲, or 空着.
    func told(_ column: CommentFile.Column) -> String {
        self[column].isEmpty ? "现在空着" : "填的是 \(TypedText(self[column]).shown)"
    }

    func fault(_ column: CommentFile.Column, _ sentence: String) -> LineFault {
        LineFault(line: number, column: column.name, value: self[column], sentence)
    }
}

extension String {
    /// Other systems indent by tabs, which take no fixed room on a terminal.
    fileprivate var withoutTabs: String {
        utf8.contains(0x09) ? String(map { $0 == "\t" ? " " : $0 }) : self
    }
}
