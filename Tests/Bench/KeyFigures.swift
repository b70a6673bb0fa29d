// A key in a list, the cursor a row or a page down: bytes on the line, and time until the last of them.
import Pty

struct KeyFigures {
    /// A key, and how often each list shows something new for it.
    struct Press {
        let name: String
        let key: String
        let inOneList: Int
        /// The most bytes beyond 1.3 for each that changed.
        let goal: String

        static let down = Press(name: "cursor down", key: "\u{1B}OB", inOneList: 9, goal: "<= 220")
        static let page = Press(name: "page down", key: "\u{1B}[6~", inOneList: 1, goal: "")
    }

    private struct Move {
        var bytes: Int
        /// The UTF-8 bytes of the cells that look different afterwards.
        var changed: Int
        var milliseconds: Double

        var ratio: Double { Double(bytes) / Double(max(1, changed)) }
    }

    private let press: Press
    private var moves: [(name: String, moves: [Move])] = []

    init(_ press: Press, of contest: Contest) throws {
        self.press = press
        moves = contest.all.map { ($0.name, []) }
        while moves[0].moves.count < Bench.moves {
            let sessions = [try contest.list().session] + (try contest.all.dropFirst().map { try $0.start().session })
            for (index, session) in sessions.enumerated() {
                session.settle()
                moves[index].moves += (0..<press.inOneList).map { _ in Self.send(press.key, to: session) }
                session.leave()
            }
        }
    }

    private static func send(_ key: String, to session: PtySession) -> Move {
        let before = session.screen.cells
        session.forgetSent()
        let begun = ContinuousClock.now
        session.send(key)
        session.settle(silence: 40)
        return Move(
            bytes: session.sent.count, changed: session.screen.bytes(changedSince: before),
            milliseconds: (session.heardAt - begun).milliseconds)
    }

    func print() {
        let commander = moves[1].moves.map(\.milliseconds).median
        var table = Table(
            "\(press.name), \(moves[0].moves.count) times", "median bytes", "most bytes", "per changed", "most",
            "median ms",
            "beside mc")
        for program in moves {
            let bytes = program.moves.map(\.bytes)
            let ratios = program.moves.map(\.ratio)
            let time = program.moves.map(\.milliseconds).median
            table.add(
                program.name, String(bytes.median), String(bytes.max() ?? 0), ratios.median.text(2),
                (ratios.max() ?? 0).text(2), time.text(2), (time / commander).text(2))
        }
        table.add("goal for yangguang, 1.3 and 200 bytes", "", press.goal, "", "<= 1.30")
        table.print()
    }
}
