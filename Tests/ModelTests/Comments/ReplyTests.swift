// H5, C2: handling and answering.
import CountyFixture
import Model
import Testing

@Suite("Answering comments")
struct ReplyTests {
    private func county() throws -> (County, Session, Matter) {
        let county = try County()
        let fabu = try county.signIn("fabu")
        return (county, fabu, try county.publish(.announcement, HearingEntries.announcement(), in: fabu))
    }

    @Test("H5: a comment is handled with a note, then answered; one that is answered at once is handled with it")
    func handled() throws {
        let (county, fabu, matter) = try county()
        let comment = try county.register(of: matter, in: fabu)
        #expect(
            county.refused { _ = try county.office.perform(HandleComments([comment], handling: ""), in: fabu) } != nil)
        _ = try county.office.perform(HandleComments([comment], handling: "已转价格科"), in: fabu)
        var read = try county.reread(comment, in: fabu)
        #expect(read.state == .handled && read.handling == "已转价格科" && read.handledAt == county.now)
        let handledAt = county.now
        try county.goTo("2026-11-23T10:00")
        try county.reply(to: [read], in: fabu)
        read = try county.reread(comment, in: fabu)
        #expect(read.state == .answered && read.adoption == .adopted && read.handledAt == handledAt)
        #expect(read.reply?.body == "已采纳" && read.reply?.by == "李文" && read.reply?.at == county.now)
        #expect(
            try county.office.history(of: read, in: fabu).map(\.sentence)
                == ["答复第 1 条建议", "处理第 1 条建议", "登记《\(matter.title)》的第 1 条建议"])
        let other = try county.register(of: matter, in: fabu)
        try county.reply(to: [other], in: fabu)
        #expect(try county.reread(other, in: fabu).handledAt == county.now)
    }

    @Test("C2: what is not adopted needs its reason; the answer is read before it goes out")
    func declined() throws {
        let (county, fabu, matter) = try county()
        let comment = try county.register(of: matter, in: fabu)
        let task = ReplyTask(to: [comment], of: matter)
        let context = try county.office.context(in: fabu)
        let without = County.replying("暂不调整", "declined")
        #expect(task.check(without, attachments: [], context).errors == [FieldError("reason", "请填写理由: 不采纳的要写明为什么")])
        #expect(county.refused { try county.reply(to: [comment], without, in: fabu) } == "请填写理由: 不采纳的要写明为什么")
        #expect(try county.reread(comment, in: fabu).version == comment.version)
        let entries = County.replying("暂不调整\n谢谢", "declined", reason: "省里统一定价")
        let preview = task.check(entries, attachments: [], context).preview
        #expect(preview.plain == "答复\n采纳情况: 不采纳\n理由: 省里统一定价\n暂不调整\n谢谢\n发展和改革局\n2026年11月20日")
        try county.reply(to: [comment], entries, in: fabu)
        #expect(try county.reread(comment, in: fabu).adoptionReason == "省里统一定价")
    }

    @Test("of two offices that answer the same comment the second is told who answered and when, and loses nothing")
    func answeredMeanwhile() throws {
        let (county, fabu, matter) = try county()
        let other = try county.anotherOffice()
        let wumin = try county.signIn("wumin", to: other)
        let comment = try county.register(of: matter, in: fabu)
        let second = try county.register("另一条", of: matter, in: fabu)
        let task = ReplyTask(to: [comment], of: matter)
        try county.office.keepDraft(
            task.draftForm, matter: matter.id, entries: County.replying("李文写的"), in: fabu)
        try county.goTo("2026-11-20T10:42")
        _ = try other.perform(ReplyToComments([comment], entries: County.replying("吴敏写的")), in: wumin)
        #expect(
            county.refused { try county.reply(to: [comment], County.replying("李文写的"), in: fabu) }
                == "这条建议已由吴敏 10:42 答复; 您写的内容还在, 请按 F5 重新读取")
        #expect(
            county.refused { try county.reply(to: [second, comment], in: fabu) }
                == "第 1 条建议已由吴敏 10:42 答复; 您写的内容还在, 请按 F5 重新读取")
        #expect(try county.reread(second, in: fabu).state == .waiting)
        #expect(try county.reread(comment, in: fabu).reply?.body == "吴敏写的")
        #expect(try county.office.drafts(in: fabu).map { $0.entries["body"] } == ["李文写的"])
        let again = try task.reread(county.office, fabu)
        let errors = again.check(County.replying("李文写的"), attachments: [], try county.office.context(in: fabu)).errors
        #expect(errors.map(\.sentence) == ["第 1 条建议已由吴敏 2026-11-20 10:42 答复"])
    }

    @Test("a comment that was changed meanwhile is not answered unread")
    func changedMeanwhile() throws {
        let (county, fabu, matter) = try county()
        let comment = try county.register(of: matter, in: fabu)
        try county.goTo("2026-11-20T10:42")
        _ = try county.office.perform(HideComment(comment, reason: "含他人住址"), in: try county.signIn("wumin"))
        _ = try county.office.perform(OpenContact(comment), in: fabu)
        #expect(
            county.refused { try county.reply(to: [comment], in: fabu) } == "这条建议已由吴敏 10:42 修改, 请按 F5 重新读取; 您写的内容还在")
        let hidden = try county.reread(comment, in: fabu)
        #expect(county.refused { try county.reply(to: [hidden], in: fabu) } == "第 1 条建议已经隐藏, 不需要办理; 要办理请先恢复显示")
    }

    @Test("several alike are answered at once, each with a journal row of its own, and only of one matter")
    func several() throws {
        let (county, fabu, matter) = try county()
        let comments = try (1...3).map { try county.register("第 \($0) 封", of: matter, in: fabu) }
        try county.reply(to: comments, in: fabu)
        let rows: [String] = try county.rawValues(
            "SELECT subject FROM journal WHERE act = 'replyToComment' ORDER BY id")
        #expect(rows == ["comment:1", "comment:2", "comment:3"])
        #expect(try comments.map { try county.reread($0, in: fabu).reply?.body } == ["已采纳", "已采纳", "已采纳"])
        let second = try county.publish(
            .announcement, HearingEntries.announcement(title: "关于公交票价听证会的公告"), in: fabu)
        let pair = try [matter, second].map { try county.register(of: $0, in: fabu) }
        #expect(county.refused { try county.reply(to: pair, in: fabu) } == "一起答复的建议要属于同一件事项, 请分开答复")
        #expect(county.refused { try county.reply(to: [pair[0], pair[0]], in: fabu) } == "同一条建议选了两次; 请只选一次")
        #expect(county.refused { try county.reply(to: [], in: fabu) } == "请先选定建议")
    }

    @Test(
        "a reply in the writing is a draft for its comments; publishers of other units and other roles answer nothing")
    func drafts() throws {
        let (county, fabu, matter) = try county()
        let comments = try (1...2).map { try county.register("第 \($0) 封", of: matter, in: fabu) }
        let task = ReplyTask(to: comments, of: matter)
        try county.office.keepDraft(task.draftForm, matter: matter.id, entries: County.replying("两封"), in: fabu)
        let draft = try #require(try county.office.drafts(in: fabu).first)
        #expect(FormTasks.name(of: draft) == "建议答复")
        let again = try FormTasks.task(of: draft, county.office, fabu)
        #expect(again.title == "答复 2 条建议" && again.draftForm == task.draftForm)
        for name in ["jiaoyu", "shenhe", "jianguan"] {
            let session = try county.signIn(name)
            #expect(county.refused { try county.reply(to: comments, in: session) } != nil, "\(name)")
        }
        let receipt = try again.submit(draft.entries, lateReason: "", to: county.office, in: fabu)
        #expect(receipt.sentence.hasPrefix("已答复 2 条建议, 日志第 "))
        #expect(try county.office.drafts(in: fabu).isEmpty)
    }

    @Test("an answer is changed with a reason; the old text stays in the journal and the first answer's day counts")
    func changed() throws {
        let (county, fabu, matter) = try county()
        let comment = try county.register(of: matter, in: fabu)
        try county.reply(to: [comment], in: fabu)
        let answered = try county.reread(comment, in: fabu)
        try county.goTo("2027-01-11T09:00")
        let task = ChangeReplyTask(answered, of: matter)
        var entries = task.beginning(for: fabu.clerk, today: county.now.day)
        #expect(entries["body"] == "已采纳" && entries["adoption"] == "adopted")
        entries["body"] = "部分采纳了"
        entries["adoption"] = "partly"
        #expect(
            county.refused { _ = try county.office.perform(ChangeReply(answered, entries: entries), in: fabu) }
                == "请填写修改原因")
        entries["change_reason"] = "写错了"
        _ = try task.submit(entries, lateReason: "", to: county.office, in: fabu)
        let read = try county.reread(comment, in: fabu)
        #expect(read.reply?.body == "部分采纳了" && read.reply?.version == 2 && read.adoption == .partly)
        #expect(read.reply?.at.day.description == "2026-11-20" && read.light == .met)
        let entry = try #require(try county.office.history(of: read, in: fabu).first)
        #expect(entry.reason == "写错了")
        #expect(entry.changes.map(\.text) == ["已采纳 改为 部分采纳了", "采纳 改为 部分采纳"])
        #expect(
            county.refused { _ = try county.office.perform(ChangeReply(read, entries: entries), in: fabu) } == "答复没有改动")
    }

    @Test("earlier answers on the same matter are at hand, the latest first, and masked")
    func earlier() throws {
        let (county, fabu, matter) = try county()
        for number in 1...3 {
            let comment = try county.register("第 \(number) 封, 电话 13800001234", of: matter, in: fabu)
            county.now = county.now.adding(seconds: 60)
            try county.reply(to: [comment], County.replying("答复 \(number)"), in: fabu)
        }
        let earlier = try county.office.earlierReplies(of: matter.id, in: fabu)
        #expect(earlier.map(\.body) == ["答复 3", "答复 2", "答复 1"])
        #expect(earlier[0].commentBody == "第 3 封, 电话 ***********" && earlier[0].adoption == .adopted)
        #expect(try county.office.earlierReplies(of: matter.id, in: try county.signIn("jiaoyu")).isEmpty)
    }

    @Test("satisfaction is recorded of answered comments only, neither before the answer nor after today")
    func satisfaction() throws {
        let (county, fabu, matter) = try county()
        let comment = try county.register(of: matter, in: fabu)
        func entries(_ day: String) -> Entries {
            Entries(["degree": "mostly", "day": day, "channel": "telephone"])
        }
        #expect(
            county.refused {
                _ = try county.office.perform(RecordSatisfaction(comment, entries: entries("2026-11-20")), in: fabu)
            } == "第 1 条建议还没有答复, 答复以后才能登记满意度")
        try county.goTo("2026-11-24T09:00")
        try county.reply(to: [comment], in: fabu)
        try county.goTo("2026-11-26T09:00")
        let answered = try county.reread(comment, in: fabu)
        for day in ["2026-11-23", "2026-11-27"] {
            #expect(
                county.refused {
                    _ = try county.office.perform(RecordSatisfaction(answered, entries: entries(day)), in: fabu)
                } != nil)
        }
        let task = SatisfactionTask(answered, of: matter, try county.office.channels(in: fabu))
        _ = try task.submit(entries("2026-11-25"), lateReason: "", to: county.office, in: fabu)
        let read = try county.reread(comment, in: fabu)
        #expect(read.satisfaction?.degree == .mostly && read.satisfaction?.channel?.name == "电话")
        #expect(read.satisfaction?.day?.description == "2026-11-25")
    }
}
