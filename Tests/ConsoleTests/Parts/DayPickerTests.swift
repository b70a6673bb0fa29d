// Choosing a day while seeing which days are working days.

import Model
import Testing

@testable import Console

@Suite("Choosing a day")
struct DayPickerTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func picker(_ begin: String, today: String = "2026-11-20") throws -> DayPicker {
        DayPicker(try day(begin), today: try day(today), calendar: .national)
    }

    private func drawn(_ picker: DayPicker, _ size: Size = DayPicker.size) -> Grid {
        let grid = Grid(size)
        picker.draw(on: Canvas(grid))
        return grid
    }

    @Test("Days off are marked 休, make-up working days 班, and the chosen day is said in words")
    func october() throws {
        let grid = drawn(try picker("2026-10-12", today: "2026-10-09"))
        #expect(grid.line(0) == "  2026 年 10 月")
        #expect(grid.line(1) == "  一    二    三    四    五    六    日")
        #expect(grid.line(2) == "                     1休   2休   3休   4休")
        #expect(grid.line(3) == "   5休   6休   7休   8   * 9    10班  11休")
        #expect(grid.line(4) == "> 12    13    14    15    16    17休  18休")
        #expect(grid.line(9) == "  2026-10-12 周一 工作日")
        #expect(grid.cursor?.row == 4)
        #expect(grid.cursor?.column == 2)
    }

    @Test("A holiday and the day that makes up for it are said with the holiday's name")
    func echo() throws {
        #expect(WorkCalendar.national.echo(of: try day("2026-12-08")) == "2026-12-08 周二 工作日")
        #expect(WorkCalendar.national.echo(of: try day("2026-10-01")) == "2026-10-01 周四 休息日（国庆节）")
        #expect(WorkCalendar.national.echo(of: try day("2026-10-10")) == "2026-10-10 周六 工作日（国庆节调休）")
        #expect(WorkCalendar.national.echo(of: try day("2026-11-21")) == "2026-11-21 周六 休息日")
    }

    @Test("A year without an arrangement is said")
    func unknownYear() throws {
        #expect(drawn(try picker("2031-03-03")).line(10) == "  2031 年放假安排尚未录入, 按周一至周五推算")
        #expect(drawn(try picker("2026-03-03")).line(10) == "")
    }

    @Test("Arrows go by day and week, pages by month, Home to today, and Enter chooses")
    func keys() throws {
        var picker = try picker("2026-12-31")
        let moves = picker.handle(.right)
        #expect(moves)
        #expect(picker.day == (try day("2027-01-01")))
        _ = picker.handle(.up)
        #expect(picker.day == (try day("2026-12-25")))
        _ = picker.handle(.home)
        #expect(picker.day == (try day("2026-11-20")))
        _ = picker.handle(.down)
        _ = picker.handle(.left)
        #expect(picker.day == (try day("2026-11-26")))
        let escapes = picker.handle(.escape)
        #expect(!escapes)
    }

    @Test("Turning months from the 31st ends on the last day and comes back to the 31st")
    func monthEnds() throws {
        var picker = try picker("2027-12-31")
        _ = picker.handle(.pageDown)
        _ = picker.handle(.pageDown)
        #expect(picker.day == (try day("2028-02-29")))
        _ = picker.handle(.pageDown)
        #expect(picker.day == (try day("2028-03-31")))
        for _ in 0..<3 { _ = picker.handle(.pageUp) }
        #expect(picker.day == (try day("2027-12-31")))
    }

    @Test("The calendar ends where its years end, and keys there do no harm")
    func ends() {
        var picker = DayPicker(Day.last, today: Day.first, calendar: .national)
        for key: Key in [.right, .down, .pageDown] { _ = picker.handle(key) }
        #expect(picker.day == Day.last)
        #expect(drawn(picker).line(0) == "  2999 年 12 月")
        _ = picker.handle(.home)
        for key: Key in [.left, .up, .pageUp] { _ = picker.handle(key) }
        #expect(picker.day == Day.first)
        #expect(drawn(picker).line(0) == "  1900 年 1 月")
    }

    @Test("Every month fits into its six weeks and shows each of its days once")
    func everyMonth() throws {
        var picker = try picker("2004-01-01")
        for _ in 0..<300 {
            let grid = drawn(picker)
            let shown = (2..<8).flatMap { grid.line($0).split { !$0.isASCII || !$0.isNumber } }.compactMap { Int($0) }
            let days = (1...31).filter { Day(year: picker.day.year, month: picker.day.month, day: $0) != nil }
            #expect(shown == days)
            _ = picker.handle(.pageDown)
        }
    }

    @Test("A room too small for it, or none, does no harm", arguments: [0, 1, 3, 11], [0, 1, 7, 44])
    func smallRoom(rows: Int, columns: Int) throws {
        let grid = drawn(try picker("2026-10-12"), Size(rows: rows, columns: columns))
        #expect(grid.cursor.map { $0.row < rows && $0.column < columns } ?? true)
    }
}
