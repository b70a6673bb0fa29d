// Wide terminals: the room is used, and a narrow one has the same.
import Model
import Testing

@testable import Console

@Suite struct WideTests {
    private func desk(_ keys: String, columns: Int) throws -> ScreenPlay {
        let play = try ScreenPlay(start: "demo 2026-11-20T09:00", size: Size(rows: 40, columns: columns))
        play.signIn("fabu")
        try play.play(keys)
        return play
    }

    @Test("A wide list shows units, whole dates and the nearest deadline")
    func list() throws {
        let play = try desk("", columns: 140)
        #expect(play.text.contains("最近期限"))
        #expect(try !desk("", columns: 100).text.contains("最近期限"))
    }

    @Test("Beside a matter's page stands what the line in hand leads to, and it follows the cursor")
    func preview() throws {
        let play = try desk("Space", columns: 140)
        let more = "后面还有, 按 Enter 看全文"
        let first = play.text
        #expect(first.contains("听证公告 2026-") && (first.contains(more) || first.contains("特此公告")))
        try play.play("Down")
        #expect(play.text != first)
        try play.play("Down*2")
        #expect(play.text.contains("期限怎么数的"))
        #expect(try !desk("Space", columns: 100).text.contains(more))
    }

    @Test("In a wide form short fields stand two by two, in the same order of places")
    func form() throws {
        let wide = try desk("F2", columns: 140)
        let narrow = try desk("F2", columns: 80)
        let labels = ["代表名额", "产生方式"]
        #expect(labels.allSatisfy { wide.text.contains($0) && narrow.text.contains($0) })
        var stops: [[String]] = [[], []]
        for (index, play) in [wide, narrow].enumerated() {
            for _ in 0..<12 {
                try play.play("Tab")
                stops[index].append(play.app.screens.last?.fieldHelp(play.app.desk)?.title ?? "")
            }
        }
        #expect(stops[0] == stops[1])
        let rows = wide.lines.filter { $0.contains("意见截止") || $0.contains("听证时间") || $0.contains("听证日期") }
        #expect(rows.contains { $0.contains("*听证") && $0.matches(of: /\*/).count > 1 }, "\(wide.text)")
    }

    @Test("The cursor stands in the field it is said to be in, on either half", arguments: [80, 140, 200])
    func cursor(columns: Int) throws {
        let play = try desk("F2", columns: columns)
        for _ in 0..<14 {
            try play.play("Tab")
            let grid = play.app.paint()
            GridRules.check(grid)
            #expect(grid.cursor != nil)
        }
    }
}
