// What a clerk types in a date field, what is understood, and what is answered when it cannot be.

/// Reads the ways a date is written in an office; every reading is shown again with its year and weekday by `echo`.
public enum TypedDay {
    /// The years a form takes; outside them a slip of the finger is likelier than a real date.
    public static let years = 2000...2100

    /// Reads `20261208`, `2026-12-08`, `2026/12/8`, `2026.12.8`, `2026年12月8日`, and without a year `12-8`, `1208`,
    /// `12月8日`; full-width too; also 昨天, 今天, 明天, 后天.
    ///
    /// Without a year the nearest such day to today is meant, before or after: 12-28 typed in January is last month.
    public static func read(_ text: String, today: Day) -> Result<Day, Refusal> {
        let typed = TypedText(text)
        if let days = spoken[typed.folded] { return .success(today.adding(days: days)) }
        let parts = parts(of: typed.folded)
        let numbers = parts.compactMap(\.plainNumber)
        guard numbers.count == parts.count, parts.suffix(2).allSatisfy({ $0.utf8.count <= 2 }) else {
            return .failure(.notADate(typed.shown))
        }
        switch numbers.count {
        case 2: return nearest(month: numbers[0], day: numbers[1], to: today)
        case 3 where parts[0].utf8.count == 4: return day(numbers[0], numbers[1], numbers[2])
        case 3 where parts[0].utf8.count == 2: return .failure(.shortYear(numbers[0]))
        default: return .failure(.notADate(typed.shown))
        }
    }

    /// `2026-12-08 周二 工作日`, `2026-10-01 周四 休息日（国庆节）`; a guess is said to be one.
    public static func echo(_ day: Day, _ calendar: WorkCalendar) -> String {
        [calendar.echo(of: day), calendar.warning(about: day)].compactMap(\.self).joined(separator: ", ")
    }

    /// Whether what was typed means a day only as seen from some other day: 12-8, 昨天.
    static func isRelative(_ text: String) -> Bool {
        let folded = TypedText(text).folded
        let parts = parts(of: folded)
        return spoken[folded] != nil || parts.count == 2 && parts.allSatisfy { $0.plainNumber != nil }
    }

    private static let spoken = ["昨天": -1, "今天": 0, "明天": 1, "后天": 2]

    /// Year, month and day, or month and day, as they stand in the text.
    private static func parts(of text: String) -> [Substring] {
        switch text.plainNumber == nil ? 0 : text.utf8.count {
        case 8: return [text.prefix(4), text.dropFirst(4).prefix(2), text.suffix(2)]
        case 4: return [text.prefix(2), text.suffix(2)]
        default:
            let written = text.hasSuffix("日") || text.hasSuffix("号") ? text.dropLast() : text[...]
            return written.split(omittingEmptySubsequences: false) { "-/.年月".contains($0) }
        }
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Result<Day, Refusal> {
        guard years.contains(year) else { return .failure(.yearOutside(year)) }
        guard (1...12).contains(month) else { return .failure(.noSuchMonth(month)) }
        guard let found = Day(year: year, month: month, day: day) else {
            return .failure(.noSuchDay(year: year, month: month, day: day))
        }
        return .success(found)
    }

    private static func nearest(month: Int, day: Int, to today: Day) -> Result<Day, Refusal> {
        let candidates = (today.year - 1...today.year + 1)
            .filter(years.contains)
            .compactMap { Day(year: $0, month: month, day: day) }
        // Of two days equally near the later one is meant: an office writes of what is to come.
        let nearest = candidates.reversed().min { abs($0 - today) < abs($1 - today) }
        return nearest.map(Result.success) ?? self.day(today.year, month, day)
    }
}
