// A deadline opened to its count, as a clerk reads it.

import CountyFixture
import Testing

@testable import Model

@Suite("Counts explained")
struct WorkdayCountTests {
    private let source = "依据: 国务院办公厅节假日安排（程序自带）（全国）"

    @Test("H2: the count from 2026-10-12 back to the notice is told day by day")
    func dayByDay() throws {
        let count = try #require(WorkCalendar.national.workingDay(-7, from: try day("2026-10-12")))
        #expect(
            count.explanation == [
                "2026-10-11 周日 周末, 不计",
                "2026-10-10 周六 国庆节调休上班, 第 1 个工作日",
                "2026-10-09 周五 第 2 个工作日",
                "2026-10-08 周四 第 3 个工作日",
                "2026-10-07 周三 国庆节放假, 不计",
                "2026-10-06 周二 国庆节放假, 不计",
                "2026-10-05 周一 国庆节放假, 不计",
                "2026-10-04 周日 国庆节放假, 不计",
                "2026-10-03 周六 国庆节放假, 不计",
                "2026-10-02 周五 国庆节放假, 不计",
                "2026-10-01 周四 国庆节放假, 不计",
                "2026-09-30 周三 第 4 个工作日",
                "2026-09-29 周二 第 5 个工作日",
                "2026-09-28 周一 第 6 个工作日",
                "2026-09-27 周日 中秋节放假, 不计",
                "2026-09-26 周六 中秋节放假, 不计",
                "2026-09-25 周五 中秋节放假, 不计",
                "2026-09-24 周四 第 7 个工作日",
                source,
            ])
        #expect(count.deadline == "最迟 2026-09-24（含当日）")
    }

    @Test("a strict count says that it is one, and why it goes a day further")
    func strictReading() throws {
        let count = try #require(WorkCalendar.national.workingDay(-2, from: try day("2026-11-20"), strict: true))
        #expect(
            count.explanation == [
                "2026-11-19 周四 第 1 个工作日",
                "2026-11-18 周三 第 2 个工作日",
                "2026-11-17 周二 第 3 个工作日",
                "从严计算: 中间隔满 2 个工作日, 取第 3 个工作日",
            ])
    }

    @Test("a count into a year not entered marks each guessed day and says so")
    func guessed() throws {
        let count = try #require(WorkCalendar.national.workingDay(3, from: try day("2026-12-30")))
        #expect(
            count.explanation == [
                "2026-12-31 周四 第 1 个工作日",
                "2027-01-01 周五 第 2 个工作日（推算）",
                "2027-01-02 周六 周末, 不计（推算）",
                "2027-01-03 周日 周末, 不计（推算）",
                "2027-01-04 周一 第 3 个工作日（推算）",
                "2027 年放假安排尚未录入, 按周一至周五推算",
            ])
    }

    @Test("a day a site adds names the site, and its source stands beside the nation's")
    func siteDay() throws {
        let calendar = WorkCalendar.national.adding(try layer("大理白族自治州", off: ["2026-10-09"]))
        let lines = try #require(calendar.workingDay(-1, from: try day("2026-10-12"))).explanation
        #expect(lines.last == source)
        let further = try #require(calendar.workingDay(-2, from: try day("2026-10-12"))).explanation
        #expect(further.contains("2026-10-09 周五 三月街放假（大理白族自治州）, 不计"))
        #expect(further.suffix(2) == [source, "依据: 大理白族自治州放假通知（大理白族自治州）"])
    }

    @Test("the steps end on the day, count to n without a gap and miss no day")
    func steps() throws {
        var random = SeededNumbers(seed: 16)
        for event in try knownDays(200, seed: 17) {
            let n = Int.random(in: 1...30, using: &random) * (Bool.random(using: &random) ? 1 : -1)
            let count = try #require(WorkCalendar.national.workingDay(n, from: event))
            #expect(count.steps.compactMap(\.ordinal) == Array(1...abs(n)))
            #expect(count.steps.last?.day == count.day && count.steps.last?.counted == true)
            #expect(count.steps.count == abs(count.day - event))
        }
    }
}
