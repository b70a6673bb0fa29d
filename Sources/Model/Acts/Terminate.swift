// 终止: a matter ends without a report, and the public is told.

/// Ends a matter with a reason and a linked temporary notice; its open deadlines end with it and are never late.
public struct Terminate: Act {
    public static let name = "terminate"
    public static let title = TemporaryNotice.Purpose.terminate.title
    public static let roles: Set<Role> = [.publisher]

    let matter: Matter
    let entries: Entries
    let emergency: String?

    /// - Parameter emergency: the clerk's reason for publishing before it is reviewed; nil for doing it in order.
    public init(_ matter: Matter, entries: Entries, emergency: String? = nil) {
        self.matter = matter
        self.entries = entries
        self.emergency = emergency
    }

    public var subjectMatter: Identifier<Matter>? { matter.id }

    /// The outcome: the notice's number.
    public func perform(in office: Transaction) throws -> Performed<DocumentNumber> {
        let (matter, check) = try office.check(.terminate, matter, entries)
        let reason = check.values.text(LinkedNotice.reason) ?? ""
        let (notice, clearance) = try office.publish(check, of: matter, entries, emergency: emergency)
        try office.endMatter(matter.id, reason: reason)
        try office.discardDraft(Draft.form(matter.system, .terminate), matter: matter.id)
        return Performed(
            notice.number,
            Journal.Entry(
                matter: matter.id, subject: "temporaryNotice:\(notice.id.rawValue)",
                sentence: "终止《\(matter.title)》, 发布临时通知 \(notice.number)",
                before: ["状态": "办理中"], after: ["状态": "已终止"], reason: reason
            ).cleared(by: clearance))
    }
}

extension Transaction {
    /// Puts the notice out that tells of a matter, if it may go out.
    func publish(
        _ check: LinkedNoticeCheck, of matter: Matter, _ entries: Entries, emergency: String?
    ) throws -> (notice: (id: Identifier<TemporaryNotice>, number: DocumentNumber), clearance: Clearance) {
        let request = PublicationRequest(
            matter.system, form: Draft.form(matter.system, check.notice.purpose), of: matter.id, check.notice.title,
            title: check.values.text("title") ?? "")
        let clearance = try clearance(request, check.notice.form, entries, emergency: emergency)
        let notice = try insertTemporaryNotice(check, of: matter, review: clearance.mode)
        try register(clearance, request, .temporaryNotice(notice.id), in: matter.id)
        return (notice, clearance)
    }

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
