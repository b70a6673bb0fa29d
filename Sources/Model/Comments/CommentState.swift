// How far the office is with a comment, and what became of what it asks for.

/// The state of a comment. Hidden and duplicate ones count as handled and need no answer.
public enum CommentState: String, CaseIterable, Hashable, Sendable {
    case waiting, handled, answered, hidden, duplicate

    /// As clerks read it.
    public var name: String {
        switch self {
        case .waiting: "未处理"
        case .handled: "已处理未答复"
        case .answered: "已答复"
        case .hidden: "已隐藏"
        case .duplicate: "重复"
        }
    }

    /// Whether the citizen still waits for an answer.
    public var isOpen: Bool { self == .waiting || self == .handled }
}

/// 采纳情况: what became of what a comment asks for.
public enum Adoption: String, CaseIterable, Hashable, Sendable {
    case adopted, partly, declined, explained

    public var name: String {
        switch self {
        case .adopted: "采纳"
        case .partly: "部分采纳"
        case .declined: "不采纳"
        case .explained: "解释说明"
        }
    }
}
