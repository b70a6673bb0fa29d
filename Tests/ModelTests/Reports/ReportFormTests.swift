// The days that reports are asked for: chosen, or typed as a year, a quarter, a month or days.
import Model
import Testing

@Suite("Days of reports")
struct ReportFormTests {
    private let today: Day
    private let form: ReportForm

    init() throws {
        today = try #require(Day("2026-11-20"))
        form = ReportForm(.detail(.announced), of: .hearing, [(.site, "全部单位")], today: today)
    }

    @Test(
        "a year, a quarter or a month is read as an office writes it, and without a year as the latest that has begun",
        arguments: [
            ("2025", "2025-01-01 2025-12-31"), ("2025年", "2025-01-01 2025-12-31"), ("2026-Q3", "2026-07-01 2026-09-30"),
            ("2026年3季度", "2026-07-01 2026-09-30"), ("2026年第三季度", "2026-07-01 2026-09-30"),
            ("２０２６ｑ１", "2026-01-01 2026-03-31"), ("4季度", "2026-10-01 2026-12-31"), ("3季", "2026-07-01 2026-09-30"),
            ("2026-09", "2026-09-01 2026-09-30"), ("202602", "2026-02-01 2026-02-28"),
            ("2024年2月", "2024-02-01 2024-02-29"),
            ("9月", "2026-09-01 2026-09-30"), ("12月", "2025-12-01 2025-12-31"), ("2026-10-01", "2026-10-01 2026-10-01"),
        ])
    func typed(text: String, days: String) throws {
        let span = try TypedSpan.read(text, today: today).get()
        #expect("\(span.from) \(span.to)" == days)
        let read = form.read(Entries(["span": "time", "time": text]), today: today)
        #expect(read.errors.isEmpty && read.scope.span == span)
        let again = form.read(form.texts(read.scope), today: today)
        #expect(again.errors.isEmpty && again.scope.span == span)
    }

    @Test(
        "what is no time is refused with how it is written",
        arguments: [
            ("", "年季月没有填, 请写成 2026、2026-Q3 或 2026-09"), ("2026-13", "年季月: 没有 13 月, 月份为 1 至 12"),
            ("2026-Q5", "年季月: 没有第 5 季度, 季度为 1 至 4"),
            ("1926-09", "年季月: 年份 1926 超出范围, 只收 2000 年至 2100 年的日期"),
            ("去年", "年季月: 看不懂 \"去年\", 请写成 2026、2026-Q3 (或 2026年3季度)、2026-09 (或 2026年9月)"),
        ])
    func refused(text: String, sentence: String) {
        let read = form.read(Entries(["span": "time", "time": text]), today: today)
        #expect(read.errors.map(\.sentence) == [sentence])
    }

    @Test("days that are left empty are not taken for all days, and errors call the fields by their names")
    func ownDays() throws {
        let empty = form.read(Entries(["span": "own"]), today: today)
        #expect(empty.errors.map(\.sentence) == ["发布从、发布到都没有填, 至少填一个; 不限日期请选 全部日期"])
        let wrong = form.read(Entries(["span": "own", "from": "2026-11-01", "until": "2026-10-01"]), today: today)
        #expect(wrong.errors.map(\.sentence) == ["发布到 2026-10-01 早于 发布从 2026-11-01, 请改正其中一个"])
        for error in empty.errors + wrong.errors {
            let field = try #require(form.fields.first { $0.name == error.field })
            #expect(error.sentence.contains(field.label))
        }
        let open = form.read(Entries(["span": "own", "from": "2026-11-01"]), today: today)
        #expect(open.errors.isEmpty && open.scope.span.to == .last)
    }

    @Test("what is typed counts: the choice of days follows it")
    func following() {
        #expect(form.following("time", Entries(["time": "2026"]))?.code == "time")
        #expect(form.following("until", Entries(["until": "1"]))?.code == "own")
        #expect(form.following("until", Entries()) == nil)
        #expect(form.following("system", Entries(["system": ""])) == nil)
    }
}
