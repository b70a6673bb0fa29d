// 登记建议: a comment that came by letter, telephone, visit or e-mail is entered.

/// Registers a comment with the day it was received (H4: a letter is timely by its received date).
public struct RegisterComment: Act {
    public static let name = "registerComment"
    public static let title = "登记建议"
    public static let roles: Set<Role> = [.publisher]

    /// What was registered.
    public struct Registered: Sendable {
        public let comment: Identifier<Comment>
        public let isLate: Bool
    }

    let matter: Identifier<Matter>
    let entries: Entries

    public init(of matter: Identifier<Matter>, entries: Entries) {
        self.matter = matter
        self.entries = entries
    }

    public var subjectMatter: Identifier<Matter>? { matter }

    public func perform(in office: Transaction) throws -> Performed<Registered> {
        let matter = try office.matter(matter)
        try office.mustBeOwn(matter)
        let form = Comment.form(try office.channels(), announced: matter.announcedDay)
        let values = try office.values(of: form, entries)
        guard let day = values.day("received_day") else { throw Refusal("请填写收到日期") }
        let receivedAt = ReceivedTime(day: day, moment: nil).kept(announced: matter.announcedAt, now: office.now)
        let isLate = Self.isLate(day, lastDay: matter.lastCommentDay)
        let id = try office.insertComment(values, receivedAt: receivedAt, isLate: isLate, of: matter.id)
        try office.discardDraft(CommentForm.register.name(matter.system), matter: matter.id)
        return Performed(
            Registered(comment: id, isLate: isLate),
            Self.entry(
                id, of: matter.id, title: matter.title, form.labelled(values), isLate: isLate,
                try office.personalHash()))
    }

    /// H4: comments are taken until 24:00 of the last day; what comes later is 逾期意见.
    static func isLate(_ day: Day, lastDay: Day?) -> Bool { lastDay.map { day > $0 } ?? false }

    /// The labels of the personal fields, of which the journal holds hashes.
    static let personal: Set = ["建议人", "联系方式", "建议内容"]

    /// What the journal says of it.
    static func entry(
        _ comment: Identifier<Comment>, of matter: Identifier<Matter>, title: String, _ labelled: [String: String],
        isLate: Bool, _ hash: PersonalHash
    ) -> Journal.Entry {
        Journal.Entry(
            matter: matter, subject: Comment.subject(comment),
            sentence: "登记《\(title)》的\(Comment.name(comment))\(isLate ? ", 逾期意见" : "")",
            after: hash.hiding(personal, in: labelled))
    }
}
