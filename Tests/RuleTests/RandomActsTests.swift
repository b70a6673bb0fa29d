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
    @Test("no sequence of acts of two processes reaches a state the rules forbid")
    func sequences() throws {
        let tally = try play(seeds: 1...6, steps: 40, on: Stage())
        // Else the rest would show nothing.
        let deeds = """
            announce notify report sendMaterials modify correct delete postpone terminate register handle reply hide show \
            markDuplicate unmarkDuplicate
            """
        for deed in deeds.split(separator: " ").map(String.init) {
            #expect(tally.done(deed) > 0, "\(deed) was never done:\n\(tally)")
        }
    }

    @Test("the same for as long as wanted", .enabled(if: Wanted.soak != nil))
    func soak() throws {
        let soak = (Wanted.soak ?? "").split(separator: " ").compactMap { UInt64($0) }
        guard soak.count == 3, soak[0] <= soak[1], soak[2] <= 100_000 else {
            throw Trouble("YANGGUANG_SOAK is not FIRST LAST MINUTES")
        }
        let end = ContinuousClock.now + .seconds(60 * Int(soak[2]))
        print(try play(seeds: soak[0]...soak[1], steps: 120, on: Stage(), until: end))
    }

    @Test("a case is played again", .enabled(if: Wanted.replay != nil))
    func replay() throws {
        let text = try String(contentsOfFile: Wanted.replay ?? "", encoding: .utf8)
        let steps = try text.split(separator: "\n").map { try Line.read(String($0), as: Moves.self) }
        let failed = try Case.replayed(steps, on: Stage())
        #expect(failed?.trouble.description == nil)
    }

    private func play(
        seeds: ClosedRange<UInt64>, steps: Int, on stage: Stage, until end: ContinuousClock.Instant? = nil
    ) throws -> Tally {
        var tally = Tally()
        for seed in seeds where end.map({ .now < $0 }) ?? true {
            guard let failed = try Case.found(seed: seed, steps: steps, on: stage, &tally) else { continue }
            let short = try failed.shortened(on: stage)
            Issue.record(
                """
                seed \(seed), step \(failed.steps.count): \(failed.trouble)
                shortest case found: \(short.trouble)
                \(try short.lines())
                """)
        }
        return tally
    }
}
