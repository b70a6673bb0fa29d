// 终止: a matter ends without a report, and the public is told.

/// Ends a matter with a reason and a linked temporary notice; its open deadlines end with it and are never late.
public struct Terminate: Act {
    public static let name = "terminate"
    public static let title = TemporaryNotice.Purpose.terminate.title
    public static let roles: Set<Role> = [.publisher]

    let matter: Matter
    let entries: Entries

    public init(_ matter: Matter, entries: Entries) {
        self.matter = matter
        self.entries = entries
    }

    public var subjectMatter: Identifier<Matter>? { matter.id }

    /// The outcome: the notice's number.
    public func perform(in office: Transaction) throws -> Performed<DocumentNumber> {
        let (matter, check) = try office.check(.terminate, matter, entries)
        let reason = check.values.text(LinkedNotice.reason) ?? ""
        let notice = try office.insertTemporaryNotice(check, of: matter)
        try office.endMatter(matter.id, reason: reason)
        try office.discardDraft(Draft.form(matter.system, .terminate), matter: matter.id)
        return Performed(
            notice.number,
            Journal.Entry(
                matter: matter.id, subject: "temporaryNotice:\(notice.id.rawValue)",
                sentence: "终止《\(matter.title)》, 发布临时通知 \(notice.number)",
                before: ["状态": "办理中"], after: ["状态": "已终止"], reason: reason))
    }
}

extension Transaction {
    /// What 改期 and 终止 begin with: the matter as it is, and the check of what was typed.
    /// - Throws: `Refusal` if the notice cannot go out, the matter has changed since it was read, or a field is wrong.
    func check(
        _ purpose: TemporaryNotice.Purpose, _ read: Matter, _ entries: Entries
    ) throws -> (matter: Matter, check: LinkedNoticeCheck) {
        guard let procedure = Procedure.of(read.system), let notice = procedure.linkedNotice(purpose) else {
            throw Refusal("\(read.system.title)不办\(purpose.title)")
        }
        let matter = try matter(read.id, version: read.version) {
            LinkedNoticeCheck.refusal(purpose, procedure, of: $0)
        }
        let check = LinkedNoticeCheck(notice, procedure, of: matter, entries: entries, try context())
        if let first = check.errors.first { throw Refusal(first.sentence, fields: check.errors) }
        return (matter, check)
    }
}
