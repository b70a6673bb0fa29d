// Comments that came after a period had ended, once the period is made longer.
import CountyFixture
import Model
import Testing

@Suite("Comments on a longer period")
struct LongerPeriodTests {
    @Test("H4, G6: a comment that was late is timely once the period is extended past its day, and holds the report up")
    func admitted() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let published = try county.office.perform(
            Publish(
                .announcement, in: .publicNotice, of: nil, entries: PublicNoticeEntries.announcement(days: 1),
                lateReason: ""),
            in: fabu)
        try county.goTo("2026-11-25T09:00")
        let letter = Entries(["channel": "letter", "received_day": "2026-11-24", "body": "管网改造请避开学校"])
        let id = published.outcome.matter
        _ = try county.office.perform(RegisterComment(of: id, entries: letter), in: fabu)
        let late = try county.office.matter(id, in: fabu)
        #expect(late.comments.all == 1 && late.comments.unanswered == 0)
        let task = try #require(LinkedNoticeTask(.postpone, .publicNotice, of: late))
        var entries = task.beginning(for: fabu.clerk, today: county.now.day)
        for (field, text) in ["period_end": "2026-11-30", "reason": "来信较多", "secrecy_checked": "1"] {
            entries[field] = text
        }
        _ = try county.office.perform(Postpone(late, entries: entries), in: fabu)
        #expect(try county.office.matter(id, in: fabu).comments.unanswered == 1)
    }
}
