// Masking: what is personal in names, contacts and bodies does not show, and everything else does.
import CountyFixture
import Model
import Testing

@Suite("Personal data")
struct PersonalDataTests {
    @Test(
        "of a name the surname stays",
        arguments: [
            ("李文", "李**"), ("李小明", "李****"), ("欧阳建国", "欧阳****"), ("司马", "司**"), ("李", "李"), ("段䶮", "段**"),
            ("𠮷田", "𠮷**"), ("John Li", "J*** **"), ("13800001234", "***********"), ("=李文", "*****"), ("👍李", "****"),
            ("", ""),
        ])
    func names(name: String, masked: String) {
        #expect(PersonalData.name(name) == masked)
    }

    @Test(
        "of a contact nothing stays but the signs between",
        arguments: [
            ("13800001234", "***********"), ("0872-7520000", "****-*******"),
            ("人民路12号 王女士", "**********".prefix(10) + " ******"),
            ("li@qq.com", "**@**.***"), ("微信 abc_1", "**** ***_*"), ("１３８", "******"),
        ])
    func contacts(contact: String, masked: any StringProtocol & Sendable) {
        #expect(PersonalData.contact(contact) == String(masked))
    }

    @Test(
        "numbers of persons in a text are masked however they are written",
        arguments: [
            ("电话13800001234，请回", "电话***********，请回"), ("138 0000 1234", "*** **** ****"),
            ("138-0000-1234", "***-****-****"), ("（0872）7520000", "（****）*******"),
            ("+86 138.0000.1234", "+** ***.****.****"),
            ("１３８００００１２３４", String(repeating: "**", count: 11)), ("一三八零零零零一二三四", String(repeating: "**", count: 11)),
            ("138\u{7}00001234", "***\u{7}********"), ("138\u{200B}00001234", "***\u{200B}********"),
            ("身份证532922188801011234", "身份证******************"), ("53292218880101123X。", "******************。"),
            ("7520000", "*******"), ("写信到 li.ming-1@163.com 谢谢", "写信到 **.****-*@***.*** 谢谢".replacingHyphen),
            ("我住人民路12号3栋2单元501室", "我住人民路**号*栋*单元***室"), ("花园小区三栋二单元五〇一室", "花园小区**栋**单元******室"),
            ("光明村3组", "光明村*组"), ("12幢", "**幢"),
        ])
    func masked(text: String, masked: String) {
        #expect(PersonalData.text(text) == masked)
    }

    @Test(
        "dates, amounts and the numbers of documents stay",
        arguments: [
            "2026-11-20 09:00 到 2026-12-01", "2026年11月20日", "从3.05元涨到3.65元, 涨20%", "第2号公告", "漾发改〔2026〕12号",
            "11月12号去的", "有12户没有水", "一、二、三条", "@所有人", "三室一厅", "项目\t现价\t新价\n一\t10\t12", "", "👨‍👩‍👧❤️",
        ])
    func kept(text: String) {
        #expect(PersonalData.text(text) == text)
    }

    @Test(
        "a text that is looked at closely is masked as one that is passed over",
        arguments: Seeds.first(100, inSoak: 400))
    func suspicion(seed: UInt64) {
        let parts = [
            "一", "十", "二〇", "3", "12", "栋", "室", "号", "单元", "村", "路", "，", "。", "“好”", "2026-11-20", "138", "0000", "-",
            " ",
            "之", "李建国", "建议", "供水", "①", "é", "👍", "\u{200B}", "〇", "百", "组", "·", "——",
        ]
        var numbers = SeededNumbers(seed: seed)
        let text = (0..<Int.random(in: 0...14, using: &numbers)).map { _ in
            parts[Int.random(in: 0..<parts.count, using: &numbers)]
        }.joined()
        // A mail sign makes any text suspicious, and is itself nothing to be masked.
        #expect(PersonalData.text(text, of: "李建国") + "。@" == PersonalData.text(text + "。@", of: "李建国"))
    }

    @Test("the writer's own name is masked in the text, too")
    func ownName() {
        #expect(PersonalData.text("我叫李建国, 李建国是我", of: "李建国") == "我叫李****, 李****是我")
        #expect(PersonalData.text("李李李", of: "李") == "李李李")
        // U+F9E1 is another number of the same character.
        #expect(PersonalData.text("我叫李建国", of: "\u{F9E1}建国") == "我叫李****")
        #expect(PersonalData.text("", of: "李建国") == "")
    }

    @Test(
        "in random text no telephone, identity number or address survives, nothing changes its width, and masking twice is masking once"
    )
    func random() {
        var random = SeededNumbers(seed: 20_261_121)
        let pieces = [
            "建议", "，", " ", "\n", "2026-11-20", "㛃", "👍", "=", "3.5元", "第1号", "A", "12", "-", "人民路", "号", "@", "\u{1B}",
        ]
        for _ in 0..<2000 {
            let telephone = "1" + String((0..<10).map { _ in Character("\(Int.random(in: 0...9, using: &random))") })
            let mail = "user\(Int.random(in: 1...999, using: &random))@example.com"
            var text = ""
            for _ in 0..<Int.random(in: 0...12, using: &random) { text += pieces.randomElement(using: &random) ?? "" }
            text += "字" + telephone + "字" + mail + "字"
            for _ in 0..<Int.random(in: 0...12, using: &random) { text += pieces.randomElement(using: &random) ?? "" }
            let masked = PersonalData.text(text, of: "段䶮")
            #expect(!masked.contains(telephone) && !masked.contains("user"), "\(text)")
            #expect(Self.width(masked) == Self.width(text), "\(text)")
            #expect(PersonalData.text(masked, of: "段䶮") == masked, "\(text)")
            #expect(masked.filter { $0 == "\n" }.count == text.filter { $0 == "\n" }.count)
        }
    }

    /// Columns as a terminal counts them, near enough for these pieces.
    private static func width(_ text: String) -> Int {
        text.reduce(0) { $0 + (($1.unicodeScalars.first?.value ?? 0) < 0x1100 ? 1 : 2) }
    }

    @Test("a long text of nothing but figures is masked in no time")
    func long() {
        let began = ContinuousClock.now
        let masked = PersonalData.text(String(repeating: "1-", count: 50_000), of: "李文")
        #expect(!masked.contains("1"))
        #expect(ContinuousClock.now - began < .seconds(5))
    }
}

extension String {
    /// The sign - is a letter of an address, so it is covered.
    fileprivate var replacingHyphen: String { String(map { $0 == "-" ? "*" : $0 }) }
}
