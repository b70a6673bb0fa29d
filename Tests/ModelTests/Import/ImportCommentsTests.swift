// Importing comments: all or nothing, nothing twice, late ones marked.
import CountyFixture
import Foundation
import GRDB
import Testing

@testable import Model

@Suite("Importing comments")
struct ImportCommentsTests {
    private typealias Here = ImportCounty

    @Test("what a file holds is registered as it stands, with where it came from; check finds nothing")
    func imported() throws {
        let here = try ImportCounty()
        let checked = try here.check(
            Here.row(["建议人": "欧阳建国", "联系方式": "13800001234", "内容": "=1+1", "来源编号": "WZ-7"]),
            Here.row(["渠道": "网站", "收到日期": "2026-11-20 09:00:30", "内容": "第一行\n𠮷祥巷的段䶮"]))
        #expect(checked.count == 2 && checked.right == 2 && checked.faults.isEmpty && checked.lateLines.isEmpty)
        let done = try here.take(checked)
        #expect(done.outcome.comments == 2 && done.outcome.number == 1)
        let rows = try here.rows()
        #expect(rows.map { $0["body"] as String } == ["=1+1", "第一行\n𠮷祥巷的段䶮"])
        #expect(rows.map { $0["received_at"] as String } == ["2026-11-23T04:00:00.000Z", "2026-11-20T01:00:30.000Z"])
        #expect(rows.map { $0["source_id"] as String? } == ["WZ-7", nil])
        let comment = try here.county.office.comment(Identifier(1), in: here.fabu)
        #expect(comment.source == .init(number: 1, file: "建议.csv", id: "WZ-7"))
        #expect(comment.registration == .init(by: "李文", at: here.county.now) && comment.author == "欧阳****")
        let history = try here.county.office.history(of: comment, in: here.fabu)
        #expect(history.map(\.sentence) == ["从文件 \"建议.csv\" 导入《\(here.matter.title)》的建议 2 条 (第 1 批)"])
        #expect(here.county.office.check() == [])
    }

