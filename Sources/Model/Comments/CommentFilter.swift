// Which comments a list holds, and how that reads.

/// What a list of comments is narrowed to. Empty sets and nil mean everything.
public struct CommentFilter: Hashable, Sendable {
    /// How the deadline of an unanswered comment stands.
    public enum Age: String, CaseIterable, Hashable, Sendable {
        case overdue, soon, open

        public var name: String {
            switch self {
            case .overdue: "答复超期"
            case .soon: "答复将到期"
            case .open: "答复未到期"
            }
        }
    }

    public var system: System?
    public var matter: Identifier<Matter>?
    public var states: Set<CommentState>
    public var channel: Channel?
    public var age: Age?
    /// Only those that a report waits for (G6).
    public var isHoldingUp: Bool
    /// All units of the site; only supervisors see more than their own unit's.
    public var isSiteWide: Bool

    public init(
        system: System? = nil, matter: Identifier<Matter>? = nil, states: Set<CommentState> = [],
        channel: Channel? = nil, age: Age? = nil, isHoldingUp: Bool = false, isSiteWide: Bool = false
    ) {
        self.system = system
        self.matter = matter
        self.states = states
        self.channel = channel
        self.age = age
        self.isHoldingUp = isHoldingUp
        self.isSiteWide = isSiteWide
    }

    /// The filter in words, as it stands above the list; the matter is named by the list's heading.
    public var sentence: String {
        let states =
            states.count == CommentState.allCases.count ? [] : CommentState.allCases.filter(self.states.contains)
        let parts = [
            isSiteWide ? "全部单位" : nil, isHoldingUp ? "报告前要办完的" : nil,
            states.isEmpty ? nil : states.map(\.name).joined(separator: "或"), channel?.name,
            age?.name,
        ].compactMap { $0 }
        return parts.isEmpty ? "全部建议" : parts.joined(separator: ", ")
    }

    /// Whether it leaves something out that the list could hold.
    public var isNarrowed: Bool {
        !states.isEmpty && states.count < CommentState.allCases.count || channel != nil || age != nil || isHoldingUp
    }
}
