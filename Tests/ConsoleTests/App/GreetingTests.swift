// What the status line says after sign-in.
import CountyFixture
import Model
import Testing

@testable import Console

@Suite struct GreetingTests {
    private func greeting(_ name: String, columns: Int, _ fill: (inout Waiting) -> Void) throws -> String {
        let county = try County()
        _ = try county.signIn(name)
        let session = try county.signIn(name)
        var waiting = Waiting()
        fill(&waiting)
        let last = try county.office.lastSignIn(in: session)
        return Landing.greeting(session.clerk, waiting, last) { TextWidth.of($0) <= columns }
    }

    private func much(_ waiting: inout Waiting) {
        (waiting.redTodos, waiting.soonTodos, waiting.overdue, waiting.soon) = (10, 9, 6, 7)
        waiting.comments = [.hearing: 81]
        waiting.todos = [.notes: 1, .drafts: 2]
        (waiting.returned, waiting.unposted) = (1, 8)
    }

    @Test("what waits comes first; the last sign-in follows where there is room beside every count")
    func wide() throws {
        #expect(
            try greeting("fabu", columns: 200, much)
                == "您好, 李文。超期 10 项, 将到期 9 项, 待办建议 81 条, 督办待答复 1 件, 退回 1 份, 草稿 2 份, 未上网登记 8 份。上次登录 2026-11-20 09:00, tty1"
        )
        #expect(
            try greeting("fabu", columns: 120, much)
                == "您好, 李文。超期 10, 将到期 9, 待办建议 81, 督办待答复 1, 退回 1, 草稿 2, 未上网登记 8。上次登录 2026-11-20 09:00, tty1"
        )
    }

    @Test("where room is short the last sign-in is left out before any count, and what is overdue is always said")
    func narrow() throws {
        #expect(
            try greeting("fabu", columns: 78, much) == "您好, 李文。超期 10, 将到期 9, 待办建议 81, 督办待答复 1, 退回 1, 草稿 2")
        #expect(try greeting("fabu", columns: 20, much) == "您好, 李文。超期 10")
        #expect(try greeting("fabu", columns: 78) { _ in } == "您好, 李文。没有等待办理的事项。上次登录 2026-11-20 09:00, tty1")
    }

    @Test("超期 in the greeting is 超期 in the menu, and the units' is told as theirs")
    func oneFigure() throws {
        let supervisor = try greeting("jianguan", columns: 200, much)
        #expect(supervisor.contains("超期 10 项, 将到期 9 项, 各单位超期 6 项, 各单位将到期 7 项"), "\(supervisor)")
        let play = try ScreenPlay(start: "desk 2026-11-20T09:00", size: .floor)
        play.signIn("fabu")
        let red = try #require(play.app.menu?.rows.first { $0.target == .todo }?.red)
        #expect(red > 0 && play.status.contains("超期 \(red)"), "\(play.status)")
    }
}
