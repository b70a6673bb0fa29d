// Twelve months as a small chart in characters: how much was announced, and how much of it is late.
import Model

/// A line for each month with two bars of one scale; the numbers stand beside them, so that neither colour nor a ruler is needed.
struct MonthBars {
    private let months: [SupervisedUnit.Month]
    private let room: Int

    /// - Parameter columns: the room for a line.
    init(_ months: [SupervisedUnit.Month], columns: Int) {
        self.months = months
        // The month, two counts, their words, and the blanks between them.
        room = max(4, (columns - 33) / 2)
    }

    /// How many each sign stands for: one as long as the longest bar has room.
    var scale: Int {
        let most = months.map { max($0.announcements, $0.late) }.max() ?? 0
        return max(1, (most + room - 1) / room)
    }

    var lines: [StyledLine] {
        months.map { month in
            let name = month.first.description.prefix(7)
            return StyledLine("  \(name)  公告 \(Self.count(month.announcements)) ")
                .then(bar(month.announcements).padded(to: room)).then("  逾期 \(Self.count(month.late)) ")
                .then(bar(month.late), .overdue)
        } + (scale > 1 ? [StyledLine("  每个 # 表示 \(scale) 件, 不足的也画一个", .dim)] : [])
    }

    private func bar(_ count: Int) -> String { String(repeating: "#", count: (count + scale - 1) / scale) }

    private static func count(_ count: Int) -> String {
        let text = String(count)
        return String(repeating: " ", count: max(0, 4 - text.count)) + text
    }
}

extension String {
    fileprivate func padded(to columns: Int) -> String {
        self + String(repeating: " ", count: max(0, columns - count))
    }
}
