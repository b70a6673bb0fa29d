// The first line of a work area.
import Testing

@testable import Console

@Suite("A heading")
struct HeadingTests {
    private func line(_ title: String, _ position: String?, columns: Int = 57) -> String {
        let grid = Grid(Size(rows: 1, columns: columns))
        Canvas(grid).putHeading(title, position)
        return grid.line(0)
    }

    @Test("a title never runs into where one is: it is cut, with a blank behind it")
    func cut() {
        #expect(
            line("发布情况明细报表: 已判定按时或逾期的", "第 1-9 件 共 229 件")
                == " 发布情况明细报表: 已判定按时或逾..  第 1-9 件 共 229 件")
        #expect(
            line("导入漾濞彝族自治县人民政府 2026 年放假安排", "第 17-33 行 共 233 行")
                == " 导入漾濞彝族自治县人民政府 2026.. 第 17-33 行 共 233 行")
        #expect(line("公告", "第 1 件", columns: 20) == " 公告       第 1 件")
        #expect(line("公告很长很长很长", nil, columns: 12) == " 公告很长..")
    }
}
