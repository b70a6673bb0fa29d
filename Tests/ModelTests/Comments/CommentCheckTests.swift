// yangguang check on comments and replies.
import CountyFixture
import Model
import Testing

@Suite("Checking comments")
struct CommentCheckTests {
    private static let unlocked = """
        DROP TRIGGER comment_duplicate_of_same_matter; DROP TRIGGER reply_stays; PRAGMA foreign_keys = OFF;
        PRAGMA ignore_check_constraints = ON;
        """

    @Test(
        "whoever changes comments behind the office's back is found out",
        arguments: [
            ("UPDATE every_comment SET handled_at = NULL WHERE id = 1", "第 1 条建议: 有答复, 却没有登记处理"),
            ("UPDATE every_comment SET adoption = NULL WHERE id = 1", "第 1 条建议: 答复了, 却没有采纳情况"),
            ("UPDATE every_comment SET adoption = 'declined' WHERE id = 1", "第 1 条建议: 不采纳, 却没有理由"),
            ("DELETE FROM reply", "第 1 条建议: 没有答复, 却有采纳情况"),
            ("UPDATE every_comment SET answered_day = NULL WHERE id = 1", "第 1 条建议: 登记的答复日期与答复不一致"),
            ("UPDATE every_comment SET duplicate_of = 3 WHERE id = 2", "第 2 条建议: 标为与另一件事项的建议"),
            (
                "UPDATE every_comment SET duplicate_of = 2 WHERE id = 1; UPDATE every_comment SET duplicate_of = 1 WHERE id = 2",
                "第 1 条建议: 标为"
            ),
            (
                "UPDATE every_comment SET received_at = '2026-11-01T02:00:00.000Z', received_day = '2026-11-01' WHERE id = 2",
                "第 2 条建议: 收到日期早于公告发布日期"
            ),
        ])
    func tampered(sql: String, sentence: String) throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let first = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let second = try county.publish(
            .announcement, HearingEntries.announcement(title: "关于公交票价听证会的公告"), in: fabu)
        for matter in [first, first, second] { _ = try county.register(of: matter, in: fabu) }
        try county.reply(to: [try county.office.comment(Identifier(1), in: fabu)], in: fabu)
        #expect(county.office.check() == [])
        try county.raw(Self.unlocked + sql)
        let findings = county.office.check()
        #expect(findings.contains { $0.contains(sentence) }, "\(findings)")
    }
}
