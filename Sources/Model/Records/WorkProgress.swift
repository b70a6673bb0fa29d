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

/// Whoever waits for a long piece of work: told how far it is, and asked whether it shall stop.
///
/// Nothing is told while the store is locked for writing, for a terminal may stand still; only `isStopped` is asked then, which
/// never waits.
public struct WorkWatch {
    let tell: (WorkProgress) -> Void
    let isStopped: () -> Bool

    public init(tell: @escaping (WorkProgress) -> Void, isStopped: @escaping () -> Bool) {
        self.tell = tell
        self.isStopped = isStopped
    }

    /// For work that nobody waits for.
    public static var nobody: WorkWatch { WorkWatch(tell: { _ in }, isStopped: { false }) }
}
