// 改期: a matter's event is moved, and the public is told.

/// Moves the event with a reason and a linked temporary notice (H11). What its day decides is decided again.
public struct Postpone: Act {
    public static let name = "postpone"
    public static let title = TemporaryNotice.Purpose.postpone.title
    public static let roles: Set<Role> = [.publisher]

    /// What was announced.
    public struct Postponed: Sendable {
        public let to: Day
        public let number: DocumentNumber
    }

    let matter: Matter
    let entries: Entries
    let lateReason: String
    let emergency: String?

    /// - Parameters:
    ///   - lateReason: the clerk's written reason; needed when the new day shows a deadline to have been missed.
    ///   - emergency: the clerk's reason for publishing before it is reviewed; nil for doing it in order.
    public init(_ matter: Matter, entries: Entries, lateReason: String = "", emergency: String? = nil) {
        self.matter = matter
        self.entries = entries
        self.lateReason = lateReason
        self.emergency = emergency
    }

    public var subjectMatter: Identifier<Matter>? { matter.id }

    public func perform(in office: Transaction) throws -> Performed<Postponed> {
        let (matter, check) = try office.check(.postpone, matter, entries)
        guard let from = matter.event.day, let event = check.event, let to = event.day, let ends = event.ends else {
            throw Refusal("请填写新的日期")
        }
        let lateReason = try WrittenReason.read(lateReason, forLate: check.late, doing: Publish.title)
        let reason = check.values.text(LinkedNotice.reason) ?? ""
        let (notice, clearance) = try office.publish(check, of: matter, entries, emergency: emergency)
        try office.insertPostponement(
            Postponement(from: from, to: to, ends: ends, reason: reason, at: office.now), of: matter, notice: notice.id)
        try office.settle(matter.id, late: check.missed, lateReason: lateReason)
        try office.discardDraft(Draft.form(matter.system, .postpone), matter: matter.id)

        let form = check.notice.form
        let label = check.notice.event.flatMap { form.field($0.field) }?.label ?? "日期"
        return Performed(
            Postponed(to: to, number: notice.number),
            Journal.Entry(
                matter: matter.id, subject: "temporaryNotice:\(notice.id.rawValue)",
                sentence: "改期: \(from) 改到 \(to), 发布临时通知 \(notice.number)",
                before: [label: from.description], after: form.labelled(check.values), reason: reason
            ).missing(check.late, because: lateReason).cleared(by: clearance))
    }
}
