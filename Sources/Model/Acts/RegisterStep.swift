// 登记: a step that a deadline asks for and no document shows, such as sending the materials to the representatives (H11).

/// Registers that such a step is done. The moment of the act is what counts.
public struct RegisterStep: Act {
    public static let name = "registerStep"
    public static let title = "登记"
    public static let roles: Set<Role> = [.publisher]

    let rule: String
    let matter: Matter
    let lateReason: String

    /// - Parameters:
    ///   - rule: the deadline's rule.
    ///   - lateReason: the clerk's written reason; needed when the deadline is missed.
    public init(_ rule: DeadlineRule, of matter: Matter, lateReason: String = "") {
        self.rule = rule.name
        self.matter = matter
        self.lateReason = lateReason
    }

    public var subjectMatter: Identifier<Matter>? { matter.id }

    /// Why the step cannot be registered now, or nil.
    public static func refusal(_ rule: DeadlineRule, of matter: Matter) -> String? {
        if rule.document != nil { return "\(rule.label)由发布文书办结, 不用登记" }
        if let ending = matter.ending { return "这件事项已于 \(ending.at.text) 终止, 不再登记\(rule.label)" }
        guard let deadline = matter.deadlines.first(where: { $0.rule == rule.name }) else {
            return matter.event.day == nil
                ? "日期还没有确定, 不能登记\(rule.label)" : "\(rule.label)的期限在事项录入以前已过, 不用登记"
        }
        if deadline.light == .ended { return "\(rule.label)的期限在本系统启用以前已过, 不用登记" }
        return deadline.metAt.map { "\(rule.label)已于 \($0.text) 登记" }
    }

    /// By how much the deadline is missed if the step is registered now, or nil.
    public static func late(
        _ rule: DeadlineRule, of matter: Matter, _ context: PublicationCheck.Context
    ) -> PublicationCheck.Late? {
        guard let day = matter.event.day, let procedure = Procedure.of(matter.system) else { return nil }
        return PublicationCheck.late(procedure, event: day, context) {
            $0.name == rule.name ? context.now.day : nil
        }.first
    }

    public func perform(in office: Transaction) throws -> Performed<Void> {
        guard let rule = Procedure.of(matter.system)?.deadlines.first(where: { $0.name == rule }) else {
            throw Refusal("程序中没有这项期限")
        }
        let before = try office.matter(matter.id, version: matter.version) { Self.refusal(rule, of: $0) }
        let late = Self.late(rule, of: before, try office.context())
        let reason = try WrittenReason.read(lateReason, forLate: late.map { [$0] } ?? [], doing: Self.title)
        try office.meet(rule, of: before, late: late, lateReason: reason)
        return Performed((), Self.entry(rule, of: before.id, late: late, reason: reason))
    }

    /// What the journal says of it.
    static func entry(
        _ rule: DeadlineRule, of matter: Identifier<Matter>, late: PublicationCheck.Late?, reason: String?
    ) -> Journal.Entry {
        Journal.Entry(matter: matter, subject: "matter:\(matter.rawValue)", sentence: "登记\(rule.label)")
            .missing(late.map { [$0] } ?? [], because: reason)
    }
}
