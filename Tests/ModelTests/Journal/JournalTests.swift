// 操作日志: every act a row, nothing changed, nothing taken out.
import CountyFixture
import GRDB
import Model
import Testing

@Suite("Journal")
struct JournalTests {
    @Test("an act is a row: who, when, what, after, why; a refusal is one too")
    func rows() throws {
        let county = try County(now: "2026-11-25T08:00")
        let fabu = try county.signIn("fabu")
        #expect(throws: Refusal.self) {
            try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        }
        let matter = try county.publish(
            .announcement, HearingEntries.announcement(), lateReason: "等省里文件", in: fabu)
        let rows: [String] = try county.rawValues(
            """
            SELECT at || ' ' || clerk || ' ' || act || ' ' || is_refusal || ' ' || ifnull(reason, '-') FROM journal
            WHERE act = 'publish' ORDER BY id
            """)
        #expect(
            rows == [
                "2026-11-25T00:00:00.000Z 李文 publish 1 -", "2026-11-25T00:00:00.000Z 李文 publish 0 等省里文件",
            ])
        let entry = try #require(try county.office.history(of: matter.id, in: fabu).first)
        #expect(
            entry.sentence
                == "发布听证公告《关于调整城市供水价格听证会的公告》, 编号 2026-01, 听证公告最迟 2026-11-24（含当日）, 晚 1 个工作日")
        let after: String? = try county.rawValue("SELECT after FROM journal WHERE is_refusal = 0 AND act = 'publish'")
        #expect(after?.contains(#""代表名额":"20""#) == true)
    }

    @Test(
        "even SQL past the office changes and deletes no row",
        arguments: ["UPDATE journal SET sentence = 'x'", "DELETE FROM journal"])
    func appendOnly(sql: String) throws {
        let county = try County()
        #expect(throws: DatabaseError.self) { try county.raw(sql) }
    }

    @Test("reading a temporary notice's withdrawal tells before, after and why")
    func withdrawal() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let entries = Entries([
            "title": "关于停水的通知", "body": "停水", "signed_unit": "发展和改革局", "secrecy_checked": "1",
        ])
        _ = try county.office.perform(PublishTemporaryNotice(in: .hearing, entries: entries), in: fabu)
        let notice = try #require(
            try county.office.temporaryNotices(.hearing, .first, limit: 5, in: fabu).rows.first)
        #expect(throws: Refusal.self) {
            try county.office.perform(WithdrawTemporaryNotice(notice, reason: "  "), in: fabu)
        }
        let jiaoyu = try county.signIn("jiaoyu")
        #expect(throws: Refusal.self) {
            try county.office.perform(WithdrawTemporaryNotice(notice, reason: "误发"), in: jiaoyu)
        }
        _ = try county.office.perform(WithdrawTemporaryNotice(notice, reason: "误发"), in: fabu)
        let row: String? = try county.rawValue(
            "SELECT before || after || reason FROM journal WHERE act = 'withdrawTemporaryNotice' AND is_refusal = 0")
        #expect(row == #"{"状态":"已发布"}{"状态":"已撤回"}误发"#)
        let again = #expect(throws: Refusal.self) {
            try county.office.perform(WithdrawTemporaryNotice(notice, reason: "误发"), in: fabu)
        }
        #expect(again?.sentence == "《关于停水的通知》已于 2026-11-20 09:00 撤回")
    }
}
