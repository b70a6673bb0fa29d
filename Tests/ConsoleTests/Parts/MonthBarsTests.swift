// The twelve months of a unit in characters.
import Model
import Testing

@testable import Console

@Suite struct MonthBarsTests {
    private func lines(_ counts: [(Int, Int, Int)], columns: Int) throws -> [String] {
        let months = try counts.enumerated().map { index, count in
            SupervisedUnit.Month(
                first: try #require(Day(year: 2026, month: index + 1, day: 1)), announcements: count.0, late: count.1,
                missing: count.2)
        }
        return MonthBars(months, columns: columns).lines.map(\.text)
    }

    @Test("a bar is as long as its number, which stands beside it; what is owed stands there, too")
    func asLong() throws {
        #expect(
            try lines([(22, 4, 0), (3, 3, 0), (0, 0, 1)], columns: 54) == [
                "  月份      公告  逾期  欠发  ", "  2026-01     22     4     -  xxxx##################",
                "  2026-02      3     3     -  xxx", "  2026-03      -     -     1  ", "  一个 # 是一件公告, x 是其中逾期的",
            ])
    }

    @Test("what is longer than the room is drawn to a scale, which is said; what there is of is never drawn as nothing")
    func scaled() throws {
        let drawn = try lines([(95, 1, 0), (10, 0, 0), (1, 0, 0)], columns: 53)
        #expect(drawn[1] == "  2026-01     95     1     -  x######################")
        #expect(drawn[2].hasSuffix("-  ##") && drawn[3].hasSuffix("-  #"))
        #expect(drawn.last == "  # 公告, x 其中逾期; 最长 95 件")
    }

    @Test("no line is wider than its room, whatever the figures", arguments: [41, 54, 74, 120])
    func fits(columns: Int) throws {
        for count in [0, 1, 9, 99, 999, 9999] {
            for line in try lines([(count, count, count)], columns: columns) {
                #expect(TextWidth.of(line) <= columns, "\(line)")
            }
        }
    }
}
