// The cursor one row down in a list: bytes on the line, and time until the last of them.
import Pty

struct MoveFigures {
    private struct Move {
        var bytes: Int
        /// The UTF-8 bytes of the cells that look different afterwards.
        var changed: Int
        var milliseconds: Double

        var ratio: Double { Double(bytes) / Double(max(1, changed)) }
    }

    private static let down = "\u{1B}OB"
    /// As many as every list shows without scrolling.
    private static let inOneList = 9

    private var moves: [(name: String, moves: [Move])] = []

    init(of contest: Contest) throws {
        moves = contest.all.map { ($0.name, []) }
        while moves[0].moves.count < Bench.moves {
            let sessions = [try contest.list().session] + (try contest.all.dropFirst().map { try $0.start().session })
            for (index, session) in sessions.enumerated() {
                session.settle()
                moves[index].moves += (0..<Self.inOneList).map { _ in Self.moveDown(session) }
                session.leave()
            }
        }
    }

    private static func moveDown(_ session: PtySession) -> Move {
        let before = session.screen.cells
        session.forgetSent()
        let begun = ContinuousClock.now
        session.send(down)
        session.settle(silence: 40)
        return Move(
            bytes: session.sent.count, changed: session.screen.bytes(changedSince: before),
            milliseconds: (session.heardAt - begun).milliseconds)
    }

    func print() {
        let commander = moves[1].moves.map(\.milliseconds).median
        var table = Table(
            "cursor down, \(moves[0].moves.count) moves", "median bytes", "most bytes", "per changed", "most",
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
        table.add("goal for yangguang", "", "<= 220", "", "<= 1.30")
        table.print()
    }
}
