// Dates as clerks type them, and what is answered.

import CountyFixture
import Testing

@testable import Model

@Suite("Typed dates")
struct TypedDayTests {
    @Test(
        "a date is understood in every usual form",
        arguments: [
            "20261208", "2026-12-08", "2026-12-8", "2026/12/8", "2026.12.8", "2026年12月8日", "2026年12月08日", "2026年12月8号",
            "12-8", "12-08", "12/8", "12.8", "1208", "12月8日", "12月8", "２０２６１２０８", "２０２６－１２－０８", "２０２６／１２／８",
            "２０２６．１２．８", "2026。12。8", "１２月８日", "2026 年 12 月 8 日", " 2026-12-8 ", "2026—12—8", "　12－8",
        ])
    func forms(_ typed: String) throws {
        #expect(TypedDay.read(typed, today: try day("2026-11-20")) == .success(try day("2026-12-08")))
    }

    @Test("昨天, 今天, 明天 and 后天 are understood", arguments: [("昨天", -1), ("今天", 0), ("明天", 1), ("后天", 2)])
    func spoken(_ word: String, _ days: Int) throws {
        let today = try day("2026-12-31")
        #expect(TypedDay.read(word, today: today) == .success(today.adding(days: days)))
    }

    @Test(
        "without a year the nearest such day is meant",
        arguments: [
            ("12-28", "2027-01-04", "2026-12-28"), ("1-5", "2026-12-20", "2027-01-05"),
            ("3-1", "2026-11-20", "2027-03-01"),
            ("6-1", "2026-11-20", "2026-06-01"), ("11-20", "2026-11-20", "2026-11-20"),
            ("2-29", "2027-11-20", "2028-02-29"),
            // 183 days back and 183 days ahead: the later one.
            ("1-1", "2024-07-02", "2025-01-01"), ("1-1", "2100-12-31", "2100-01-01"),
        ])
    func nearestYear(_ typed: String, _ today: String, _ meant: String) throws {
        #expect(TypedDay.read(typed, today: try day(today)) == .success(try day(meant)))
    }

    @Test(
        "a date that does not exist is refused with the reason",
        arguments: [
            ("2026-02-30", "2026 年 2 月没有 30 日"), ("2-29", "2026 年 2 月没有 29 日"), ("20261131", "2026 年 11 月没有 31 日"),
            ("2026-12-0", "2026 年 12 月没有 0 日"), ("2026-13-01", "没有 13 月, 月份为 1 至 12"), ("13-1", "没有 13 月, 月份为 1 至 12"),
            ("1999-12-31", "年份 1999 超出范围, 只收 2000 年至 2100 年的日期"),
            ("21010101", "年份 2101 超出范围, 只收 2000 年至 2100 年的日期"), ("26-12-8", "年份 26 须写满四位, 如 2026"),
        ])
    func noSuchDay(_ typed: String, _ sentence: String) throws {
        #expect(try refusal(typed)?.sentence == sentence)
    }

    @Test(
        "what cannot be read is shown with an example",
        arguments: [
            "", "8", "208", "2026", "2026-12", "2026-", "-12-8", "12--8", "十二月八日", "2026-12-8-1", "大后天", "+12-8",
            "202612081",
        ])
    func notADate(_ typed: String) throws {
        let refusal = try refusal(typed)
        let expected = typed == "2026" ? "没有 20 月, 月份为 1 至 12" : "看不懂日期 \"\(typed)\", 请写成 2026-12-08 或 12-8"
        #expect(refusal?.sentence == expected)
    }

    @Test("a pasted megabyte or a control character is answered in one short, harmless line")
    func hostile() throws {
        let long = try refusal(String(repeating: "2", count: 1_000_000))?.sentence
        #expect(long == "看不懂日期 \"22222222222222222222..\", 请写成 2026-12-08 或 12-8")
        #expect(try refusal("1\u{1B}[2J\u{9B}")?.sentence == "看不懂日期 \"1?[2J?\", 请写成 2026-12-08 或 12-8")
    }

    @Test("every day of 2000...2100 is read back from each written form")
    func everyForm() throws {
        var random = SeededNumbers(seed: 6)
        let (first, last) = (try day("2000-01-01"), try day("2100-12-31"))
        for _ in 0..<300 {
            let day = first.adding(days: .random(in: 0...(last - first), using: &random))
            let plain = day.description.filter { $0 != "-" }
            let forms = [
                day.description, plain, "\(day.year)/\(day.month)/\(day.day)", "\(day.year)年\(day.month)月\(day.day)日",
            ]
            for form in forms { #expect(TypedDay.read(form, today: last) == .success(day), "\(form)") }
            let short = TypedDay.read("\(day.month)-\(day.day)", today: day)
            #expect(short == .success(day))
        }
    }

    @Test(
        "the echo names weekday, standing and holiday, and says when it is a guess",
        arguments: [
            ("2026-12-08", "2026-12-08 周二 工作日"), ("2026-12-12", "2026-12-12 周六 休息日"),
            ("2026-10-01", "2026-10-01 周四 休息日（国庆节）"), ("2026-10-10", "2026-10-10 周六 工作日（国庆节调休）"),
            ("2028-01-05", "2028-01-05 周三 工作日, 2028 年放假安排尚未录入, 按周一至周五推算"),
        ])
    func echo(_ iso: String, _ text: String) throws {
        #expect(TypedDay.echo(try day(iso), .national) == text)
    }

    private func refusal(_ typed: String) throws -> TypedDay.Refusal? {
        guard case .failure(let refusal) = TypedDay.read(typed, today: try day("2026-11-20")) else { return nil }
        return refusal
    }
}
