// The period of a notice: how its end is reckoned, and that no other end is taken.
import CountyFixture
import Testing

@testable import Model

@Suite("The period of a notice")
struct NoticePeriodTests {
    private static let calendar = WorkCalendar.national
    private static let form = Procedure.publicNotice.documents[0].form

    /// What the form reads, as if it were filled in on the day the period begins.
    private static func read(
        _ start: Day, _ days: Int, _ unit: String, end: String = "", isPast: Bool = false
    ) -> (end: Day?, errors: [FieldError]) {
        let (values, errors) = form.read(
            NoticeEntries.announcement(from: start.description, days: days, unit: unit, end: end),
            Form.Context(now: .at(start, hour: 9, minute: 0), calendar: calendar, isPast: isPast))
        return (values.day("period_end"), errors)
    }

    @Test(
        "G8: the first day counts, a day off does not, and a first day that is off begins the period on the next working day",
        arguments: [
            ("2026-11-20", 7, "working", "2026-11-30"), ("2026-11-20", 7, "calendar", "2026-11-26"),
            ("2026-11-20", 1, "working", "2026-11-20"), ("2026-11-20", 1, "calendar", "2026-11-20"),
            ("2026-11-21", 1, "working", "2026-11-23"), ("2026-11-21", 5, "working", "2026-11-27"),
            ("2026-11-21", 1, "calendar", "2026-11-21"), ("2025-12-30", 5, "working", "2026-01-06"),
            ("2026-02-12", 5, "working", "2026-02-25"), ("2026-02-12", 15, "calendar", "2026-02-26"),
            ("2026-10-01", 2, "working", "2026-10-09"), ("2026-12-30", 5, "working", "2027-01-05"),
        ])
    func counted(start: String, days: Int, unit: String, end: String) throws {
        #expect(Self.read(try #require(Day(start)), days, unit).end?.description == end)
    }

    @Test("G8: whatever the start and the length, so many days that count lie in the period, its ends among them")
    func property() throws {
        var numbers = SeededNumbers(seed: 8)
        let first = try #require(Day("2004-01-01"))
        for _ in 0..<400 {
            // Some of them begin in years of which no arrangement is known.
            let start = first.adding(days: Int.random(in: 0..<366 * 26, using: &numbers))
            let days = Int.random(in: 1...60, using: &numbers)
            for unit in ["working", "calendar"] {
                func counts(_ day: Day) -> Bool { unit == "calendar" || Self.calendar.isWorking(day) }
                let end = try #require(Self.read(start, days, unit).end)
                var counted = 0
                var day = start
                while day <= end {
                    if counts(day) { counted += 1 }
                    day = day.adding(days: 1)
                }
                #expect(counted == days, "\(start) \(days) \(unit) \(end)")
                #expect(counts(end), "\(start) \(days) \(unit) \(end)")
            }
        }
    }

    @Test("G8: an end that is written is the one that is counted; nothing else is published")
    func written() throws {
        let start = try #require(Day("2026-11-20"))
        #expect(Self.read(start, 7, "working", end: "2026-11-30").errors.isEmpty)
        #expect(
            Self.read(start, 7, "working", end: "2026-12-01").errors.map(\.sentence) == [
                "从 2026-11-20 起 7 个工作日（首日计入）到 2026-11-30 为止, 填的是 2026-12-01; 请改正天数, 或不填由系统推算"
            ])
        #expect(
            Self.read(start, 7, "calendar", end: "2026-11-19").errors.map(\.sentence)
                == ["公示结束不能早于公示开始 2026-11-20, 填的是 2026-11-19"])
        #expect(
            Self.read(start, 7, "working", end: "2026-12-01", isPast: true).errors.isEmpty, "what was announced holds")
    }

    @Test("a period does not begin before the notice is out")
    func early() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let refusal = #expect(throws: Refusal.self) {
            try county.publish(
                .announcement, system: .publicNotice, NoticeEntries.announcement(from: "2026-11-19"), in: fabu)
        }
        #expect(refusal?.sentence == "公示开始不能早于今天 2026-11-20, 填的是 2026-11-19")
    }

    @Test("a period into a year whose days off are not known is said to be a guess")
    func unknownYear() throws {
        let county = try County(now: "2026-12-30T09:00")
        let fabu = try county.signIn("fabu")
        let check = PublicationCheck(
            .publicNotice, Procedure.publicNotice.documents[0], of: nil,
            entries: NoticeEntries.announcement(from: "2026-12-30", days: 5), try county.office.context(in: fabu))
        #expect(check.errors.isEmpty && check.event?.day == Day("2027-01-05"))
        #expect(check.remarks == ["2027 年放假安排尚未录入, 按周一至周五推算"])
    }

    @Test(
        "the end is told while the form is filled in, as soon as start, days and unit are there, and not over a typed one"
    )
    func told() throws {
        let context = PublicationCheck.Context(
            now: try #require(Moment("2026-11-20T09:00")), calendar: Self.calendar, settings: Settings())
        var entries = Entries(["period_start": "2026-11-20", "period_unit": "working"])
        #expect(Self.form.completed("period_end", entries, context) == nil)
        entries["period_days"] = "7"
        #expect(Self.form.completed("period_end", entries, context) == Day("2026-11-30"))
        entries["period_end"] = "2026-12-01"
        #expect(Self.form.completed("period_end", entries, context) == nil)
        #expect(Self.form.completed("period_start", Entries(), context) == nil)
    }
}
