// A terminal is never given more pictures than it has shown.
import Testing

@testable import Console

@Suite("Pacing of a line")
struct LinePacingTests {
    /// Pacing of a terminal that has answered the first question.
    private func answering() -> LinePacing {
        var pacing = LinePacing()
        _ = pacing.note(sent: 3000, now: 0)
        pacing.answered()
        return pacing
    }

    @Test("Behind a picture the terminal is asked, and the next one waits for its answer")
    func holds() {
        var pacing = answering()
        let asks = pacing.note(sent: 400, now: 10)
        #expect(asks)
        #expect(pacing.isHolding)
        pacing.answered()
        #expect(!pacing.isHolding)
    }

    @Test("What a few typed characters change waits for nothing")
    func typing() {
        var pacing = answering()
        for _ in 0..<6 {
            let isAsked = pacing.note(sent: 20, now: 0)
            #expect(!isAsked)
        }
        #expect(!pacing.isHolding)
        let asks3 = pacing.note(sent: 20, now: 0)
        #expect(asks3)
    }

    @Test("A terminal that never answers is asked once and never waited for")
    func silent() {
        var pacing = LinePacing()
        let asks4 = pacing.note(sent: 3000, now: 0)
        #expect(asks4)
        for _ in 0..<9 {
            let isAsked = pacing.note(sent: 3000, now: 0)
            #expect(!isAsked)
        }
        #expect(!pacing.isHolding)
    }

    @Test("One that stops answering is waited for three seconds, and paced again once it answers")
    func stops() {
        var pacing = answering()
        _ = pacing.note(sent: 400, now: 1000)
        pacing.giveUp(now: 3999)
        #expect(pacing.isHolding)
        pacing.giveUp(now: 4000)
        #expect(!pacing.isHolding)
        let asks6 = pacing.note(sent: 400, now: 5000)
        #expect(!asks6)
        pacing.answered()
        let asks7 = pacing.note(sent: 400, now: 6000)
        #expect(asks7)
    }

    @Test(
        "The answer is no key, however it is split, also while keys are shown with their bytes",
        arguments: [false, true])
    func answer(isTraced: Bool) {
        var decoder = InputDecoder()
        decoder.isTraced = isTraced
        let events = "\u{1B}[0n".utf8.flatMap { decoder.decode([$0]) }
        #expect(events.isEmpty)
        let isReady = decoder.takeReadiness()
        #expect(isReady)
        let isStillReady = decoder.takeReadiness()
        #expect(!isStillReady)
    }
}
