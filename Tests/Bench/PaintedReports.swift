// Reports as a supervisor sees them come up: from the key to the last byte of the picture.
import Pty

struct PaintedReports {
    private static let rounds = 15

    private enum Key {
        static let enter = "\r"
        static let escape = "\u{1B}"
        static let space = " "
        static let down = "\u{1B}OB"
        static let home = "\u{1B}OH"
        static let f2 = "\u{1B}OQ"
        static let f4 = "\u{1B}OS"
        static let f6 = "\u{1B}[17~"
    }

    /// A report: how it is gone to from the list of reports, and what then stands over it.
    private struct Way {
        let name: String
        let keys: [String]
        let title: String
    }

    /// In the form of a report the first field is the system, the third the dates; all of them come first.
    private static let everything = [Key.f4, Key.space, Key.down, Key.down, Key.f4, Key.home, Key.enter, Key.f2]
    private static let ways = [
        Way(name: "summary of all units, this year", keys: [Key.down, Key.enter], title: "发布情况汇总报表"),
        Way(name: "detail, this year", keys: [Key.enter], title: "发布情况明细报表"),
        Way(name: "comments, this year", keys: [Key.down, Key.down, Key.enter], title: "群众建议明细报表"),
        Way(name: "answers, this year", keys: [Key.down, Key.down, Key.down, Key.enter], title: "答复时效和满意度"),
        Way(
            name: "summary, all systems and dates", keys: [Key.down, Key.enter] + everything, title: "全部系统"),
        Way(name: "detail, all systems and dates", keys: [Key.enter] + everything, title: "全部系统"),
    ]

    private let session: PtySession
    private let signingIn: Duration

    init(of store: String, program: String) throws {
        let folder = store.split(separator: "/").dropLast().map { "/" + $0 }.joined()
        (session, signingIn) = try Contestant.console(program, store: store, home: folder).desk(of: "jianguan")
        session.settle(silence: 200)
        for key in [Key.f6, Key.home] + Array(repeating: Key.down, count: 5) { press(key) }
        press(Key.enter)
        guard session.shows("发布情况汇总报表") else { throw NotPainted(page: "the reports", on: session.screen) }
    }

    private func press(_ key: String) {
        session.send(key)
        session.settle(silence: 60)
    }

    /// How long after its last key a report stood on the screen, in milliseconds.
    private func open(_ way: Way) throws -> Double {
        press(Key.home)
        for key in way.keys.dropLast() { press(key) }
        session.forgetSent()
        let begun = ContinuousClock.now
        session.send(way.keys.last ?? Key.enter)
        let isPainted = session.wait(milliseconds: 60_000) {
            $0.text.contains(way.title) && $0.line(2).contains("第 1-") && $0.text.contains("合计")
        }
        guard isPainted else { throw NotPainted(page: way.name, on: session.screen) }
        session.settle(silence: 100)
        let time = (session.heardAt - begun).milliseconds
        press(Key.escape)
        guard session.wait(until: { $0.text.contains("群众建议明细报表") && !$0.text.contains("合计") }) else {
            throw NotPainted(page: "the reports", on: session.screen)
        }
        return time
    }

    func print() throws {
        var table = Table("painted, \(Self.rounds) times, ms", "median", "p95", "goal")
        table.add("all units' lights, after the password", signingIn.milliseconds.text(1), "", "")
        for way in Self.ways {
            let times = try (0..<Self.rounds).map { _ in try open(way) }
            table.add(way.name, times.sorted()[times.count / 2].text(1), times.p95.text(1), "<= 100")
        }
        table.print()
        session.leave()
    }
}
