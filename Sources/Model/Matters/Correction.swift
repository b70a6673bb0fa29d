// 更正说明: what a corrected text says of its correction to the public.

/// The latest correction that a version rests on. A later 修改 keeps telling of it.
public struct Correction: Hashable, Sendable {
    /// The version that the correction made.
    let version: Int
    let day: Day
    let reason: String

    /// What a version says of it before all else.
    func note(in current: Int) -> String {
        let made =
            current == version
            ? "\(day.chinese)更正" : "最近一次更正是第 \(version) 版 (\(day.chinese))"
        return "本文为第 \(current) 版, \(made)。更正说明: \(reason)"
    }
}
