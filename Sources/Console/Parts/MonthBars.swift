// Twelve months as a small chart in characters: how much was announced, and how much of it is late.
import Model

/// A line for each month: its figures, and one bar of which the late part is drawn otherwise. The figures tell exactly, so that
/// neither colour nor a ruler is needed.
struct MonthBars {
    private let months: [SupervisedUnit.Month]
    private let room: Int

    private static let heading = "  月份      公告  逾期  欠发  "

    /// - Parameter columns: the room for a line.
    init(_ months: [SupervisedUnit.Month], columns: Int) {
        self.months = months
        room = max(8, columns - TextWidth.of(Self.heading))
    }

    private var most: Int { months.map(\.announcements).max() ?? 0 }

    /// Whether every sign is one announcement.
    private var isExact: Bool { most <= room }

    var lines: [StyledLine] {
        [StyledLine(Self.heading, .dim)]
            + months.map { month in
                let late = length(month.late, within: month.announcements)
                let rest = length(month.announcements) - late
                return StyledLine("  \(month.first.description.prefix(7)) \(Self.count(month.announcements))")
                    .then(Self.count(month.late), month.late > 0 ? .overdue : .plain)
                    .then(Self.count(month.missing), month.missing > 0 ? .overdue : .plain).then("  ")
                    .then(String(repeating: "x", count: late), .overdue).then(String(repeating: "#", count: rest))
            } + [StyledLine("  \(legend)", .dim)]
    }

    private var legend: String {
        isExact ? "一个 # 是一件公告, x 是其中逾期的" : "# 公告, x 其中逾期; 最长 \(most) 件"
    }

    /// The signs of a bar: as many as it counts, or to the nearest where the longest has no room, but one for the least.
    private func length(_ count: Int) -> Int {
        isExact || count == 0 ? count : max(1, (count * room * 2 + most) / (most * 2))
    }

    /// The signs of a part of a bar; what is not all of it leaves a sign of the rest, if there are two.
    private func length(_ part: Int, within whole: Int) -> Int {
        let end = length(whole)
        return part < whole ? min(length(part), max(end - 1, min(1, part))) : end
    }

    private static func count(_ count: Int) -> String {
        let text = count == 0 ? "-" : String(count)
        return String(repeating: " ", count: max(0, 6 - text.count)) + text
    }
}
