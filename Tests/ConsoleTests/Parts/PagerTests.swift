// Pages to be read: help, preview, history.

import Testing

@testable import Console

@Suite("A page to be read")
struct PagerTests {
    private let sixtyFour = (1...64).map { StyledLine("第 \($0) 条") }

    @Test("One sees where one is, and a page leaves one row in sight")
    func position() {
        var pager = Pager(sixtyFour, size: Size(rows: 20, columns: 40))
        #expect(pager.position == "第 1-20 行 共 64 行")
        _ = pager.handle(.pageDown)
        #expect(pager.position == "第 20-39 行 共 64 行")
        _ = pager.handle(.end)
        #expect(pager.position == "第 45-64 行 共 64 行")
        _ = pager.handle(.down)
        #expect(pager.top == 44)
        _ = pager.handle(.home)
        _ = pager.handle(.up)
        #expect(pager.top == 0)
        let isTaken = pager.handle(.enter)
        #expect(!isTaken)
        #expect(Pager([]).position == "共 0 行")
    }

    @Test("After a resize the line that was read is still the first one")
    func resize() {
        let long = (1...30).map { StyledLine("\($0)、" + String(repeating: "关于调整城市供水价格", count: 4)) }
        var pager = Pager(long, size: Size(rows: 6, columns: 90))
        for _ in 0..<10 { _ = pager.handle(.down) }
        pager.fit(Size(rows: 6, columns: 40))
        #expect(pager.rows[pager.top].text.hasPrefix("11、"))
        pager.fit(Size(rows: 60, columns: 90))
        #expect(pager.position == "第 1-30 行 共 30 行")
    }

    @Test("A line keeps its styles when it is wrapped, and its further lines stand in")
    func stylesWrapped() {
        let line = StyledLine("F2  ", .keyName, indent: 4).then("新建一件听证事项, 从公告开始")
        let rows = line.wrapped(to: 16)
        #expect(rows.map(\.text) == ["F2  新建一件听证", "    事项, 从公告", "    开始"])
        #expect(rows[0].spans.map(\.style) == [.keyName, .plain])
    }

    @Test("A line that does not fit ends in two dots once, whatever its spans")
    func cutLine() {
        let grid = Grid(Size(rows: 1, columns: 9))
        StyledLine("标题 ", .label).then("听证公告").then("草稿", .dim).draw(on: Canvas(grid), row: 0)
        #expect(grid.line(0) == "标题 听..")
        #expect(grid[0, 0].style == .label)
    }

    @Test("A document's own line ends and blank lines are kept")
    func lineEnds() {
        #expect(StyledLine("公告\n\n特此公告\n").wrapped(to: 20).map(\.text) == ["公告", "", "特此公告", ""])
        #expect(StyledLine.empty.wrapped(to: 20).map(\.text) == [""])
    }

    @Test("Text from outside cannot write control characters into a page")
    func outsideText() {
        #expect(StyledLine("建议\u{1B}[2J\u{202E}内容").wrapped(to: 40).map(\.text) == ["建议[2J内容"])
    }

    @Test("Any size, even none, is drawn without failing", arguments: [0, 1, 2, 7, 30], [0, 1, 2, 3, 11, 80])
    func anySize(rows: Int, columns: Int) {
        let lines = sixtyFour + [StyledLine("e\u{301}👨‍👩‍👧🇨🇳 𠮷，。", .label, indent: 6).then("《办法》", .dim)]
        var pager = Pager(lines, size: Size(rows: rows, columns: columns))
        for key: Key in [.down, .pageDown, .end, .pageUp, .up] {
            _ = pager.handle(key)
            #expect(pager.visible.count == min(max(1, rows), pager.rows.count))
            for drawn in [Size(rows: rows, columns: columns), Size(rows: 3, columns: 1), Size(rows: 0, columns: 0)] {
                let grid = Grid(drawn)
                pager.draw(on: Canvas(grid))
                #expect(grid.size == drawn)
            }
        }
    }
}
