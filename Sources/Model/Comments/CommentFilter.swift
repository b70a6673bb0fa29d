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
    /// The one comment left out, for which others are looked through.
    public var except: Identifier<Comment>?
    public var states: Set<CommentState>
    public var channel: Channel?
    public var age: Age?
    /// All units of the site; only supervisors see more than their own unit's.
    public var isSiteWide: Bool

    public init(
        system: System? = nil, matter: Identifier<Matter>? = nil, except: Identifier<Comment>? = nil,
        states: Set<CommentState> = [], channel: Channel? = nil, age: Age? = nil, isSiteWide: Bool = false
    ) {
        self.system = system
        self.matter = matter
        self.except = except
        self.states = states
        self.channel = channel
        self.age = age
        self.isSiteWide = isSiteWide
    }

    /// The filter in words, as it stands above the list; the matter is named by the list's heading.
    public var sentence: String {
        let parts = [isSiteWide ? "全部单位" : nil, statesName, channel?.name, age?.name].compactMap { $0 }
        return parts.isEmpty ? "全部建议" : parts.joined(separator: ", ")
    }

    /// H12: what wants an answer still, handled or not, is 未答复.
    public static let unanswered = (name: "未答复", states: Set(CommentState.allCases.filter(\.isOpen)))

    private var statesName: String? {
        if states.isEmpty || states.count == CommentState.allCases.count { return nil }
        if states == Self.unanswered.states { return Self.unanswered.name }
        return CommentState.allCases.filter(states.contains).map(\.name).joined(separator: "或")
    }

    /// Whether it leaves something out that the list could hold.
    public var isNarrowed: Bool {
        !states.isEmpty && states.count < CommentState.allCases.count || channel != nil || age != nil
    }
}

extension CommentFilter {
    /// The filter that some texts describe. What is not known is as if it were not there.
    init(_ texts: Entries, of system: System, channels: [Channel]) {
        self.init(
            system: system,
            states: Set(texts["states"].split(separator: " ").compactMap { CommentState(rawValue: String($0)) }),
            channel: channels.first { $0.code == texts["channel"] }, age: Age(rawValue: texts["age"]))
    }

    /// The texts that describe it, without matter and reach.
    var texts: Entries {
        Entries([
            "states": states.map(\.rawValue).sorted().joined(separator: " "), "channel": channel?.code ?? "",
            "age": age?.rawValue ?? "",
        ])
    }
}
