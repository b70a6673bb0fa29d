// A year at a glance: twelve months of small marks, a cursor that goes over all its days.
import Model

/// Weeks begin on Monday. Letters say what the office's calendar makes of a day, capital ones for the nation's, small ones for what a
/// nearer government adds. Where there is room each day has its number, too.
struct YearGrid: Equatable, Sendable {
    /// What the letters mean.
    static let legend = ". 上班  - 周末  全国: X 放假 B 调休  本地: x 放假 b 调休"

    let today: Day
    /// The day the cursor is on.
    private(set) var day: Day
    /// The day of the month that turning years tries to keep: 29 February is 28 in the next.
    private var goal: Int

    init(today: Day) {
        self.today = today
        day = today
        goal = today.day
    }

    /// - Returns: false when the key does not move between days.
    mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .left: move(by: -1)
        case .right: move(by: 1)
        case .up: move(by: -7)
        case .down: move(by: 7)
        case .pageUp: turnYear(by: -1)
        case .pageDown: turnYear(by: 1)
        case .home: (day, goal) = (today, today.day)
        default: return false
        }
        return true
    }

    private mutating func move(by days: Int) {
        day = day.adding(days: days)
        goal = day.day
    }

    /// Stays where it is at the two ends of the calendar.
    private mutating func turnYear(by years: Int) {
        let candidates = stride(from: goal, to: 0, by: -1).lazy
        day = candidates.compactMap { Day(year: day.year + years, month: day.month, day: $0) }.first ?? day
    }

    // MARK: - Picture

    /// How the months are laid out.
    private struct Layout {
        let cell: Int
        let monthsInRow: Int

        static let gap = 2
        /// A heading and six weeks.
        static let monthRows = 7
        static let smallest = Layout(cell: 1, monthsInRow: 6)

        var monthColumns: Int { 7 * cell + Self.gap }

        func fits(_ size: Size) -> Bool {
            monthsInRow * monthColumns - Self.gap <= size.columns && 12 / monthsInRow * Self.monthRows <= size.rows
        }

        /// The largest that fits.
        static func fitting(_ size: Size) -> Layout {
            [6, 4, 3].map { Layout(cell: 3, monthsInRow: $0) }.first { $0.fits(size) } ?? smallest
        }
    }

    /// The rows it takes at the least.
    static let rows = 12 / Layout.smallest.monthsInRow * Layout.monthRows

    func draw(_ calendar: WorkCalendar, on canvas: Canvas) {
        let layout = Layout.fitting(Size(rows: canvas.rows, columns: canvas.columns))
        for month in 1...12 {
            guard let first = Day(year: day.year, month: month, day: 1) else { continue }
            let place = (month - 1).quotientAndRemainder(dividingBy: layout.monthsInRow)
            let part = canvas.part(
                row: place.quotient * Layout.monthRows, column: place.remainder * layout.monthColumns,
                rows: Layout.monthRows, columns: 7 * layout.cell)
            part.put("\(month)月", row: 0, column: 0, style: .label)
            draw(from: first, calendar, layout, on: part)
        }
    }

    private func draw(from first: Day, _ calendar: WorkCalendar, _ layout: Layout, on canvas: Canvas) {
        var shown = first
        while shown.month == first.month {
            let cell = first.weekday.rawValue - 1 + (shown - first)
            let (row, column) = (1 + cell / 7, cell % 7 * layout.cell)
            let standing = calendar.reason(of: shown)
            let number = layout.cell == 1 ? "" : shown.day < 10 ? " \(shown.day)" : "\(shown.day)"
            let mark = layout.cell > 1 && standing.isPlain ? " " : standing.mark
            canvas.put(number + mark, row: row, column: column, style: standing.style)
            if shown == day {
                canvas.restyle(row: row, columns: column..<column + layout.cell, .current)
                canvas.placeCursor(row: row, column: column)
            }
            let next = shown.adding(days: 1)
            guard next != shown else { return }
            shown = next
        }
    }
}

extension DayStanding {
    /// A working day that is one by its weekday.
    fileprivate var isPlain: Bool { isWorking && layer == nil }

    fileprivate var mark: String {
        guard let layer else { return isWorking ? "." : "-" }
        let letter = isWorking ? "B" : "X"
        return layer == CalendarOwner.nation.name ? letter : letter.lowercased()
    }

    fileprivate var style: Style {
        guard let layer else { return isWorking ? .plain : .dim }
        return layer == CalendarOwner.nation.name ? .label : .changed
    }
}
