// yangguang check finds what is wrong, and nothing where nothing is.
import CountyFixture
import Foundation
import Model
import Testing

@Suite("Checking a store")
struct StoreCheckTests {
    /// A county with a hearing that is over and reported on, and one with an open date.
    private func county() throws -> County {
        let county = try County()
        let fabu = try county.signIn("fabu")
        try county.office.attach("方案.doc", [1, 2, 3], toDraft: "hearing.announcement", matter: nil, in: fabu)
        var matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        matter = try county.publish(.notice, of: matter, HearingEntries.notice(), in: fabu)
        matter = try county.sendMaterials(of: matter, in: fabu)
        try county.publish(
            .announcement, HearingEntries.announcement(on: nil, about: "明年春天", title: "关于公交票价听证会的公告"),
            in: try county.signIn("jiaoyu"))
        try county.goTo("2026-12-09T09:00")
        try county.publish(.report, of: matter, HearingEntries.report(), in: fabu)
        try county.publish(
            .announcement,
            HearingEntries.announcement(on: "2026-12-30", title: "关于停车收费听证会的公告", commentsUntil: "2026-12-25"),
            in: fabu)
        return county
    }

    @Test("a whole store is told to be whole, with progress through every part")
    func whole() throws {
        let county = try county()
        var stages: [String] = []
        let findings = county.office.check { progress in
            if stages.last != progress.stage { stages.append(progress.stage) }
            return true
        }
        #expect(findings.isEmpty)
        #expect(stages == ["检查文件", "检查引用", "检查附件", "检查文书", "检查全文索引", "检查期限", "检查季度", "检查报表数字", "检查操作日志"])
    }

    private static let unlocked = """
        DROP TRIGGER journal_stays; DROP TRIGGER journal_kept; DROP TRIGGER document_version_stays;
        DROP TRIGGER document_version_kept; DROP TRIGGER document_stays;
        DROP TRIGGER register_stays; PRAGMA foreign_keys = OFF;
        PRAGMA ignore_check_constraints = ON;
        """

    @Test(
        "whoever changes the file behind the office's back is found out",
        arguments: [
            ("UPDATE journal SET sentence = '改' WHERE id = 15", "操作日志第 15 条"),
            ("DELETE FROM journal WHERE id = 14", "操作日志缺第 14 条"),
            ("DELETE FROM journal WHERE id > (SELECT max(id) - 1 FROM journal)", "文书 2026-05: 操作日志中没有发布的记录"),
            ("UPDATE journal SET previous = hash WHERE id = 13", "操作日志第 13 条与前一条接不上"),
            ("UPDATE attachment_content SET bytes = x'010204'", "附件 方案.doc 的内容与保存时的校验值"),
            ("UPDATE attachment SET size = 4", "附件 方案.doc 登记为 4 字节, 实际 3 字节"),
            ("UPDATE day_figures SET notices = 5 WHERE day LIKE '2026-11-%'", "2026-11-20 发布的事项, 日合计与各件不一致"),
            ("UPDATE month_figures SET comments = 5", "2026-12 发布的事项, 月合计与各件不一致"),
            ("UPDATE matter_figures SET due_day = '2026-12-24' WHERE due_day IS NOT NULL", "的最近期限登记为 2026-12-24, 应为 "),
            ("UPDATE year_figures SET answered = 1", "发展和改革局 2026 发布的事项, 年合计与各件不一致"),
            ("DELETE FROM attachment", "不属于任何文书或草稿"),
            ("DELETE FROM full_text_entry WHERE id = (SELECT min(id) FROM full_text_entry)", "全文索引中没有, 查询查不到"),
            ("UPDATE full_text_entry SET is_void = 1 WHERE record = 3", "文书 2026-03: 全文索引中没有, 查询查不到"),
            ("UPDATE full_text_entry SET edition = 2 WHERE record = 3", "文书 2026-03: 全文索引中没有, 查询查不到"),
            ("UPDATE full_text_entry SET record = 99 WHERE record = 3", "文书第 99 条: 全文索引中多余"),
            ("INSERT INTO full_text (rowid, words) VALUES (5, '供水')", "索引第 5 行: 全文索引中多余"),
            ("DELETE FROM full_text_docsize WHERE id = (SELECT min(id) FROM full_text_entry)", "全文索引中没有, 查询查不到"),
            ("UPDATE hearing_report SET outcome = '另一个结果'", "文书第 4 条: 全文索引的内容与正文不一致"),
            ("UPDATE hearing_report SET outcome = '18 位代表反对方案'", "文书第 4 条: 全文索引的内容与正文不一致"),
            ("DELETE FROM hearing_notice", "文书 2026-02: 缺少听证通知的内容"),
            ("UPDATE hearing_report SET version_id = 1", "文书 2026-01: 不是听证报告, 却有听证报告的内容"),
            ("UPDATE matter SET title = '另一个标题' WHERE id = 1", "事项《另一个标题》: 标题与公告最新一版的标题不一致"),
            ("UPDATE matter SET event_day = '2026-12-07' WHERE id = 1", "听证会日期是 2026-12-07, 文书中是 2026-12-08"),
            ("UPDATE matter SET comments_until = '2026-12-30T00:00:00.000Z' WHERE id = 1", "意见截止时刻"),
            (
                "UPDATE deadline SET due_day = '2027-01-30' WHERE met_at IS NULL AND rule = 'report'",
                "听证报告期限是 2027-01-30, 应为 2027-01-13"
            ),
            ("DELETE FROM deadline WHERE rule = 'notice'", "听证通知期限没有登记, 应为 2026-11-27"),
            ("UPDATE deadline SET met_at = NULL, met_day = NULL WHERE rule = 'report'", "听证报告期限的办结时刻是 空"),
            ("UPDATE deadline SET due_day = '2026-12-01' WHERE matter_id = 1 AND rule = 'report'", "却登记为按时"),
            ("UPDATE deadline SET rule = 'lunch' WHERE matter_id = 1 AND rule = 'report'", "有程序中没有的期限 lunch"),
            (
                "INSERT INTO deadline (site_id, unit_id, system, matter_id, rule, due_day) VALUES (1, 2, 'hearing', 2, 'notice', '2026-12-01')",
                "但日期还没有确定"
            ),
            ("DELETE FROM register WHERE document_id = 1", "文书 2026-01: 不在信息发布登记台账中"),
            ("UPDATE number_series SET last = 2", "编号 hearing 2026: 已发到的编号比登记的多"),
            (
                "UPDATE document SET published_at = '2026-11-01T01:00:00.000Z', published_day = '2026-11-01' WHERE kind = 'notice'",
                "发布的顺序不对"
            ),
            ("UPDATE document SET published_day = '2026-11-21' WHERE id = 1", "发布日期与时刻不一致"),
            ("DELETE FROM document_version WHERE document_id = 5", "文书 2026-05: 没有任何一版"),
            ("UPDATE document_version SET ordinal = 2 WHERE document_id = 1", "文书 2026-01: 各版的序号不连续"),
            (
                "UPDATE matter SET ended_at = created_at, ended_reason = '因' WHERE id = 3",
                "事项《关于停车收费听证会的公告》: 已终止或者已删除, 却还有开着的期限"
            ),
            (
                "UPDATE matter SET deleted_at = created_at WHERE id = 2",
                "事项《关于公交票价听证会的公告》: 已经删除, 却还有没有删除的文书"
            ),
            ("UPDATE matter SET unit_id = 77 WHERE id = 1", "matter 第 1 行所指的 unit 不存在"),
            (
                "UPDATE hearing_announcement SET representatives = 900",
                "CHECK constraint failed in hearing_announcement"
            ),
        ])
    func tampered(sql: String, sentence: String) throws {
        let county = try county()
        try county.raw(Self.unlocked + sql)
        let findings = county.office.check()
        #expect(findings.contains { $0.contains(sentence) }, "\(findings)")
    }

