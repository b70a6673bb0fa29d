// Tables as the management list of the slides shows them.

import Testing

@testable import Console

@Suite("The columns of a table")
struct ColumnsTests {
    private let list = Columns(
        .init("", .fixed(4)), .init("编号", .fixed(7)), .init("标题", .flexible), .init("听证会", .fixed(6)),
        .init("是否通知", .fixed(8)), .init("是否报告", .fixed(8)))

    private func drawn(columns: Int = 56, _ body: (Canvas) -> Void) -> Grid {
        let grid = Grid(Size(rows: 1, columns: columns))
        body(Canvas(grid))
        return grid
    }

    @Test("H10: the management list at 80 columns looks as the design draws it")
    func managementList() {
        let headings = drawn { list.drawHeadings(on: $0) }
        #expect(headings.line(0) == "      编号    标题              听证会 是否通知 是否报告")
        let row = drawn {
            list.draw(
                [
                    .init("将到", .soon), .init("2026-11"), .init("关于老城区停车收费标准的公告"), .init("11-27"), .init("通知已发"),
                    .init("发布报告", .act),
                ], row: 0, on: $0, current: .init(cell: 5))
        }
        #expect(row.line(0) == ">将到 2026-11 关于老城区停车..  11-27  通知已发 发布报告")
        #expect(row[0, 1].style == .soon)
        #expect(row[0, 48].style == .current)
        #expect(row[0, 39].style == .plain)
    }

    @Test("A wider screen gives its columns to the flexible ones, by their shares, to the last column")
    func shares() {
        let table = Columns(.init("单位", .flexible), .init("标题", .flexible(share: 2)), .init("日期", .fixed(10)))
        #expect(table.layout(80) == [1..<23, 24..<69, 70..<80])
        #expect(list.layout(132)[2].count == 93)
    }

    @Test("Numbers stand at the right of their column")
    func numbersRight() {
        let table = Columns(.init("单位", .flexible), .init("建议数", .fixed(6), side: .right))
        #expect(
            drawn(columns: 20) { table.draw([.init("教育局"), .init("12")], row: 0, on: $0) }.line(0)
                == " 教育局           12")
    }

    @Test("A canvas that is too narrow, or none, shows what fits and never fails", arguments: 0...60)
    func narrow(columns: Int) {
        let values = Array(repeating: Columns.Value("发布通知"), count: 9)
        let grid = drawn(columns: columns) {
            list.drawHeadings(on: $0)
            list.draw(values, row: 0, on: $0, current: .init(cell: 5))
            list.draw(values, row: 7, on: $0)
        }
        #expect(columns == 0 || grid.line(0).hasPrefix(">"))
    }
}
