// How far a long piece of work has come.

/// How far a long piece of work has come.
public struct WorkProgress: Sendable {
    /// What is being done, such as 检查附件.
    public let stage: String
    public let done: Int
    /// 0 where it cannot be told beforehand.
    public let total: Int

    public init(_ stage: String, done: Int, total: Int) {
        self.stage = stage
        self.done = done
        self.total = total
    }
}
