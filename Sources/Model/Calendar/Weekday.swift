// The seven days of a week, Monday first, as an office counts them.

/// 1 is Monday, 7 is Sunday.
public enum Weekday: Int, CaseIterable, Sendable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    /// The number of a Monday, 1969-12-29, from which weeks are counted.
    static let someMonday = -3

    public var isWeekend: Bool { self >= .saturday }

    /// 周一 to 周日.
    public var name: String {
        switch self {
        case .monday: "周一"
        case .tuesday: "周二"
        case .wednesday: "周三"
        case .thursday: "周四"
        case .friday: "周五"
        case .saturday: "周六"
        case .sunday: "周日"
        }
    }
}

extension Weekday: Comparable {
    public static func < (left: Weekday, right: Weekday) -> Bool { left.rawValue < right.rawValue }
}
