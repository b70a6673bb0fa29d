// The legal terms counted in working days, by rule, and what always holds of counting.

import CountyFixture
import Testing

@testable import Model

@Suite("Work calendar")
struct WorkCalendarTests {
    private let national = WorkCalendar.national

    @Test(
        "H1: a hearing is announced 10 working days before",
        arguments: [("2026-10-12", "2026-09-21"), ("2024-02-22", "2024-02-04"), ("2026-12-08", "2026-11-24")])
    func announcement(_ hearing: String, _ deadline: String) throws {
        #expect(national.workingDay(-10, from: try day(hearing))?.day == (try day(deadline)))
    }

    @Test("next year's arrangement is missed from November, and this year's at any time")
    func missingYear() throws {
        #expect(national.missingYear(on: try day("2026-10-31")) == nil)
        #expect(national.missingYear(on: try day("2026-11-01")) == 2027)
        #expect(national.missingYear(on: try day("2027-03-01")) == 2027)
        #expect(national.missingYear(on: try day("2025-12-01")) == nil)
    }

    @Test("H1: the deadline may be a Sunday that is worked")
    func workedSunday() throws {
        let sunday = try day("2024-02-04")
        #expect(sunday.weekday == .sunday)
        #expect(national.reason(of: sunday).name == "春节")
        #expect(national.isWorking(sunday))
    }

    @Test("H2: a hearing on 2026-10-12 has its notice by 2026-09-24")
    func notice() throws {
        #expect(national.workingDay(-7, from: try day("2026-10-12"))?.day == (try day("2026-09-24")))
    }

    @Test("H3: a hearing on 2026-10-12 is reported by 2026-10-26")
    func report() throws {
        #expect(national.workingDay(10, from: try day("2026-10-12"))?.day == (try day("2026-10-26")))
    }

    @Test("H1, H2 strict: full working days lie between, so the day is the working day before")
    func strict() throws {
        for event in try knownDays(200, seed: 7) {
            for n in [-10, -7] {
                let plain = try #require(national.workingDay(n, from: event)).day
                let strict = try #require(national.workingDay(n, from: event, strict: true)).day
                #expect(national.workingDays(after: strict, through: plain) == 1)
                #expect(national.workingDays(after: strict, through: event.adding(days: -1)) == -n)
            }
        }
        #expect(national.workingDay(-10, from: try day("2026-10-12"), strict: true)?.day == (try day("2026-09-20")))
    }

    @Test("stepping n working days and counting them gives n, either way")
    func stepThenCount() throws {
        var random = SeededNumbers(seed: 8)
        for event in try knownDays(400, seed: 9) {
            let n = Int.random(in: 1...40, using: &random)
            let after = try #require(national.workingDay(n, from: event)).day
            let before = try #require(national.workingDay(-n, from: event)).day
            #expect(national.isWorking(after) && national.isWorking(before))
            #expect(national.workingDays(after: event, through: after) == n)
            #expect(national.workingDays(after: before, through: event) == n + (national.isWorking(event) ? 1 : 0) - 1)
        }
    }

    @Test("from a working day, n after and n before undo each other")
    func inverse() throws {
        var random = SeededNumbers(seed: 10)
        for event in try knownDays(400, seed: 11).map(national.onOrAfter) {
            let n = Int.random(in: -60...60, using: &random)
            let there = try #require(national.workingDay(n, from: event)).day
            #expect(national.workingDay(-n, from: there)?.day == event)
        }
    }

    @Test("the count between two days is that of asking every day, and changes sign with direction")
    func countAgreesWithWalking() throws {
        let starts = try knownDays(150, seed: 12)
        var random = SeededNumbers(seed: 13)
        for start in starts {
            let end = start.adding(days: .random(in: 0...500, using: &random))
            let walked = (start...end).dropFirst().count { national.reason(of: $0).isWorking }
            #expect(national.workingDays(after: start, through: end) == walked)
            #expect(national.workingDays(after: end, through: start) == -walked)
        }
    }

    @Test("G3: what is left of a deadline and how late it is are counted in working days")
    func leftAndLate() throws {
        let deadline = try day("2026-11-27")
        #expect(national.workingDays(after: try day("2026-11-20"), through: deadline) == 5)
        #expect(national.workingDays(after: deadline, through: deadline) == 0)
        #expect(national.workingDays(after: deadline, through: try day("2026-12-02")) == 3)
    }

    @Test("B1: a date on a day off moves to the next working day")
    func onOrAfter() throws {
        #expect(national.onOrAfter(try day("2026-10-01")) == (try day("2026-10-08")))
        #expect(national.onOrAfter(try day("2026-10-10")) == (try day("2026-10-10")))
        #expect(national.onOrAfter(try day("2026-07-11")) == (try day("2026-07-13")))
    }

    @Test("0 working days is the event's own day, worked or not", arguments: [false, true])
    func zero(_ strict: Bool) throws {
        let count = try #require(national.workingDay(0, from: try day("2026-10-01"), strict: strict))
        #expect(count.day == count.from)
        #expect(count.steps.isEmpty && count.explanation.isEmpty && count.unknownYears.isEmpty)
    }

    @Test("counts beyond the bounds are refused", arguments: [2501, -2501, Int.max, Int.min])
    func bounds(_ n: Int) throws {
        #expect(national.workingDay(n, from: try day("2026-10-12")) == nil)
        #expect(national.workingDay(n.signum() * 2500, from: try day("2026-10-12"), strict: true) != nil)
    }

    @Test("a count that would leave the calendar is refused")
    func edges() {
        #expect(national.workingDay(1, from: Day.last) == nil)
        #expect(national.workingDay(-1, from: Day.first) == nil)
        #expect(national.workingDay(-1, from: Day.last)?.day == Day.last.adding(days: -1))
    }
}
