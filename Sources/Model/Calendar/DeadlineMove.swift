// An open deadline under another work calendar.

/// A deadline that is counted again: its day before and after, and how it then stands.
public struct DeadlineMove: Hashable, Sendable {
    /// Whose it is.
    public enum Subject: Hashable, Sendable {
        case matter(Identifier<Matter>, number: DocumentNumber, title: String)
        /// A unit's, for a quarter.
        case period(Quarter)
    }

    /// The number of its row; nil where it has none yet.
    let row: Int64?
    public let system: System
    public let subject: Subject
    /// The unit's short name.
    public let unit: String
    public let rule: String
    /// What must be done, such as 听证通知.
    public let label: String
    /// Nil where it fell before the matter was entered, and counts from now on.
    public let from: Day?
    /// Nil where it falls before the matter was entered, and counts no longer.
    public let to: Day?
    public let before: Light?
    public let after: Light?
    /// Working days from today through its new day; negative once that has passed.
    public let left: Int
    /// Whether the journal has it as overdue.
    let isNoted: Bool

    public var becomesOverdue: Bool { after == .overdue && before != .overdue }
    public var isNoLongerOverdue: Bool { before == .overdue && after != .overdue }

    /// `听证通知由 2026-11-27 改为 2026-11-26, 还有 4 个工作日`.
    public var sentence: String {
        let standing =
            switch after {
            case .overdue: "已超期 \(max(1, -left)) 个工作日"
            case nil: ""
            default: left == 0 ? "今天是最后一天" : "还有 \(left) 个工作日"
            }
        switch (from, to) {
        case (let from?, let to?) where from == to: return "\(label)最迟 \(to) 不变, \(standing)"
        case (let from?, let to?): return "\(label)由 \(from) 改为 \(to), \(standing)"
        case (nil, let to?): return "\(label)最迟 \(to), 开始计算, \(standing)"
        case (let from?, nil): return "\(label)最迟 \(from), 在录入以前, 不再计算"
        case (nil, nil): return label
        }
    }

    /// What the journal says of the move; nil where the day is the same.
    /// - Parameter cause: why it moves, such as 工作日历有改动.
    func journaled(because cause: String) -> String? {
        switch (from, to) {
        case (let from?, let to?): from == to ? nil : "\(label)的期限由 \(from) 改为 \(to)（含当日）, 因\(cause)"
        case (nil, let to?): "\(label)的期限是 \(to)（含当日）, 开始计算, 因\(cause)"
        case (let from?, nil): "\(label)的期限 \(from) 不再计算, 因\(cause), 现在落在录入以前"
        case (nil, nil): nil
        }
    }
}
