// Random acts of clerks in two processes at one store, held against a small model of the rules written from the office's rule book.
import ActOrders
import Foundation
import Testing

/// What `script/soak` asks for.
private enum Wanted {
    /// First seed, last seed, minutes.
    static let soak = ProcessInfo.processInfo.environment["YANGGUANG_SOAK"]
    /// The file of a case.
    static let replay = ProcessInfo.processInfo.environment["YANGGUANG_REPLAY"]
}

@Suite("Random acts", .serialized)
struct RandomActsTests {
    @Test("no sequence of acts of two processes reaches a state the rules forbid", arguments: 1...6)
    func sequences(seed: UInt64) throws {
        try check(seed: seed, steps: 40, on: Stage())
    }

    @Test("the same for as long as wanted", .enabled(if: Wanted.soak != nil))
    func soak() throws {
        let soak = (Wanted.soak ?? "").split(separator: " ").compactMap { UInt64($0) }
        guard soak.count == 3, soak[0] <= soak[1], soak[2] <= 100_000 else {
            throw Trouble("YANGGUANG_SOAK is not FIRST LAST MINUTES")
        }
        let end = ContinuousClock.now + .seconds(60 * Int(soak[2]))
        var seed = soak[0]
        while seed <= soak[1], ContinuousClock.now < end {
            try check(seed: seed, steps: 120, on: Stage())
            seed += 1
        }
        print("random acts: seeds \(soak[0]) to \(seed - 1) played")
    }

    @Test("a case is played again", .enabled(if: Wanted.replay != nil))
    func replay() throws {
        let text = try String(contentsOfFile: Wanted.replay ?? "", encoding: .utf8)
        let steps = try text.split(separator: "\n").map { try Line.read(String($0), as: Moves.self) }
        let failed = try Case.replayed(steps, on: Stage())
        #expect(failed?.trouble.description == nil)
    }

    private func check(seed: UInt64, steps: Int, on stage: Stage) throws {
        guard let failed = try Case.found(seed: seed, steps: steps, on: stage) else { return }
        let short = try failed.shortened(on: stage)
        Issue.record(
            """
            seed \(seed), step \(failed.steps.count): \(failed.trouble)
            shortest case found: \(short.trouble)
            \(try short.lines())
            """)
    }
}
