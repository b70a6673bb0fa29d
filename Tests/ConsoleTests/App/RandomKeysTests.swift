// A cat on the keyboard: whatever keys come, the desk stays whole.
import CountyFixture
import Model
import Testing

@testable import Console

@Suite struct RandomKeysTests {
    private static let keys: [Key] =
        (1...12).map(Key.function) + "abcdefghijklmnopqrstuvwxyz".map { Key.control($0) }
        + [
            .enter, .enter, .enter, .escape, .tab, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .down,
            .left, .right, .right, .home, .end, .pageUp, .pageDown,
        ] + "/n 1２听ascdbgmlt％\u{301}👨‍👩‍👧".map { Key.character($0) }

    @Test(
        "Thousands of random keys, pastes and sizes never break a picture",
        arguments: zip(["fabu", "shenhe", "jianguan", "xitong", "anquan", "shenji"], [500, 250, 250, 100, 100, 100]))
    func deskStaysWhole(_ clerk: String, _ count: Int) throws {
        var play = try ScreenPlay(start: "demo 2026-12-03T18:00", size: .floor)
        play.signIn(clerk)
        var numbers = SeededNumbers(seed: UInt64(count) + UInt64(clerk.utf8.count))
        var last: [InputEvent] = []
        for step in 0..<count {
            let event = Self.event(&numbers)
            last = last.suffix(30) + [event]
            play.handle(event)
            if play.app.hasEnded {
                play = try ScreenPlay(beside: play)
                play.signIn(clerk)
            }
            let problem = play.terminal.inItsWidths { GridRules.problem(play.app.paint()) }
            #expect(problem == nil, "step \(step): \(last)")
            if problem != nil { return }
        }
    }

    private static func event(_ numbers: inout SeededNumbers) -> InputEvent {
        switch Int.random(in: 0..<60, using: &numbers) {
        case 0: return .paste(String(RandomText.characters(80, using: &numbers)))
        case 1:
            return .resized(
                Size(rows: Int.random(in: 20...50, using: &numbers), columns: Int.random(in: 60...140, using: &numbers))
            )
        case 2...5: return .resized(.floor)
        case 6: return .woken
        default: return .key(keys[Int.random(in: 0..<keys.count, using: &numbers)])
        }
    }
}
