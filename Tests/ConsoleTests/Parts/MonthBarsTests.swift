// The twelve months of a unit in characters.
import Model
import Testing

@testable import Console

@Suite struct MonthBarsTests {
    private func lines(_ counts: [(Int, Int)], columns: Int) throws -> [String] {
        let months = try counts.enumerated().map { index, count in
            SupervisedUnit.Month(
                first: try #require(Day(year: 2026, month: index + 1, day: 1)), announcements: count.0, late: count.1)
        }
        return MonthBars(months, columns: columns).lines.map(\.text)
    }

    @Test("a bar is as long as its number, which stands beside it")
    func asLong() throws {
        #expect(
            try lines([(3, 1), (0, 0)], columns: 53) == [
                "  2026-01  公告    3 ###         逾期    1 #", "  2026-02  公告    0             逾期    0 ",
            ])
    }

    @Test("what is longer than the room is drawn to a scale, which is said; what there is of is never drawn as nothing")
    func scaled() throws {
        let drawn = try lines([(95, 1), (10, 0)], columns: 53)
        #expect(drawn[0].contains("公告   95 ########## ") && drawn[0].hasSuffix("逾期    1 #"))
        #expect(drawn.last == "  每个 # 表示 10 件, 不足的也画一个")
    }

    @Test("no line is wider than its room, whatever the figures", arguments: [41, 54, 74, 120])
    func fits(columns: Int) throws {
        for count in [0, 1, 9, 99, 999, 9999] {
            for line in try lines([(count, count)], columns: columns) {
                #expect(TextWidth.of(line) <= columns, "\(line)")
            }
        }
    }
}
