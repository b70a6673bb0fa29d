// Which rows of 操作日志 are seen.

/// What the auditor has narrowed the journal to.
public struct JournalFilter: Hashable, Sendable {
    /// Whose acts.
    public enum Who: Hashable, Sendable {
        case clerk(Identifier<Clerk>, name: String)
        case system
        case serverOperator
        /// Whoever tried to sign in with a name that is not there.
        case unknown

        /// The name, as the list of them has it.
        public var name: String {
            switch self {
            case .clerk(_, let name): name
            case .system: "系统"
            case .serverOperator: "服务器操作员"
            case .unknown: "未知帐号"
            }
        }
    }

    /// An act by its name in the journal.
    public struct ActName: Hashable, Sendable {
        public let code: String
        public var title: String { EveryAct.title(code) }
    }

    public var who: Who?
    public var act: ActName?
    public var matter: JournalLine.Subject?
    public var span = PublicationSpan.all
    /// Only what was refused.
    public var isRefused = false

    public init() {}

    public var isEverything: Bool { self == JournalFilter() }

    /// In words; 全部记录 where nothing narrows it.
    public var sentence: String {
        var parts: [String] = []
        if let who { parts.append(who.name) }
        if let act { parts.append(act.title) }
        if isRefused { parts.append("没有办成的") }
        if span != .all { parts.append(span.days.trimmed) }
        if let matter { parts.append("事项 \(matter.text)") }
        return parts.isEmpty ? "全部记录" : "只看: " + parts.joined(separator: ", ")
    }
}
