// Layers of nation and site, and the years nobody has entered yet.

import CountyFixture
import Testing

@testable import Model

@Suite("Calendar layers")
struct CalendarLayerTests {
    @Test("the nearer government's day wins, and keeps its own source")
    func nearerWins() throws {
        let prefecture = try layer("大理白族自治州", off: ["2026-04-30", "2026-09-22"], working: ["2026-10-01"])
        let county = try layer("漾濞彝族自治县", working: ["2026-04-30"])
        let calendar = WorkCalendar.national.adding(prefecture).adding(county)

        let nationalDay = calendar.reason(of: try day("2026-10-01"))
        #expect(nationalDay.isWorking && nationalDay.layer == "大理白族自治州")
        #expect(nationalDay.source == "大理白族自治州放假通知")
        #expect(calendar.reason(of: try day("2026-04-30")).layer == "漾濞彝族自治县")
        #expect(calendar.isWorking(try day("2026-04-30")))
        #expect(!calendar.isWorking(try day("2026-09-22")))
        #expect(calendar.reason(of: try day("2026-10-02")).layer == "全国")
        #expect(WorkCalendar.national.isWorking(try day("2026-09-22")))
    }

    @Test("H1: a site's own day off moves the site's deadline")
    func siteDeadline() throws {
        let calendar = WorkCalendar.national.adding(try layer("大理白族自治州", off: ["2026-09-22"]))
        #expect(calendar.workingDay(-10, from: try day("2026-10-12"))?.day == (try day("2026-09-20")))
    }

    @Test("whatever the layers hold, the quick answer is the explained one")
    func quickAndExplainedAgree() throws {
        var random = SeededNumbers(seed: 14)
        let days = try knownDays(300, seed: 15)
        let layers = (0..<4).map { number in
            CalendarLayer(
                name: "第 \(number) 层",
                exceptions: days.filter { _ in Bool.random(using: &random) }.map {
                    DayException(day: $0, kind: Bool.random(using: &random) ? .off : .working, name: "节", source: "文")
                })
        }
        let calendar = WorkCalendar(layers: WorkCalendar.national.layers + layers)
        for day in days.flatMap({ [$0, $0.adding(days: 1)] }) {
            #expect(calendar.isWorking(day) == calendar.reason(of: day).isWorking)
            let nearest = calendar.layers.last { $0.exceptions[day] != nil }
            #expect(calendar.reason(of: day).layer == nearest?.name)
        }
    }

    @Test("the built-in years are 2004 to 2026 and no others")
    func knownYears() {
        #expect((1990...2050).filter(WorkCalendar.national.isKnown(year:)) == Array(2004...2026))
    }

    @Test("a year that is not entered is counted Monday to Friday, and every day of it is called a guess")
    func unknownYear() throws {
        let standing = WorkCalendar.national.reason(of: try day("2027-10-01"))
        #expect(standing.isWorking && standing.guessed)
        #expect(!WorkCalendar.national.reason(of: try day("2026-11-20")).guessed)
        #expect(WorkCalendar.sentence(unknownYear: 2027) == "2027 年放假安排尚未录入, 按周一至周五推算")
    }

    @Test(
        "a count names the unknown years it passes, the event's own day aside",
        arguments: [
            ("2026-12-30", 1, []), ("2026-12-30", 2, [2027]), ("2027-01-01", -1, []), ("2027-01-04", -1, [2027]),
            ("2026-12-30", 300, [2027, 2028]), ("2026-10-12", -10, []), ("2004-01-02", -3, [2003]),
        ])
    func unknownYears(_ event: String, _ n: Int, _ years: [Int]) throws {
        let count = try #require(WorkCalendar.national.workingDay(n, from: try day(event)))
        #expect(count.unknownYears == years)
        #expect(count.explanation.contains { $0.contains("尚未录入") } == !years.isEmpty)
    }

    @Test("a site's festival does not make a year known, but is no guess itself")
    func festivalInUnknownYear() throws {
        let calendar = WorkCalendar.national.adding(try layer("大理白族自治州", off: ["2027-04-20"]))
        #expect(!calendar.isKnown(year: 2027))
        #expect(!calendar.reason(of: try day("2027-04-20")).guessed)
        #expect(calendar.reason(of: try day("2027-04-21")).guessed)
    }

    @Test("one day of January, entered with the year before, does not make its year known")
    func strayJanuary() throws {
        let stray = DayException(day: try day("2027-01-02"), kind: .off, name: "元旦", source: "文")
        let whole = DayException(day: try day("2026-10-01"), kind: .off, name: "国庆节", source: "文")
        #expect(CalendarLayer.national([stray, whole]).years == [2026])
    }
}