    @Test("the journal holds the file, its SHA-256 and the count, and nothing personal")
    func journal() throws {
        let here = try ImportCounty()
        let checked = try here.check(Here.row(["建议人": "欧阳建国", "联系方式": "13800001234", "内容": "住在苍山西镇"]))
        let number = try here.take(checked).journalNumber
        let texts = try here.county.rawQueue().read { db in
            try String.fetchAll(db, sql: "SELECT sentence || before || after FROM journal")
        }
        for personal in ["欧阳", "13800001234", "苍山西镇"] { #expect(!texts.contains { $0.contains(personal) }) }
        let row = try #require(texts.dropFirst(Int(number) - 1).first)
        #expect(row.hasPrefix("从文件 \"建议.csv\" 导入建议 1 条 (第 1 批)"))
        #expect(row.contains("\"SHA-256\":\"\(checked.sha256)\"") && row.contains("\"条数\":\"1\""))
    }

    @Test("H4: what was received after the last day is 逾期意见, also by its time")
    func late() throws {
        let here = try ImportCounty()
        let checked = try here.check(
            Here.row(["收到日期": "2026-12-01 23:59"]), Here.row(["收到日期": "2026-12-02"]),
            Here.row(["收到日期": "2026-12-02T00:00"]))
        #expect(checked.lateLines == [3, 4] && checked.shares.map(\.late) == [2])
        #expect(try here.take(checked).outcome.late == 2)
        #expect(try here.rows().map { $0["is_late"] as Bool } == [false, true, true])
    }

    @Test(
        "a bad cell is named with its line, its column and the reason",
        arguments: [
            ("系统", "火星", "系统只能写 重大决策听证、重要事项公示、重点工作通报, 填的是 火星"),
            ("编号", "2026-99", "重大决策听证没有编号是 2026-99 的事项, 请核对"),
            ("编号", "Dec-26", "看不懂编号 \"Dec-26\", 请照列表写成 2026-12; 表格软件会把它变成日期, 请先把这一栏设为文本"),
            ("渠道", "飞鸽", "渠道只能写 电子邮件、来信、电话、来访、网站, 填的是 飞鸽"), ("渠道", "", "渠道只能写 电子邮件、来信、电话、来访、网站, 现在空着"),
            ("收到日期", "", "请填写收到日期"), ("收到日期", "1900-01-01", "年份 1900 超出范围, 只收 2000 年至 2100 年的日期"),
            ("收到日期", "2999-01-01", "年份 2999 超出范围, 只收 2000 年至 2100 年的日期"),
            ("收到日期", "12-1", "\"12-1\" 没有写年份, 请写成 2026-12-08"),
            ("收到日期", "2026-11-23 9:05:99", "看不懂时间 \"9:05:99\", 请写成 09:05 或 09:05:30"),
            ("收到日期", "2026-11-23 25:00", "没有 25 点 0 分, 小时为 0 至 23, 分钟为 0 至 59"),
            ("收到日期", "2026-12-03 10:01", "收到日期不能晚于现在 2026-12-03 10:00, 文件中是 2026-12-03 10:01; 请核对"),
            ("收到日期", "2026-12-04", "收到日期不能晚于现在 2026-12-03 10:00, 文件中是 2026-12-04; 请核对"),
            ("收到日期", "2026-11-20 08:59", "公告发布于 2026-11-20 09:00, 收到日期不能早于这一时刻, 文件中是 2026-11-20 08:59; 请核对"),
            ("收到日期", "2026-11-19", "公告发布于 2026-11-20 09:00, 收到日期不能早于这一时刻, 文件中是 2026-11-19; 请核对"),
            ("内容", "", "请填写内容"), ("内容", "甲\u{1B}[2J", "内容中有不能显示的控制字符 (U+001B), 请删去后重新输入"),
            ("内容", "甲\u{202E}乙", "内容中有不能显示的控制字符 (U+202E), 请删去后重新输入"),
            ("渠道", "来\u{1B}]0;x\u{07}信", "渠道中有不能显示的控制字符 (U+001B), 请删去后重新导出"),
            ("建议人", String(repeating: "王", count: 41), "建议人最多 40 字 (含标点), 现在 41 字, 请删去 1 字"),
            ("联系方式", "甲\n乙", "联系方式只能写一行, 请去掉换行"),
            ("来源编号", String(repeating: "1", count: 101), "来源编号最多 100 字 (含标点), 现在 101 字, 请删去 1 字"),
        ])
    func badCell(column: String, value: String, sentence: String) throws {
        let here = try ImportCounty()
        let checked = try here.check(Here.row(), Here.row([column: value]), Here.row())
        #expect(checked.faults.map(\.line) == [3] && checked.faults.map(\.column) == [column])
        #expect(checked.faults.map(\.sentence) == [sentence])
        #expect(checked.right == 2 && checked.wrong == 1)
        #expect(
            here.sentence { try here.take(checked) } == "文件中有 1 行要改, 一条也没有导入; 第一处: 第 3 行  \(column)")
        #expect(try here.rows().isEmpty)
    }

    @Test("a cell of 10 MB is one bad line among the others, named with its length")
    func hugeCell() throws {
        let here = try ImportCounty()
        let checked = try here.check(
            Here.row(["内容": String(repeating: "字", count: 3_495_253)]), Here.row(["收到日期": "甲"]))
        #expect(checked.faults.map(\.line) == [2, 3])
        #expect(checked.faults[0].sentence == "内容最多 2000 字 (含标点), 现在 3495253 字, 请删去 3493253 字")
    }

