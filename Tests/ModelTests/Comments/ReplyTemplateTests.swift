// Reply templates: the unit's, saved, changed and deleted.
import CountyFixture
import Model
import Testing

@Suite("Reply templates")
struct ReplyTemplateTests {
    @Test("a template is saved, changed and deleted by the unit's publishers, and seen by no other unit")
    func life() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        _ = try county.office.perform(SaveReplyTemplate("采纳", "您的意见已经采纳。"), in: fabu)
        var template = try #require(try county.office.replyTemplates(in: fabu).first)
        #expect(template.title == "采纳" && template.changedBy == "李文" && template.version == 1)
        let wumin = try county.signIn("wumin")
        _ = try county.office.perform(SaveReplyTemplate("采纳", "已采纳, 谢谢。", replacing: template), in: wumin)
        #expect(
            county.refused {
                _ = try county.office.perform(SaveReplyTemplate("采纳", "我的", replacing: template), in: fabu)
            } == "模板 采纳 已由吴敏 2026-11-20 09:00 修改, 请按 F5 重新读取; 您写的内容还在")
        #expect(
            county.refused { _ = try county.office.perform(DeleteReplyTemplate(template), in: fabu) } != nil)
        let jiaoyu = try county.signIn("jiaoyu")
        #expect(try county.office.replyTemplates(in: jiaoyu).isEmpty)
        #expect(
            county.refused { _ = try county.office.perform(DeleteReplyTemplate(template), in: jiaoyu) }
                == "模板 采纳 已被删除, 请按 F5 重新读取; 您写的内容还在")
        template = try #require(try county.office.replyTemplates(in: fabu).first)
        #expect(template.body == "已采纳, 谢谢。" && template.version == 2)
        _ = try county.office.perform(DeleteReplyTemplate(template), in: fabu)
        #expect(try county.office.replyTemplates(in: fabu).isEmpty)
        let kept: String? = try county.rawValue(
            "SELECT before FROM journal WHERE act = 'deleteReplyTemplate' AND is_refusal = 0")
        #expect(kept == #"{"模板内容":"已采纳, 谢谢。","模板名称":"采纳"}"#)
    }

    @Test("two templates of a unit have two names; a name has at most 40 characters and a text 2000")
    func limits() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        _ = try county.office.perform(SaveReplyTemplate("采纳", "甲"), in: fabu)
        _ = try county.office.perform(SaveReplyTemplate("采纳", "乙"), in: try county.signIn("jiaoyu"))
        for (title, body, sentence) in [
            ("采纳", "乙", "本单位已有名称为 采纳 的模板, 请换一个名称"), ("", "乙", "请填写模板名称"), ("解释", "", "请填写模板内容"),
            (String(repeating: "名", count: 41), "乙", "模板名称最多 40 字 (含标点), 现在 41 字, 请删去 1 字"),
        ] {
            #expect(
                county.refused { _ = try county.office.perform(SaveReplyTemplate(title, body), in: fabu) } == sentence)
        }
        _ = try county.office.perform(SaveReplyTemplate("解释", "丙"), in: fabu)
        let template = try #require(try county.office.replyTemplates(in: fabu).first { $0.title == "解释" })
        #expect(
            county.refused {
                _ = try county.office.perform(SaveReplyTemplate("采纳", "丙", replacing: template), in: fabu)
            } != nil)
    }
}
