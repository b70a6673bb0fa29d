// What a verification of the journal has found.

/// The outcome of computing every row again.
public struct JournalVerdict: Hashable, Sendable {
    /// How many rows were right, from the first on.
    public var rows: Int64 = 0
    /// The hash of the last of them.
    public var lastHash = Journal.beginning
    /// The heads told outside of the store with which they agree.
    public var heads: [JournalHead] = []
    /// What is wrong, a sentence each, naming the row from which on nothing is proved.
    public var faults: [String] = []

    /// `第 1 至 1024 条完好, 与写出过的 12 个校验值一致`.
    public var sentence: String {
        if let first = faults.first { return first + (faults.count > 1 ? " 等 \(faults.count) 处" : "") }
        let told = heads.isEmpty ? "还没有写出过校验值" : "与写出过的 \(heads.count) 个校验值一致"
        return rows == 0 ? "还没有记录" : "第 1 至 \(rows) 条完好, \(told)"
    }
}
