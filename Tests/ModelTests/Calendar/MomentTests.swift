// Instants in Beijing time and in UTC.

import CountyFixture
import Testing

@testable import Model

@Suite("Moments")
struct MomentTests {
    @Test("09:00 in Beijing is 01:00 UTC")
    func bothClocks() throws {
        let moment = try #require(Moment("2026-11-20T09:00"))
        #expect(moment.milliseconds == 1_795_136_400_000)
        #expect(moment.text == "2026-11-20 09:00")
        #expect(moment.iso == "2026-11-20T01:00:00.000Z")
        #expect(Moment(milliseconds: moment.milliseconds + 30_007).iso == "2026-11-20T01:00:30.007Z")
        #expect(Moment("2026-11-20T09:00:30")?.iso == "2026-11-20T01:00:30.000Z")
    }

    @Test("the day in Beijing begins at 16:00 UTC of the day before")
    func dayBoundary() throws {
        let midnight = try #require(Moment("2026-11-20T00:00"))
        #expect(midnight.iso == "2026-11-19T16:00:00.000Z")
        #expect(midnight.day == (try day("2026-11-20")))
        let before = Moment(milliseconds: midnight.milliseconds - 1)
        #expect(before.text == "2026-11-19 23:59")
        #expect(before.iso == "2026-11-19T15:59:59.999Z")
    }

    @Test("instants before 1970 fall into their own day")
    func beforeTheEpoch() {
        #expect(Moment(milliseconds: -1).iso == "1969-12-31T23:59:59.999Z")
        #expect(Moment(milliseconds: -1).text == "1970-01-01 07:59")
        #expect(Moment(milliseconds: -28_800_001).text == "1969-12-31 23:59")
    }

    @Test("H4: a day ends at 24:00 Beijing time, which is the next day's first instant")
    func endOfDay() throws {
        let end = Moment.endOfDay(try day("2026-11-20"))
        #expect(end == Moment.at(try day("2026-11-21"), hour: 0, minute: 0))
        #expect(end.adding(seconds: -1).text == "2026-11-20 23:59")
        #expect(end.adding(seconds: -1) < end)
    }

    @Test("day and time of day give the moment back")
    func roundTrip() throws {
        var random = SeededNumbers(seed: 4)
        for day in try knownDays(300, seed: 5) {
            let time = try #require(
                TimeOfDay(hour: .random(in: 0...23, using: &random), minute: .random(in: 0...59, using: &random)))
            let moment = Moment.at(day, time)
            #expect(moment.day == day && moment.timeOfDay == time)
            #expect(Moment("\(day)T\(time)") == moment)
        }
    }

    @Test(
        "what is not exactly a moment is not read",
        arguments: [
            "", "2026-11-20", "2026-11-20 09:00", "2026-11-20T9:00", "2026-11-20T24:00", "2026-11-20T09:60",
            "2026-11-20T09:00:60", "2026-11-20T09:00:", "2026-11-20T09:00Z", "2026-02-30T09:00",
        ])
    func strict(_ text: String) {
        #expect(Moment(text) == nil)
    }

    @Test("numbers beyond the calendar stop at its ends")
    func ends() {
        #expect(Moment(milliseconds: .max).day == Day.last)
        #expect(Moment(milliseconds: .min).text == "1900-01-01 00:00")
        #expect(Moment(milliseconds: 0).adding(seconds: .max) == Moment(milliseconds: .max))
        #expect(Moment(milliseconds: 0).adding(seconds: .min) == Moment(milliseconds: .min))
        #expect(Moment(milliseconds: .max).iso == "2999-12-31T16:00:00.000Z")
    }

    @Test("a fixed clock stands still, the system's clock does not run back")
    func clocks() throws {
        let moment = try #require(Moment("2026-11-20T09:00"))
        #expect(Clock.fixed(moment).now() == moment)
        let (first, second) = (Clock.system.now(), Clock.system.now())
        #expect(first <= second)
        #expect(first.day > (try day("2025-01-01")))
    }
}