    @Test("a damaged file is said to be damaged, and the check goes on as far as it can")
    func damaged() throws {
        let county = try county()
        try county.raw("PRAGMA wal_checkpoint(TRUNCATE)")
        let page: Int = try county.rawValue("SELECT rootpage FROM sqlite_schema WHERE name = 'document_version'") ?? 0
        let file = try #require(FileHandle(forUpdatingAtPath: county.path))
        try file.seek(toOffset: UInt64(page - 1) * 4096)
        try file.write(contentsOf: Data(repeating: 0xA5, count: 4096))
        try file.close()
        let findings = try county.anotherOffice().check()
        #expect(findings.contains { $0.contains("已损坏") }, "\(findings)")
    }

    @Test("a thousand faults of a kind are twenty sentences and a count")
    func bounded() throws {
        let county = try county()
        try county.raw(
            """
            \(Self.unlocked) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
            INSERT INTO attachment_content (sha256, bytes) SELECT printf('%064d', i), x'01' FROM n
            """)
        let findings = county.office.check()
        #expect(findings.count == 42)
        #expect(findings.filter { $0.contains("还有 980 处") }.count == 2)
    }

    @Test("a check that is called off says that it is not finished")
    func calledOff() throws {
        #expect(try county().office.check { _ in false } == ["检查没有做完"])
    }

    @Test("a statement has every matter of the system, the newest first, with its light")
    func statements() throws {
        let county = try county()
        func told(_ light: Light? = nil) throws -> [String] {
            var lines: [String] = []
            try county.office.statements(light: light) {
                lines.append("\($0.matter?.number.description ?? "-") \($0.unit) \($0.light.rawValue)")
            }
            return lines
        }
        #expect(try told() == ["2026-05 发展和改革局 open", "2026-03 教育体育局 open", "2026-01 发展和改革局 met"])
        try county.goTo("2026-12-19T09:00")
        #expect(try told(.soon) == ["2026-05 发展和改革局 soon"])
        try county.goTo("2026-12-22T09:00")
        #expect(try told(.overdue) == ["2026-05 发展和改革局 overdue"])
        #expect(try told(.soon).isEmpty)
    }
}
