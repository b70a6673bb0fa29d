// 督查 and 督办 at the desk: where lines lead, and that coming back finds the same line.
import CountyFixture
import Model
import Testing

@testable import Console

@Suite struct SupervisionWalkTests {
    private func desk(_ clerk: String, start: String = "desk 2026-11-20T09:00") throws -> ScreenPlay {
        let play = try ScreenPlay(start: start, size: .floor)
        play.signIn(clerk)
        return play
    }

    /// The line the cursor is on.
    private func marked(_ play: ScreenPlay) -> String? {
        play.text.split(separator: "\n").first { $0.contains("│>") && !$0.hasPrefix("│>") }.map(String.init)
    }

    @Test("coming back to a unit's page finds the same line, though several are about one matter")
    func sameLine() throws {
        let play = try desk("jianguan")
        try play.play("Enter")
        for _ in 0..<12 {
            let before = marked(play)
            try play.play("F2 Esc")
            #expect(play.top == "supervised-unit" && marked(play) == before)
            try play.play("Enter Esc")
            #expect(play.top == "supervised-unit" && marked(play) == before)
            try play.play("Down")
        }
    }

    @Test("a unit's page leads to the comments that want an answer, and to what is not registered on the web")
    func leads() throws {
        let play = try desk("jianguan")
        try play.play("Enter")
        var tops: Set<String> = []
        for _ in 0..<14 {
            try play.play("Enter")
            tops.insert(play.top)
            try play.play("Esc Down")
        }
        #expect(tops.isSuperset(of: ["matter", "comments", "supervision-note"]), "\(tops)")
    }

    @Test("whoever answers a note reads it above the answer")
    func readsWhileAnswering() throws {
        let play = try desk("fabu")
        try play.play("Esc F6 End Up*2 Enter u Down Enter Right Enter")
        #expect(play.top == "form" && play.text.contains("请明确各件事项答复群众建议的责任人和联系电话。"), "\(play.text)")
    }

    @Test("督办往来 is narrowed by unit and state, and writes to a unit that is chosen")
    func notes() throws {
        let play = try desk("jianguan")
        try play.play("u F4 Space Tab Space F2")
        #expect(play.top == "supervision-notes" && play.text.contains("发展和改革局  还没有答复  全部日期"), "\(play.text)")
        try play.play("F2")
        #expect(play.top == "choice")
        try play.play("Enter")
        #expect(play.top == "form" && play.text.contains("督办发展和改革局"))
        try play.play("Esc a")
        #expect(play.text.contains("全部单位  全部日期"))
        let unit = try desk("fabu")
        try unit.play("Esc F6 End Up*2 Enter u F2")
        #expect(unit.status.hasPrefix("督办要由监管员办理"), "\(unit.status)")
    }

    @Test("F10 is on the bar of every screen, however many keys there are", arguments: ["", "Enter", "u", "k", "j"])
    func leaving(keys: String) throws {
        let play = try desk("jianguan")
        try play.play(keys)
        #expect(play.text.split(separator: "\n").last?.contains("F10退出") == true, "\(play.text)")
    }

    @Test("B1: what is counted as owed is opened from the report, and leads to its unit or its form")
    func owed() throws {
        let play = try desk("jianguan", start: "bulletins 2026-11-20T09:00")
        try play.play("F6 Home Down*3 Down*4 Enter Down*5 Enter Down Enter Right*4 =")
        #expect(play.top == "owed-periods" && play.text.contains("第 1-1 份 共 1 份"), "\(play.text)")
        try play.play("Enter")
        #expect(play.top == "supervised-unit")
        try play.play("Esc F2")
        #expect(play.top == "form")
    }
}
