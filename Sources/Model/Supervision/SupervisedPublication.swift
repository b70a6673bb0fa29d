// What supervisors look at twice: what was done late with a reason, and what went out in an emergency before it was reviewed.

/// Something that was done late, or went out in an emergency.
public struct SupervisedPublication: PagedRow, Hashable {
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case late, emergency

        public var title: String {
            switch self {
            case .late: "晚发事项"
            case .emergency: "紧急发布"
            }
        }

        /// What happened on its day.
        public var deed: String {
            switch self {
            case .late: "办结"
            case .emergency: "发布"
            }
        }
    }

    public struct Lateness: Hashable, Sendable {
        public let due: Day
        /// Working days.
        public let days: Int
    }

    public let id: Identifier<SupervisedPublication>
    public let kind: Kind
    /// The unit's full and short name.
    public let unit: String
    public let shortName: String
    public let system: System
    /// Nil for a temporary notice of no matter.
    public let matter: Identifier<Matter>?
    /// What was done, such as 听证报告.
    public let label: String
    public let title: String
    public let at: Moment
    /// The last day and the working days by which it was late; nil for an emergency.
    public let lateness: Lateness?
    public let reason: String
    /// What became of its review; nil for what was late.
    public let review: Review?

    /// How it stands, as short as a column of working days is wide.
    public var word: String { lateness.map { "晚 \($0.days)" } ?? review?.word ?? "" }

    /// The same where no column says what is counted.
    public var standing: String { lateness.map { "晚 \($0.days) 个工作日" } ?? review?.word ?? "" }

    /// By when it was to be done, or what became of it; without the reason of what was late.
    public var sentence: String {
        if let lateness { return "最迟 \(lateness.due)（含当日）, 已于 \(at.day) 办结" }
        return review?.text ?? ""
    }
}

/// Which of them a list holds.
public struct SupervisedFilter: Hashable, Sendable {
    public var kind: SupervisedPublication.Kind
    /// Nil for all units within reach.
    public var unit: Identifier<Unit>?
    /// The days on which they were done.
    public var span: PublicationSpan

    public init(_ kind: SupervisedPublication.Kind, unit: Identifier<Unit>? = nil, span: PublicationSpan = .all) {
        self.kind = kind
        self.unit = unit
        self.span = span
    }
}
