// Hiding, duplicates, and what of it holds a report up (G6).
import CountyFixture
import Testing

@testable import Model

@Suite("States of comments")
struct CommentStateTests {
    private func county() throws -> (County, Session, Matter) {
        let county = try County()
        let fabu = try county.signIn("fabu")
        return (county, fabu, try county.publish(.announcement, HearingEntries.announcement(), in: fabu))
    }

    /// What G6 says of a matter.
    private func holdUp(_ matter: Matter, _ county: County, _ session: Session) throws -> String? {
        let report = try #require(Procedure.hearing.document(.report))
        return Condition.everyCommentAnswered.refusal(
            .hearing, report, of: try county.office.matter(matter.id, in: session), now: county.now)
    }

    @Test("G6: a report waits for every comment that is not handled and not answered")
    func heldUp() throws {
        let (county, fabu, matter) = try county()
        #expect(try holdUp(matter, county, fabu) == nil)
        let comments = try (1...2).map { try county.register("第 \($0) 封", of: matter, in: fabu) }
        #expect(try holdUp(matter, county, fabu) == "还有 2 条建议未处理、2 条未答复, 全部处理并答复后才能发布听证报告")
        _ = try county.office.perform(HandleComments([comments[0]], handling: "已转"), in: fabu)
        #expect(try holdUp(matter, county, fabu) == "还有 1 条建议未处理、2 条未答复, 全部处理并答复后才能发布听证报告")
        try county.reply(to: try comments.map { try county.reread($0, in: fabu) }, in: fabu)
        #expect(try holdUp(matter, county, fabu) == nil)
    }

    @Test("G6: hidden, duplicate and late comments never hold a report up")
    func notHeldUp() throws {
        let (county, fabu, matter) = try county()
        let comments = try (1...3).map { try county.register("第 \($0) 封", of: matter, in: fabu) }
        try county.goTo("2026-12-05T09:00")
        let late = try county.register("晚到", on: "2026-12-04", of: matter, in: fabu)
        try county.reply(to: [comments[0]], in: fabu)
        _ = try county.office.perform(MarkDuplicate(comments[1], of: comments[0].id), in: fabu)
        _ = try county.office.perform(HideComment(comments[2], reason: "辱骂"), in: fabu)
        #expect(try holdUp(matter, county, fabu) == nil)
        #expect(try county.office.matter(matter.id, in: fabu).comments.all == 4)
        #expect(try county.office.waiting(in: fabu).comments[.hearing] == 1)
        let row = try #require(try county.office.commentedMatters(.hearing, .first, limit: 1, in: fabu).rows.first)
        #expect(row.tally == CommentTally(all: 4, unhandled: 1, unanswered: 1))
        try county.reply(to: [late], in: fabu)
        #expect(try county.office.waiting(in: fabu).comments[.hearing] == nil)
        _ = try county.office.perform(ShowComment(try county.reread(comments[2], in: fabu), reason: "误隐藏"), in: fabu)
        #expect(try holdUp(matter, county, fabu) != nil)
    }

    @Test("a hidden comment keeps its original, and the reason is shown instead")
    func hidden() throws {
        let (county, fabu, matter) = try county()
        let comment = try county.register("原文", of: matter, in: fabu)
        #expect(
            county.refused { _ = try county.office.perform(HideComment(comment, reason: ""), in: fabu) } == "请写明隐藏的原因")
        _ = try county.office.perform(HideComment(comment, reason: "含他人隐私"), in: fabu)
        let hidden = try county.reread(comment, in: fabu)
        #expect(hidden.state == .hidden && hidden.hiddenReason == "含他人隐私" && hidden.light == .ended)
        #expect(try county.office.perform(OpenContact(hidden), in: fabu).outcome.body == "原文")
        #expect(
            county.refused { _ = try county.office.perform(HideComment(hidden, reason: "又"), in: fabu) }
                == "第 1 条建议已经隐藏")
        _ = try county.office.perform(ShowComment(hidden, reason: "弄错了"), in: fabu)
        #expect(try county.reread(comment, in: fabu).state == .waiting)
    }

    @Test("a duplicate is of another comment of the matter that is answered itself: no chains, no circles")
    func duplicates() throws {
        let (county, fabu, matter) = try county()
        let (one, two, three) = (
            try county.register("一", of: matter, in: fabu), try county.register("二", of: matter, in: fabu),
            try county.register("三", of: matter, in: fabu)
        )
        let elsewhere = try county.register(
            of: try county.publish(
                .announcement, HearingEntries.announcement(title: "关于公交票价听证会的公告"), in: fabu), in: fabu)
        func mark(_ comment: Model.Comment, _ original: Model.Comment) -> String? {
            county.refused {
                let now = try county.reread(comment, in: fabu)
                _ = try county.office.perform(MarkDuplicate(now, of: original.id), in: fabu)
            }
        }
        #expect(mark(one, one) == "第 1 条建议不能与自己重复")
        #expect(mark(one, elsewhere) == "第 4 条建议属于另一件事项, 不能标为与它重复")
        #expect(mark(two, one) == nil)
        #expect(mark(three, two) == "第 2 条建议自己是重复的, 请选它所重复的第 1 条")
        #expect(mark(one, three) == "有 1 条建议标为与第 1 条建议重复, 不能标为重复; 请先撤销那些重复")
        #expect(
            county.refused {
                let now = try county.reread(one, in: fabu)
                _ = try county.office.perform(HideComment(now, reason: "辱骂"), in: fabu)
            } == "有 1 条建议标为与第 1 条建议重复, 不能隐藏; 请先撤销那些重复")
        _ = try county.office.perform(UnmarkDuplicate(try county.reread(two, in: fabu)), in: fabu)
        _ = try county.office.perform(HideComment(try county.reread(one, in: fabu), reason: "辱骂"), in: fabu)
        #expect(mark(three, one) == "第 1 条建议已经隐藏, 请选另一条")
        try county.reply(to: [try county.reread(two, in: fabu)], in: fabu)
        #expect(mark(two, three)?.hasPrefix("第 2 条建议已由李文 ") == true)
        #expect(mark(three, two) == nil)
        #expect(county.office.check() == [])
    }

    @Test("what each screen may offer in a state is what the acts do, and nothing else")
    func steps() throws {
        let (county, fabu, matter) = try county()
        func allowed(_ comment: Model.Comment) throws -> Set<CommentStep> {
            let comment = try county.reread(comment, in: fabu)
            return Set(CommentStep.allCases.filter { comment.refusal(of: $0) == nil })
        }
        let comment = try county.register(of: matter, in: fabu)
        #expect(try allowed(comment) == [.handle, .reply, .hide, .markDuplicate, .extend])
        _ = try county.office.perform(HandleComments([comment], handling: "已转"), in: fabu)
        #expect(try allowed(comment) == [.handle, .reply, .hide, .markDuplicate, .extend])
        try county.reply(to: [try county.reread(comment, in: fabu)], in: fabu)
        #expect(try allowed(comment) == [.changeReply, .hide, .recordSatisfaction])
        _ = try county.office.perform(HideComment(try county.reread(comment, in: fabu), reason: "辱骂"), in: fabu)
        #expect(try allowed(comment) == [.show])
        let second = try county.register(of: matter, in: fabu)
        let third = try county.register(of: matter, in: fabu)
        _ = try county.office.perform(MarkDuplicate(second, of: third.id), in: fabu)
        #expect(try allowed(second) == [.hide, .unmarkDuplicate])
    }
}
