// What forms make of whatever is typed or pasted into them: every refusal names field, limit and value.
import CountyFixture
import Testing

@testable import Model

@Suite("Forms read hostile entries")
struct FormReadingTests {
    private let form = Procedure.hearing.documents[0].form
    private let context = Form.Context(now: Moment.at(Day.first, hour: 9, minute: 0), calendar: .national)

    /// The errors of one field, given what is typed in it.
    private func error(_ field: String, _ typed: String, in form: Form? = nil) -> String? {
        var entries = HearingEntries.announcement()
        entries[field] = typed
        let errors = (form ?? self.form).read(entries, context).errors
        return errors.first { $0.field == field }?.sentence
    }

    @Test(
        "G1: a title of 50 characters is taken as a reader counts them, one of 51 is refused with both numbers",
        arguments: ["供", "，", "𠮷", "e\u{301}", "👍🏽", "🇨🇳", "㛃", "①"])
    func title(character: String) {
        #expect(error("title", String(repeating: character, count: 50)) == nil)
        let over = error("title", String(repeating: character, count: 51))
        #expect(over == "标题最多 50 字 (含标点), 现在 51 字, 请删去 1 字")
    }

    @Test("a title whose characters carry heaps of marks is refused in words, before the store would refuse it")
    func heapedMarks() {
        let sentence = error("title", "a" + String(repeating: "\u{301}", count: 1_000_000))
        #expect(sentence == "标题中叠加的符号太多: 最多 200 个编码, 现在 1000001 个, 请删去叠加的符号")
    }

    @Test(
        "a control character, a turned direction or an invisible sign is refused with its number",
        arguments: [
            "\u{0}", "\u{7}", "\u{1B}", "\u{7F}", "\u{85}", "\u{9B}", "\u{202E}", "\u{2066}", "\u{200B}", "\u{200F}",
            "\u{FEFF}", "\t", "\r",
        ])
    func controls(control: String) throws {
        for field in form.fields {
            if case .tick = field.kind { continue }
            guard form.applies(field, HearingEntries.announcement()) else { continue }
            let sentence = try #require(error(field.name, "甲\(control)乙"), "\(field.name)")
            #expect(sentence.hasPrefix(field.label) && !sentence.unicodeScalars.contains { $0.value < 0x20 })
        }
        let hex = String(control.unicodeScalars.first?.value ?? 0, radix: 16, uppercase: true)
        #expect(error("title", "甲\(control)乙")?.contains("0\(hex))".suffix(3)) == true)
    }

    @Test("a pasted megabyte is refused in every field at once, and quickly")
    func megabyte() {
        let megabyte = String(repeating: "政", count: 350_000)
        var entries = Entries()
        for field in form.fields { entries[field.name] = megabyte }
        entries["hearing_when"] = "exact"
        let began = ContinuousClock.now
        let errors = form.read(entries, context).errors
        #expect(ContinuousClock.now - began < .seconds(5))
        let applying = form.fields.filter { form.applies($0, entries) }.map(\.name)
        #expect(errors.map(\.field) == applying.filter { !["hearing_when", "secrecy_checked"].contains($0) })
        #expect(errors.allSatisfy { $0.sentence.count < 120 })
    }

    @Test("an empty form names every field that must be filled in, in the form's order")
    func empty() {
        let errors = form.read(Entries(), context).errors
        let required = form.fields.filter { $0.isRequired && $0.applies == nil }
        #expect(errors.map(\.field) == required.map(\.name))
        for (error, field) in zip(errors, required) { #expect(error.sentence.contains(field.label)) }
    }

    @Test("blanks of any kind are no text", arguments: [" ", "\u{3000}\u{3000}", "\n\n"])
    func blank(typed: String) {
        #expect(error("title", typed) == "请填写标题")
    }

    @Test(
        "a value of the wrong type is refused with the value and what would be right",
        arguments: [
            ("representatives", "二三", "代表名额应是整数, 填的是 二三"), ("representatives", "0", "代表名额应在 1 到 200 之间, 填的是 0"),
            ("representatives", "201", "代表名额应在 1 到 200 之间, 填的是 201"), ("representatives", "-5", "代表名额应是整数, 填的是 -5"),
            ("representatives", "99999999999999999999", "代表名额应是整数, 填的是 99999999999999999999"),
            ("hearing_day", "2026-02-30", "听证日期: 2026 年 2 月没有 30 日"), ("hearing_start", "25:00", "开始时刻: "),
            ("hearing_when", "someday", "听证时间只能选 已定日期、大致时间、待2号公告公布, 填的是 someday"),
            ("title", "上\n下", "标题只能写一行, 请去掉换行"),
        ])
    func wrongType(field: String, typed: String, sentence: String) {
        #expect(error(field, typed)?.hasPrefix(sentence) == true, "\(error(field, typed) ?? "nil")")
    }

    @Test("full-width figures are figures")
    func fullWidth() {
        var entries = HearingEntries.announcement()
        entries["representatives"] = "２０"
        entries["hearing_day"] = "２０２６１２０８"
        let values = form.read(entries, context).values
        #expect(values.count("representatives") == 20 && values.day("hearing_day")?.description == "2026-12-08")
    }

    @Test("a field that does not apply is neither read nor refused, and one that applies is asked for")
    func dependent() {
        var entries = HearingEntries.announcement(on: nil, about: "12月中旬")
        entries["hearing_day"] = "no day at all"
        #expect(form.read(entries, context).values["hearing_day"] == nil)
        entries["hearing_when"] = " exact "
        #expect(form.read(entries, context).errors.map(\.field).contains("hearing_day"))
    }

    @Test("a hearing ends after it begins, and no more representatives come than were to come")
    func rules() {
        let notice = Procedure.hearing.documents[1].form
        let early = notice.read(HearingEntries.notice(from: "9:00", to: "9:00"), context).errors
        #expect(early.map(\.sentence) == ["结束时刻应晚于开始时刻 9:00, 填的是 9:00"] || early.map(\.field) == ["hearing_end"])
        let report = Procedure.hearing.documents[2].form
        let many = report.read(HearingEntries.report(expected: 20, present: 21), context).errors
        #expect(many.map(\.sentence) == ["实到代表不能多于应到代表 20 人, 填的是 21 人"])
    }

    @Test("W2: nothing is published without the secrecy review")
    func secrecy() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        var entries = HearingEntries.announcement()
        entries["secrecy_checked"] = ""
        let refusal = #expect(throws: Refusal.self) { try county.publish(.announcement, entries, in: fabu) }
        #expect(refusal?.sentence == "请完成保密审查并打勾, 未经审查不能发布")
    }

    @Test(
        "W1: speaking of oneself is warned of in title and text and never in the way",
        arguments: ["我市", "我局", "我镇", "我中心", "我县", "我委"])
    func wording(word: String) throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        var entries = HearingEntries.announcement(title: "关于\(word)供水价格的听证会公告")
        entries["subject"] = "\(word)的水价"
        let check = PublicationCheck(
            .hearing, Procedure.hearing.documents[0], of: nil, entries: entries, try county.office.context(in: fabu))
        #expect(check.warnings.map(\.field) == ["title", "subject"] && check.errors.isEmpty)
        #expect(check.warnings.allSatisfy { $0.sentence.contains("\"\(word)\"") })
        try county.publish(.announcement, entries, in: fabu)
    }
}
