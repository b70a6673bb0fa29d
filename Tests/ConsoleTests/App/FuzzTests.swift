// A line full of noise: whatever bytes come, the desk stays whole and so does the store.
import CountyFixture
import Foundation
import Model
import Testing

@testable import Console

@Suite struct FuzzTests {
    /// script/soak asks for more.
    private static let count = ProcessInfo.processInfo.environment["YANGGUANG_FUZZ"].flatMap { Int($0) } ?? 20_000

    @Test(
        "Random bytes and sizes break no picture and no store, and nothing hangs",
        arguments: ["fabu", "jianguan", "xitong"])
    func noise(_ clerk: String) throws {
        var numbers = SeededNumbers(seed: UInt64(clerk.utf8.count))
        var play = try ScreenPlay(start: "demo 2026-12-03T18:00", size: .floor)
        play.signIn(clerk)
        var decoder = InputDecoder()
        var left = Self.count / 3
        var pieces = 0
        while left > 0 {
            let bytes = Self.bytes(&numbers)
            left -= bytes.count
            pieces += 1
            decoder.isTraced = play.app.wantsArrivals
            var events = decoder.decode(bytes, followsAtOnce: Bool.random(using: &numbers))
            if Int.random(in: 0..<4, using: &numbers) == 0 { events += decoder.flush() }
            if Int.random(in: 0..<40, using: &numbers) == 0 { events.append(.resized(Self.size(&numbers))) }
            if Int.random(in: 0..<20, using: &numbers) == 0 { events.append(.resized(.floor)) }
            for event in events where !play.app.hasEnded { play.handle(event) }
            if play.app.hasEnded {
                play = try ScreenPlay(beside: play)
                play.signIn(clerk)
            }
            guard pieces % 8 == 0 else { continue }
            let problem = play.terminal.inItsWidths { GridRules.problem(play.app.paint()) }
            #expect(problem == nil, "piece \(pieces)")
            if problem != nil { return }
        }
        let findings = play.office.check { _ in true }
        #expect(findings.isEmpty)
    }

    private static let tails = [
        "[A", "[B", "[C", "[D", "OA", "OB", "[H", "[F", "[5~", "[6~", "[3~", "[2~", "[Z", "OP", "OQ", "OR", "OS",
        "[15~",
        "[17~", "[20~", "[23~", "[24~", "[1;2C", "[1;5D", "v", "x", "c", "a", "f", "n", "e", "[200~", "[201~", "[0n",
        "[7;5R", "[M", "]11;x", "P1$", "[?1;2c", "[99~", "",
    ]
    private static let texts = [
        "\r", "\t", " ", "听证", "ｎ", "、", "/", "n", "a", "f", "2026-12-08", "%", "\u{301}", "\u{7F}",
    ]

    /// A key as some terminal sends it, a bit of text, or anything.
    private static func bytes(_ numbers: inout SeededNumbers) -> [UInt8] {
        switch Int.random(in: 0..<10, using: &numbers) {
        case 0..<4: Array("\u{1B}\(tails.randomElement(using: &numbers) ?? "")".utf8)
        case 4..<7: Array((texts.randomElement(using: &numbers) ?? "").utf8)
        case 7: [UInt8.random(in: 1...26, using: &numbers)]
        default:
            (0..<Int.random(in: 1...12, using: &numbers)).map { _ in UInt8.random(in: 0...255, using: &numbers) }
        }
    }

    private static func size(_ numbers: inout SeededNumbers) -> Size {
        Size(rows: Int.random(in: 1...60, using: &numbers), columns: Int.random(in: 1...200, using: &numbers))
    }
}
