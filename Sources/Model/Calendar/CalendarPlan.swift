// What a change of the work calendar would do, worked out before anything is written.

/// The days that become others, and the open deadlines that move with them.
public struct CalendarPlan: Sendable {
    public let owner: CalendarOwner
    public let change: CalendarChange
    /// The years whose days are replaced or taken back, ascending.
    public let years: [Int]
    /// In the order of time.
    public let days: [DayChange]
    /// The years that are known from now on, and those that are guessed from now on.
    public let known: [Int]
    public let guessed: [Int]
    /// What moves or gets another light: first what becomes overdue, then what is overdue no longer, then the rest by its new day.
    public let deadlines: [DeadlineMove]
    /// What the layer would hold.
    let stored: [DayException]
    /// The last change of the calendar that was seen.
    let basis: Int64

    public var added: [DayChange] { days.filter { $0.before == nil } }
    public var removed: [DayChange] { days.filter { $0.after == nil } }
    public var changed: [DayChange] { days.filter { $0.before != nil && $0.after != nil } }
    /// The deadlines whose day is another.
    public var moved: [DeadlineMove] { deadlines.filter { $0.from != $0.to } }
    public var becomingOverdue: [DeadlineMove] { deadlines.filter(\.becomesOverdue) }
    public var noLongerOverdue: [DeadlineMove] { deadlines.filter(\.isNoLongerOverdue) }

    /// `全国 2027 年`.
    public var subject: String { "\(owner.name) \(years.map(String.init).joined(separator: "、")) 年" }

    /// What an arrangement of the nation that is imported should hold and does not, a sentence for each year. It may be meant, so it
    /// is no reason to refuse the file.
    public var warnings: [String] {
        guard owner.isNation, case .replace = change else { return [] }
        return years.compactMap { year in
            let missing = Self.holidays(of: year).filter { holiday in
                !stored.contains { $0.kind == .off && isAbout(year, $0.day) && $0.name.contains(holiday.prefix(2)) }
            }
            return missing.isEmpty
                ? nil : "\(year) 年没有\(missing.joined(separator: "、"))放假的日子, 请核对文件是不是全年的安排"
        }
    }

    /// New Year's holiday may begin in December.
    private func isAbout(_ year: Int, _ day: Day) -> Bool {
        day.year == year || day.year == year - 1 && day.month == 12
    }

    /// The holidays of 全国年节及纪念日放假办法; three of them came with 2008.
    private static func holidays(of year: Int) -> [String] {
        year < 2008 ? ["元旦", "春节", "劳动节", "国庆节"] : ["元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"]
    }
}
