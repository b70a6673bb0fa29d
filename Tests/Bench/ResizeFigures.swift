// A storm of sizes, as a window drawn by its corner sends it: how long until the picture is whole again, and what it cost.
import CountyFixture
import Glibc
import Pty

struct ResizeFigures {
    private static let storms = 8
    private static let sizes = 60

    private struct Recovery {
        let milliseconds: Double
        let bytes: Int
        let isWhole: Bool
    }

    private var recoveries: [(name: String, recoveries: [Recovery])] = []

    init(of contest: Contest) throws {
        recoveries = contest.all.map { ($0.name, []) }
        var numbers = SeededNumbers(seed: 1)
        for _ in 0..<Self.storms {
            for (index, program) in contest.all.enumerated() {
                let session = try index == 0 ? contest.list().session : program.start().session
                session.settle()
                recoveries[index].recoveries.append(Self.storm(session, program, &numbers))
                session.leave()
            }
        }
    }

    private static func storm(
        _ session: PtySession, _ program: Contestant, _ numbers: inout SeededNumbers
    ) -> Recovery {
        session.forgetSent()
        for _ in 0..<sizes {
            session.resize(rows: .random(in: 10...60, using: &numbers), columns: .random(in: 40...200, using: &numbers))
            usleep(2000)
        }
        session.resize(rows: 24, columns: 80)
        let begun = ContinuousClock.now
        session.settle(silence: 200)
        return Recovery(
            milliseconds: (session.heardAt - begun).milliseconds, bytes: session.sent.count,
            isWhole: session.screen.line(program.lastPainted.row).contains(program.lastPainted.text))
    }

    func print() {
        let commander = recoveries[1].recoveries.map(\.milliseconds).median
        var table = Table(
            "\(Self.sizes) sizes in \(Self.sizes * 2) ms", "median ms", "most ms", "beside mc", "median bytes",
            "whole after")
        for program in recoveries {
            let times = program.recoveries.map(\.milliseconds)
            table.add(
                program.name, times.median.text(1), (times.max() ?? 0).text(1), (times.median / commander).text(2),
                String(program.recoveries.map(\.bytes).median),
                "\(program.recoveries.count { $0.isWhole })/\(program.recoveries.count)")
        }
        table.print()
    }
}
