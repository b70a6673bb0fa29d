// 审核方式: how a text is reviewed before it goes out.

/// How the documents of a system are reviewed (R1), by setting.
public enum ReviewMode: String, CaseIterable, Hashable, Sendable {
    case none
    /// 线下审签: signed on paper, the signature registered with the publication.
    case paper
    /// 在线审核: submitted, agreed or returned in the console.
    case console

    /// The mode as settings hold it and clerks read it.
    public var title: String {
        switch self {
        case .none: "不审核"
        case .paper: "线下审签"
        case .console: "在线审核"
        }
    }

    init?(titled title: String) {
        guard let mode = Self.allCases.first(where: { $0.title == title }) else { return nil }
        self = mode
    }

    /// How the documents of a system must at least be reviewed.
    static func least(_ system: System) -> ReviewMode {
        Procedure.of(system)?.mustBeReviewed == true ? .paper : .none
    }
}
