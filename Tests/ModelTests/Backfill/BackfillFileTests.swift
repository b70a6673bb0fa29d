// 补录 from a CSV: all or nothing, every wrong cell named.
import CountyFixture
import Testing

@testable import Model

@Suite("Backfilling from a file")
struct BackfillFileTests {
    static let columns = BackfillTable.columns(.hearing)

    private func checked(_ rows: [[String: String]], in county: County) throws -> BackfillTable.Checked {
        let fabu = try county.signIn("fabu")
        return try BackfillTable(.hearing, try file(rows)).checked(
            for: fabu.clerk.unit, try county.office.context(in: fabu))
    }

    private func faults(_ rows: [[String: String]]) throws -> [String] {
        try checked(rows, in: try County()).faults.map { "\($0.line) \($0.column) \($0.value) \($0.sentence)" }
    }

    private func changed(_ row: Int, _ cells: [String: String]) -> [[String: String]] {
        var rows = hearing("1")
        rows[row].merge(cells) { $1 }
        return rows
    }

    @Test("the header is the form's labels, each once, and the empty file is read again")
    func template() throws {
        #expect(
            Self.columns.prefix(6) == ["事项", "文书", "原发布日期", "补录原因", "标题", "听证事项"]
                && Self.columns.suffix(4) == ["发文字号", "落款", "落款日期", "保密审查"])
        #expect(Set(Self.columns).count == Self.columns.count)
        for document in Procedure.hearing.documents {
            #expect(Set(document.form.fields.map(\.label)).count == document.form.fields.count)
        }
        let file = try TextFile(name: "空表.csv", bytes: BackfillTable.template(.hearing))
        #expect(try CSVTable(file.text).header == Self.columns)
        let refusal = #expect(throws: Refusal.self) { try BackfillTable(.hearing, file) }
        #expect(refusal?.sentence == "\"空表.csv\" 只有表头, 没有要补录的行")
    }

    @Test(
        "two hearings in mixed order are entered with their true days, a journal row for each document and one for the file"
    )
    func enters() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let rows = Array((hearing("甲") + hearing("乙")).reversed())
        let table = try BackfillTable(.hearing, try file(rows))
        let done = try county.office.perform(BackfillFile(table), in: fabu)
        #expect(done.outcome.matters == 2 && done.outcome.documents == 6)
        let list = try county.office.matters(.hearing, .first, limit: 10, in: fabu).rows
        #expect(list.map(\.isBackfilled) == [true, true] && list.map(\.published.count) == [3, 3])
        let matter = try county.office.matter(list[0].id, in: fabu)
        #expect(matter.documents.map(\.publishedText) == ["2026-03-02", "2026-03-12", "2026-04-02"])
        #expect(try county.rawValue("SELECT count(*) FROM journal WHERE act = 'backfill' AND reason <> ''") == 6)
        #expect(
            try county.rawValue("SELECT sentence FROM journal WHERE act = 'backfillFile'")
                == "从文件 \"补录.csv\" 补录 2 件事项, 6 份文书")
        #expect(try county.rawValue("SELECT count(*) FROM public_package") == 0)
        #expect(county.office.check().isEmpty)
    }

    @Test(
        "a matter of the same title and day that was entered before is told with its number, another day or unit is not"
    )
    func enteredBefore() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let rows = hearing("甲")
        let table = try BackfillTable(.hearing, try file(rows))
        func before(_ rows: [[String: String]], _ session: Session) throws -> [Int: DocumentNumber] {
            try county.office.backfilledBefore(try checked(rows, in: county), .hearing, in: session)
        }
        #expect(try before(rows, fabu).isEmpty)
        _ = try county.office.perform(BackfillFile(table), in: fabu)
        let number = try #require(try county.office.matters(.hearing, .first, limit: 1, in: fabu).rows.first).number
        #expect(try before(rows, fabu) == [0: number])
        #expect(try before(changed(0, ["标题": "关于另一件事的听证会公告"]), fabu).isEmpty)
        #expect(try before(changed(0, ["原发布日期": "2026-03-03"]), fabu).isEmpty)
        #expect(try before(rows, try county.signIn("jiaoyu")).isEmpty)
    }

    @Test("entered from a file or one by one, the store holds the same")
    func same() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        var single = try county.backfill(.announcement, BackfillEntries.announcement(), in: fabu)
        single = try county.backfill(.notice, of: single, BackfillEntries.notice(), in: fabu)
        single = try county.backfill(.report, of: single, BackfillEntries.report(), in: fabu)
        _ = try county.office.perform(BackfillFile(try BackfillTable(.hearing, try file(hearing("1")))), in: fabu)
        let row = try #require(try county.office.matters(.hearing, .first, limit: 1, in: fabu).rows.first)
        let fromFile = try county.office.matter(row.id, in: fabu)
        #expect(fromFile.documents.map(\.values) == single.documents.map(\.values))
        #expect(fromFile.event == single.event && fromFile.commentsUntil == single.commentsUntil)
        #expect(fromFile.deadlines == single.deadlines && fromFile.backfilledDay == single.backfilledDay)
    }

    @Test("one wrong cell and nothing at all is entered")
    func allOrNothing() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let table = try BackfillTable(
            .hearing,
            try file(
                hearing("1")
                    + changed(2, ["原发布日期": "2026-03-01", "事项": "2"]).map {
                        $0.merging(["事项": "2"]) { $1 }
                    }))
        let refusal = #expect(throws: Refusal.self) { try county.office.perform(BackfillFile(table), in: fabu) }
        #expect(refusal?.sentence.hasPrefix("文件中有 1 处要改, 一件也没有补录; 第一处: 第 7 行, 原发布日期不能早于听证通知的 2026-03-12") == true)
        #expect(try county.rawValue("SELECT count(*) FROM matter") == 0)
        #expect(try county.rawValue("SELECT count(*) FROM number_series") == 0)
    }

    @Test(
        "a wrong cell is named with line, column, value and sentence",
        arguments: [
            (0, ["原发布日期": "1900-01-01"], "2 原发布日期 1900-01-01 原发布日期: 年份 1900 超出范围, 只收 2000 年至 2100 年的日期"),
            (0, ["原发布日期": "2999-12-31"], "2 原发布日期 2999-12-31 原发布日期: 年份 2999 超出范围, 只收 2000 年至 2100 年的日期"),
            (0, ["听证日期": "3-25"], "2 听证日期 3-25 3-25 没有写年份, 请写成 2026-12-08"),
            (0, ["落款日期": "昨天"], "2 落款日期 昨天 昨天 没有写年份, 请写成 2026-12-08"),
            (0, ["代表名额": "许多"], "2 代表名额 许多 代表名额应是整数, 填的是 许多"),
            (0, ["听证时间": "某天"], "2 听证时间 某天 听证时间只能选 已定日期、大致时间、待2号公告公布, 填的是 某天"),
            (0, ["大致时间": "3月下旬"], "2 大致时间 3月下旬 听证时间是 已定日期 时没有这一栏, 请清空"),
            (1, ["文书": "听证纪要"], "3 文书 听证纪要 文书只能写 听证公告、听证通知、听证报告, 填的是 听证纪要"),
            (1, ["意见截止": "2026-03-18"], "3 意见截止 2026-03-18 听证通知没有这一栏, 请清空"),
            (1, ["事项": ""], "3 事项  请写明是哪一件: 同一件事项的几行写同样的记号, 例如 1"),
            (1, ["保密审查": "对"], "3 保密审查 对 保密审查只能写 是 或 否, 填的是 对"),
            (1, ["保密审查": "否"], "3 保密审查 否 请先完成保密审查, 再在这一栏写 是; 没有审查的不能补录"),
            (2, ["实到代表": "21"], "4 实到代表 21 实到代表不能多于应到代表 20 人, 填的是 21 人"),
            (2, ["补录原因": ""], "4 补录原因  请填写补录原因"),
            (2, ["原发布日期": "2026-03-24"], "4 原发布日期 2026-03-24 听证会 2026-03-25 11:30 结束后才能发布听证报告; 原发布日期是 2026-03-24"),
        ])
    func cells(_ row: Int, _ cells: [String: String], _ fault: String) throws {
        #expect(try faults(changed(row, cells)).contains(fault))
    }

    @Test("a choice may be written as its code, a tick as 是 alone, and a fault in one row does not hide another's")
    func choices() throws {
        #expect(try faults(changed(0, ["听证时间": "exact"])) == [])
        let several = try faults(changed(0, ["标题": "", "代表名额": "0"]) + [["事项": "2", "文书": "听证报告", "原发布日期": "x"]])
        #expect(several.contains("2 标题  请填写标题") && several.contains { $0.hasPrefix("2 代表名额 0 ") })
        #expect(several.contains("5 文书 听证报告 这件事项没有听证通知的行; 要先有听证通知, 才有听证报告"))
        #expect(several.contains("5 原发布日期 x 原发布日期: 看不懂日期 \"x\", 请写成 2026-12-08 或 12-8"))
        #expect(several == several.sorted { (Int($0.prefix(1)) ?? 0) < (Int($1.prefix(1)) ?? 0) })
    }

    @Test("the same document twice in a matter, and a row of other length, are refused")
    func twice() throws {
        var rows = hearing("1")
        rows.append(rows[1])
        #expect(try faults(rows) == ["5 文书 听证通知 这件事项的听证通知在第 3 行已有, 每件事项只有一份"])
        let text = Self.columns.joined(separator: ",") + "\n1,听证公告\n"
        let table = try BackfillTable(.hearing, try TextFile(name: "x.csv", bytes: Array(text.utf8)))
        #expect(table.faults.map(\.sentence).first?.hasPrefix("这一行有 2 栏, 表头有 \(Self.columns.count) 栏") == true)
    }

    @Test("more documents than one transaction should hold are refused, both numbers named")
    func tooMany() throws {
        let rows = (0...BackfillTable.mostDocuments).map { ["事项": "\($0)", "文书": "听证公告"] }
        let refusal = #expect(throws: Refusal.self) { try BackfillTable(.hearing, try file(rows)) }
        #expect(refusal?.sentence == "\"补录.csv\" 有 2,001 行, 一次最多补录 2,000 份文书, 请分成几个文件")
    }

    @Test("columns that are unknown, missing or there twice are named")
    func headers() throws {
        func refusal(_ header: [String]) -> String {
            #expect(throws: Refusal.self) { try BackfillTable(.hearing, try file(hearing("1"), header: header)) }?
                .sentence ?? ""
        }
        #expect(refusal(Self.columns + ["备注"]).hasPrefix("第 1 行: 表头中多了 \"备注\";"))
        #expect(refusal(Self.columns.filter { $0 != "标题" && $0 != "落款" }).hasPrefix("第 1 行: 表头中少了 \"标题\"、\"落款\";"))
        #expect(refusal(Self.columns + ["标题"]).hasPrefix("第 1 行: 表头中有两次 \"标题\";"))
    }

    @Test("an unreadable day is told alone, not with what would follow from it")
    func unreadableDay() throws {
        #expect(try faults(changed(0, ["原发布日期": "去年"])).map { $0.prefix(10) } == ["2 原发布日期 去年"])
        #expect(
            try faults(changed(0, ["原发布日期": "2027-01-01"])) == [
                "2 原发布日期 2027-01-01 原发布日期不能晚于今天 2026-11-20, 填的是 2027-01-01"
            ])
    }

    @Test(
        "whatever stands in the cells, a file is either refused and changes nothing, or entered and the store is sound")
    func randomCells() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        var random = SeededNumbers(seed: 3)
        let odd = [
            "", "是", "否", "0", "-1", "1900-01-01", "2026-03-25", "2999-12-31", "25:00", "=1+1", "\u{202E}", "𠮷\n\"",
            "待2号公告公布", "听证报告",
        ]
        var entered = 0
        for _ in 0..<150 {
            var rows = hearing("1") + hearing("2")
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                let row = Int.random(in: 0..<rows.count, using: &random)
                let column = Self.columns.randomElement(using: &random) ?? ""
                rows[row][column] = odd.randomElement(using: &random)
            }
            let table = try BackfillTable(.hearing, try file(rows))
            let found = table.checked(for: fabu.clerk.unit, try county.office.context(in: fabu)).faults
            let before: Int? = try county.rawValue("SELECT count(*) FROM document")
            if found.isEmpty {
                entered += try county.office.perform(BackfillFile(table), in: fabu).outcome.documents
            } else {
                #expect(throws: Refusal.self) { try county.office.perform(BackfillFile(table), in: fabu) }
                #expect(try county.rawValue("SELECT count(*) FROM document") == before)
            }
        }
        #expect(try county.rawValue("SELECT count(*) FROM document") == entered)
        #expect(entered > 100 && county.office.check().isEmpty)
    }

    @Test("only a publisher, and into the own unit")
    func roles() throws {
        let county = try County()
        let table = try BackfillTable(.hearing, try file(hearing("1")))
        let refusal = #expect(throws: Refusal.self) {
            try county.office.perform(BackfillFile(table), in: try county.signIn("jianguan"))
        }
        #expect(refusal?.reason == .notAllowed)
        let jiaoyu = try county.signIn("jiaoyu")
        _ = try county.office.perform(BackfillFile(table), in: jiaoyu)
        #expect(try county.office.matters(.hearing, .first, limit: 5, in: jiaoyu).rows.map(\.unit) == ["教体局"])
    }
}
