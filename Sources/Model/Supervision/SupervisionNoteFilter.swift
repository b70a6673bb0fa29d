// Which 督办 a list or a figure tells of.

/// A choice of notes. Everybody but a supervisor sees the own unit's alone, whatever is asked (H9).
public struct SupervisionNoteFilter: Hashable, Sendable {
    /// How a note stands.
    public enum State: String, CaseIterable, Hashable, Sendable {
        /// Without an answer and not withdrawn, be it overdue or not.
        case open
        case overdue
        /// Late answers, too.
        case answered
        case answeredLate, withdrawn

        public var name: String {
            switch self {
            case .open: "还没有答复"
            case .overdue: "超期未复"
            case .answered: "已答复"
            case .answeredLate: "晚答复"
            case .withdrawn: "已撤回"
            }
        }
    }

    /// Whose: the units that were asked.
    public var reach: ReportScope.Reach
    /// Only those about matters of this system; nil for all, those about no matter among them.
    public var system: System?
    /// The days on which they were sent.
    public var span: PublicationSpan
    /// Nil for all.
    public var state: State?

    public init(
        _ reach: ReportScope.Reach = .below, system: System? = nil, span: PublicationSpan = .all, state: State? = nil
    ) {
        self.reach = reach
        self.system = system
        self.span = span
        self.state = state
    }

    /// What is behind a figure of a report.
    public init(_ scope: ReportScope, state: State?) {
        self.init(scope.reach, system: scope.system, span: scope.span, state: state)
    }
}

// The small form in which it is chosen.
extension SupervisionNoteFilter {
    /// - Parameter reaches: whose notes may be asked for, with their names.
    public static func fields(_ reaches: [(reach: ReportScope.Reach, name: String)]) -> [Field] {
        let all = Field.Choice("", "全部")
        let units = Field(
            "reach", "单位", .choice(reaches.enumerated().map { Field.Choice("\($0)", $1.name) }), required: false,
            help: reaches.count == 1 ? "只能看本单位收到的督办。" : "只看发给哪个单位的。按空格键换下一个, 按 F4 从列表中选。")
        return [
            units,
            Field(
                "state", "答复情况", .choice([all] + State.allCases.map { Field.Choice($0.rawValue, $0.name) }),
                required: false, help: "只看还没有答复的、超期未复的、已答复的、晚答复的或已撤回的。"),
            Field(
                "system", "所属系统",
                .choice([all] + Procedure.all.map { Field.Choice($0.system.rawValue, $0.system.title) }),
                required: false, help: "只看就哪个系统的事项发出的; 全部 包括不是就哪一件事项发出的。"),
        ] + PublicationSpan.fields(of: sent)
    }

    /// What happened on the days of its span.
    public static let sent = "发出"

    /// The texts that describe it in these fields.
    public func texts(_ reaches: [(reach: ReportScope.Reach, name: String)]) -> Entries {
        var texts = span.texts
        texts["reach"] = "\(reaches.firstIndex { $0.reach == reach } ?? 0)"
        texts["state"] = state?.rawValue ?? ""
        texts["system"] = system?.rawValue ?? ""
        return texts
    }

    /// Reads what was chosen and typed.
    /// - Returns: the filter; every field at fault is in `errors`.
    public static func read(
        _ entries: Entries, _ reaches: [(reach: ReportScope.Reach, name: String)], today: Day
    ) -> (filter: SupervisionNoteFilter, errors: [FieldError]) {
        // Nothing typed is no limit here, where days are one choice among others.
        let isOfAllDays = entries["from"].trimmed.isEmpty && entries["until"].trimmed.isEmpty
        let (span, errors) =
            isOfAllDays
            ? (span: PublicationSpan.all, errors: []) : PublicationSpan.read(entries, of: sent, today: today)
        let reach = Int(entries["reach"]).flatMap { reaches.indices.contains($0) ? reaches[$0].reach : nil }
        let system = Procedure.all.map(\.system).first { $0.rawValue == entries["system"] }
        let filter = SupervisionNoteFilter(
            reach ?? reaches.first?.reach ?? .below, system: system, span: span,
            state: State(rawValue: entries["state"]))
        return (filter, errors)
    }
}
