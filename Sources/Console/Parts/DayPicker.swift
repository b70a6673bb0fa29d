// A month to choose a day from, with its working days and days off.

import Model

/// Weeks begin on Monday. `休` and `班` beside the number say without colour that it is a day off or a make-up working day.
struct DayPicker: Equatable, Sendable {
    /// The room it wants: heading, weekdays, six weeks, legend, echo, warning.
    static let size = Size(rows: 11, columns: 44)
    private static let cellColumns = 6
    private static let firstWeekRow = 2
    private static let weeks = 6

    let calendar: WorkCalendar
    let today: Day
    /// The day the cursor is on.
    private(set) var day: Day
    /// The day of the month that turning months tries to keep: 31 January, 28 February, 31 March.
    private var goal: Int

    /// - Parameter day: where to begin; today unless told.
    init(_ day: Day? = nil, today: Day, calendar: WorkCalendar) {
        self.calendar = calendar
        self.today = today
        self.day = day ?? today
        goal = self.day.day
    }

    /// - Returns: false when the key does not move between days.
    mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .left: move(to: day.adding(days: -1))
        case .right: move(to: day.adding(days: 1))
        case .up: move(to: day.adding(days: -7))
        case .down: move(to: day.adding(days: 7))
        case .pageUp: turnMonth(by: -1)
        case .pageDown: turnMonth(by: 1)
        case .home: move(to: today)
        default: return false
        }
        return true
    }

    private mutating func move(to day: Day) {
        self.day = day
        goal = day.day
    }

    /// Stays where it is at the two ends of the calendar.
    private mutating func turnMonth(by months: Int) {
        let month = day.year * 12 + day.month - 1 + months
        let candidates = stride(from: goal, to: 0, by: -1).lazy
        let reached = candidates.compactMap { Day(year: month / 12, month: month % 12 + 1, day: $0) }.first
        if let reached { day = reached }
    }

    func draw(on canvas: Canvas) {
        guard canvas.rows > 0, canvas.columns > 0 else { return }
        canvas.clear()
        canvas.put("\(day.year) 年 \(day.month) 月", row: 0, column: 2, style: .label)
        for (index, name) in ["一", "二", "三", "四", "五", "六", "日"].enumerated() {
            canvas.put(name, row: 1, column: index * Self.cellColumns + 2, style: .label)
        }
        let first = day.adding(days: 1 - day.day)
        let blanks = first.weekday.rawValue - 1
        for number in 0..<31 {
            let shown = first.adding(days: number)
            guard shown.month == day.month, shown - first == number else { break }
            let cell = blanks + number
            draw(shown, row: Self.firstWeekRow + cell / 7, column: cell % 7 * Self.cellColumns, on: canvas)
        }
        let legend = Self.firstWeekRow + Self.weeks
        canvas.put("休 休息日  班 调休上班  * 今天", row: legend, column: 2, style: .dim)
        canvas.put(calendar.echo(of: day), row: legend + 1, column: 2)
        if let warning = calendar.warning(about: day) {
            canvas.put(warning, row: legend + 2, column: 2, style: .soon)
        }
    }

    private func draw(_ shown: Day, row: Int, column: Int, on canvas: Canvas) {
        let isWorking = calendar.isWorking(shown)
        let mark = isWorking ? (shown.weekday.isWeekend ? "班" : "") : "休"
        let number = shown.day < 10 ? " \(shown.day)" : "\(shown.day)"
        canvas.put(shown == today ? "*" : " ", row: row, column: column + 1)
        canvas.put(number + mark, row: row, column: column + 2, style: isWorking ? .plain : .dim)
        guard shown == day else { return }
        canvas.put(">", row: row, column: column)
        canvas.restyle(row: row, columns: column + 2..<column + 6, .current)
        canvas.placeCursor(row: row, column: column + 2)
    }
}
