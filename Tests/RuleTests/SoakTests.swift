// The long run of random acts, and cases that went wrong in it: script/soak.
import ActOrders
import Foundation
import Testing

/// What `script/soak` asks for.
private enum Wanted {
    /// Minutes, first seed, last seed.
    static let soak = ProcessInfo.processInfo.environment["YANGGUANG_SOAK"]
    /// The file of a case.
    static let replay = ProcessInfo.processInfo.environment["YANGGUANG_REPLAY"]
}

@Suite("Soak")
struct SoakTests {
    @Test("no long sequence of acts reaches a state the rules forbid", .enabled(if: Wanted.soak != nil))
    func soak() throws {
        let numbers = (Wanted.soak ?? "").split(separator: " ").compactMap { UInt64($0) }
        guard numbers.count == 3, numbers[1] <= numbers[2], numbers[0] < 1_000_000 else {
            throw Trouble("not minutes, first seed, last seed: \(Wanted.soak ?? "")")
        }
        let end = ContinuousClock.now + .seconds(60 * Int(numbers[0]))
        print(try Seeds(numbers[1]...numbers[2], steps: 120).play(on: Stage(), until: end))
    }

    @Test("a case that went wrong is right now", .enabled(if: Wanted.replay != nil))
    func replay() throws {
        let text = try String(contentsOfFile: Wanted.replay ?? "", encoding: .utf8)
        let lines = text.split(separator: "\n").map(String.init)
        let modes = try Line.read(lines.first ?? "", as: Modes.self)
        let steps = try lines.dropFirst().map { try Line.read($0, as: Moves.self) }
        let failed = try Case.replayed(modes, steps, on: Stage())
        #expect(failed?.trouble.description == nil)
    }
}