    @Test("a matter of another unit, a deleted one and an ended one follow the rules of registering")
    func matters() throws {
        let here = try ImportCounty()
        let jiaoyu = try here.county.signIn("jiaoyu")
        let file = try Here.file([Here.row()])
        #expect(
            try here.county.office.checkComments(file, in: jiaoyu).faults.map(\.sentence) == [
                "2026-01 是发展和改革局的事项, 您只能导入教育体育局的事项的建议"
            ])
        try here.county.raw("UPDATE matter SET ended_at = '2026-11-20T02:00:00.000Z', ended_reason = '项目取消'")
        #expect(try here.check(Here.row()).faults.isEmpty)
        try here.county.raw("UPDATE matter SET deleted_at = '2026-11-20T02:00:00.000Z'")
        #expect(try here.check(Here.row()).faults.map(\.sentence) == ["2026-01 已被删除, 不再收建议"])
    }

    @Test("only publishers import", arguments: ["shenhe", "jianguan", "xitong", "shenji"])
    func roles(name: String) throws {
        let here = try ImportCounty()
        let session = try here.county.signIn(name)
        let checked = try here.check(Here.row())
        #expect(throws: Refusal.self) { try here.county.office.importComments(checked, in: session) }
        #expect(try here.rows().isEmpty && here.unseen() == 0)
    }

    @Test("the same file is refused with who imported it and when, whatever it is called")
    func fileTwice() throws {
        let here = try ImportCounty()
        let checked = try here.check(Here.row())
        try here.take(checked)
        let refusal = "\"别名.csv\" 已由李文于 2026-12-03 10:00 导入 (第 1 批, 1 条), 没有再导入; 新收到的建议请另存一个文件"
        #expect(
            here.sentence {
                _ = try here.county.office.checkComments(try Here.file([Here.row()], name: "别名.csv"), in: here.fabu)
            } == refusal)
        #expect(here.sentence { try here.take(checked) }.contains("没有再导入"))
        #expect(try here.rows().count == 1)
    }

    @Test("a source number is known again, in the store and in the file; another channel has numbers of its own")
    func sources() throws {
        let here = try ImportCounty()
        try here.take(try here.check(Here.row(["来源编号": "7"])))
        let checked = try here.check(
            Here.row(["来源编号": "7", "内容": "又来一次"]), Here.row(["来源编号": "8"]), Here.row(["来源编号": "8"]),
            Here.row(["来源编号": "7", "渠道": "电话"]))
        #expect(checked.faults.map(\.line) == [2, 4])
        #expect(
            checked.faults.map(\.sentence) == ["来源编号 7 已经导入过, 是第 1 条建议, 请从文件中删去", "来源编号 8 与第 3 行重复, 请删去一行"])
    }

    @Test("what changed between check and import is noticed, and nothing is imported")
    func stale() throws {
        let here = try ImportCounty()
        let first = try here.check(Here.row(["来源编号": "7"]))
        let second = try here.check(Here.row(["来源编号": "7", "内容": "另一个文件"]))
        try here.take(first)
        #expect(here.sentence { try here.take(second) } == "第 2 行的来源编号刚刚由别人导入, 一条也没有导入; 请重新检查文件")
        let third = try here.check(Here.row(["内容": "第三个文件"]), Here.row())
        try here.county.raw("UPDATE matter SET deleted_at = '2026-11-20T02:00:00.000Z'")
        #expect(here.sentence { try here.take(third) } == "检查以后, 事项 2026-01 被改动, 一条也没有导入; 请重新检查文件")
        #expect(try here.rows().count == 1)
    }

    @Test("a stopped import leaves nothing, and so does a stopped check")
    func stopped() throws {
        let here = try ImportCounty()
        let stop = WorkWatch(tell: { _ in }, isStopped: { true })
        let checked = try here.check(Here.row())
        #expect(
            here.sentence { _ = try here.county.office.importComments(checked, stop, in: here.fabu) }
                == "已取消导入, 一条也没有导入")
        #expect(
            here.sentence { _ = try here.county.office.checkComments(try Here.file([Here.row()]), stop, in: here.fabu) }
                == "已取消检查, 一条也没有导入")
        #expect(try here.rows().isEmpty && here.county.rawValue("SELECT count(*) FROM comment_import") == 0)
    }

    @Test("the server's operator imports for every unit of the site, and is named")
    func byOperator() throws {
        let here = try ImportCounty()
        let root = ServerOperator(unixUser: "root")
        let checked = try here.county.office.checkComments(try Here.file([Here.row()]), site: nil, as: root)
        _ = try here.county.office.importComments(checked, site: nil, as: root)
        let comment = try here.county.office.comment(Identifier(1), in: here.fabu)
        #expect(comment.registration?.by == "服务器操作员 root")
        #expect(
            here.sentence {
                _ = try here.county.office.checkComments(try Here.file([Here.row(["内容": "二"])]), site: "大理", as: root)
            } == "没有站点 大理; 数据库中有: 漾濞彝族自治县人民政府")
        #expect(here.county.office.check() == [])
    }

    @Test("check finds an import whose comments do not add up, and one that the journal does not tell of")
    func found() throws {
        let here = try ImportCounty()
        try here.take(try here.check(Here.row()))
        try here.county.raw("UPDATE comment_import SET comments = 2")
        #expect(here.county.office.check() == ["第 1 批导入: 建议的条数与登记的不一致"])
    }

    @Test("the samples of the manual can be imported as they are", arguments: ["comments.csv", "comments.json"])
    func samples(name: String) throws {
        let here = try ImportCounty()
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("docs/samples")
        let file = try CommentFile(try FileContent(at: folder.appendingPathComponent(name).path, .comments))
        let checked = try here.county.office.checkComments(file, in: here.fabu)
        #expect(checked.faults.isEmpty && checked.count > 1)
        #expect(try here.take(checked).outcome.comments == checked.count)
    }
}
