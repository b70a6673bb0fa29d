// Random acts of clerks in two processes at one store, held against a small model of the rules written from the office's rule book.
import Testing

@Suite("Random acts")
struct RandomActsTests {
    @Test("no sequence of acts of two processes reaches a state the rules forbid")
    func sequences() throws {
        let tally = try Seeds(1...5, steps: 50).play(on: Stage())
        // Else the rest would show nothing.
        let deeds = """
            announce notify report sendMaterials modify correct delete postpone terminate register handle reply hide show \
            markDuplicate unmarkDuplicate backfillAnnouncement backfill post postNotice changeReply extendReply \
            recordSatisfaction
            """
        for deed in deeds.split(separator: " ").map(String.init) {
            #expect(tally.done(deed) > 0, "\(deed) was never done:\n\(tally)")
        }
    }
}
