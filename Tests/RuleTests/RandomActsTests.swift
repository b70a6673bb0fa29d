// Random acts of clerks in two processes at one store, held against a small model of the rules written from the office's rule book.
import Testing

@Suite("Random acts")
struct RandomActsTests {
    @Test("no sequence of acts of two processes reaches a state the rules forbid")
    func sequences() throws {
        let deeds = """
            announce notify report sendMaterials modify correct delete postpone terminate register handle reply hide show \
            markDuplicate unmarkDuplicate backfillAnnouncement backfill post postNotice changeReply extendReply \
            recordSatisfaction signed emergency agreed submit withdraw decide sign
            """.split(separator: " ").map(String.init)
        let stage = try Stage()
        var tally = Tally()
        // What two processes do at once is not the same every time: played until each deed was done, else the rest would show nothing.
        for seed in UInt64(1)...80 where seed <= 2 || deeds.contains(where: { tally.done($0) == 0 }) {
            tally.add(try Seeds(seed...seed, steps: 45).play(on: stage))
        }
        for deed in deeds { #expect(tally.done(deed) > 0, "\(deed) was never done:\n\(tally)") }
    }
}
