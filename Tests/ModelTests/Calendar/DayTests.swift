// Day arithmetic against a counter that walks the calendar one day at a time.

import CountyFixture
import Testing

@testable import Model

@Suite("Days")
struct DayTests {
    @Test("every day of 1900...2999 has the number, date and weekday that counting gives")
    func agreesWithASlowCounter() throws {
        var (year, month, date, weekday) = (1900, 1, 1, 0)
        var number = try day("1900-01-01").number
        while year < 3000 {
            let counted = try #require(Day(number: number))
            let civil = counted.civil
            guard civil.year == year, civil.month == month, civil.day == date,
                counted.weekday.rawValue == weekday + 1, Day(year: year, month: month, day: date) == counted
            else {
                Issue.record("\(year)-\(month)-\(date) is read as \(counted), \(counted.weekday)")
                return
            }
            number += 1
            weekday = (weekday + 1) % 7
            date += 1
            if date > slowLength(month, year) { (month, date) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        #expect(number == Day.last.number + 1)
    }

    private func slowLength(_ month: Int, _ year: Int) -> Int {
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        let leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
        return lengths[month - 1] + (leap && month == 2 ? 1 : 0)
    }

    @Test("known days have their known weekdays")
    func knownWeekdays() throws {
        #expect(try day("1970-01-01").number == 0)
        #expect(try day("1970-01-01").weekday == .thursday)
        #expect(try day("1949-10-01").weekday.name == "周六")
        #expect(try day("2026-11-20").weekday.name == "周五")
        #expect(Weekday.allCases.map(\.name).joined() == "周一周二周三周四周五周六周日")
    }

    @Test("a day is written and read as 2026-01-05")
    func isoThereAndBack() throws {
        for day in try knownDays(500, seed: 1) { #expect(Day(day.description) == day) }
        #expect(try day("2026-01-05").description == "2026-01-05")
    }

    @Test(
        "what is not exactly a date is not read",
        arguments: [
            "", "2026-1-05", "2026-01-5", "2026-01-05 ", " 2026-01-05", "2026/01/05", "20260105", "２０２６-01-05",
            "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00", "1899-12-31",
            "3000-01-01",
            "+026-01-01", "2026-01-0a", "2026-01-05T",
        ])
    func strict(_ text: String) {
        #expect(Day(text) == nil)
    }

    @Test("moving and measuring undo each other")
    func distances() throws {
        var random = SeededNumbers(seed: 2)
        for day in try knownDays(500, seed: 3) {
            let days = Int.random(in: -30_000...30_000, using: &random)
            #expect(day.adding(days: days) - day == days)
            #expect((day.adding(days: days) < day) == (days < 0))
        }
        #expect(Array(try day("2024-02-28")...(try day("2024-03-01"))).map(\.day) == [28, 29, 1])
    }

    @Test("moving past the ends stops there", arguments: [1, 400_000, Int.max])
    func ends(_ days: Int) {
        #expect(Day.last.adding(days: days) == Day.last)
        #expect(Day.first.adding(days: -days) == Day.first)
        #expect(Day(number: Day.last.number + 1) == nil)
        #expect(Day(number: Day.first.number - 1) == nil)
    }
}
