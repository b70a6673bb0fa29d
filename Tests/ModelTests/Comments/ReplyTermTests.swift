// C1: until when a comment is answered.
import CountyFixture
import GRDB
import Testing

@testable import Model

@Suite("Replies' deadlines")
struct ReplyTermTests {
    /// A county with a matter announced long before.
    private func county() throws -> (County, Session, Matter) {
        let county = try County(now: "2026-09-18T09:00")
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(
            .announcement, HearingEntries.announcement(commentsUntil: "2026-12-01"), in: fabu)
        return (county, fabu, matter)
    }

    @Test("C1: seven working days, counted over Mid-Autumn, National Day and the Saturday that is worked")
    func holidays() throws {
        let (county, fabu, matter) = try county()
        try county.goTo("2026-09-24T15:00")
        let comment = try county.register(of: matter, in: fabu)
        #expect(comment.due.description == "2026-10-12")
        #expect(comment.workingDaysLeft == 7)
        #expect(comment.light == .open)
        for (now, left, light) in [
            ("2026-10-08T08:00", 3, Light.soon), ("2026-10-10T08:00", 1, .soon), ("2026-10-12T23:59", 0, .soon),
            ("2026-10-13T00:00", -1, .overdue),
        ] {
            try county.goTo(now)
            let comment = try county.reread(comment, in: fabu)
            #expect(comment.workingDaysLeft == left && comment.light == light, "\(now)")
        }
    }

    @Test("C1: a complex one has fifteen, once, with a reason, and only while it is not overdue")
    func extended() throws {
        let (county, fabu, matter) = try county()
        try county.goTo("2026-09-24T15:00")
        let comment = try county.register(of: matter, in: fabu)
        let other = try county.register(of: matter, in: fabu)
        #expect(county.refused { _ = try county.office.perform(ExtendReply(comment, reason: " "), in: fabu) } != nil)
        let done = try county.office.perform(ExtendReply(comment, reason: "涉及三个部门"), in: fabu)
        #expect(done.outcome.description == "2026-10-22")
        let extended = try county.reread(comment, in: fabu)
        #expect(extended.due.description == "2026-10-22" && extended.extendedReason == "涉及三个部门")
        #expect(
            county.refused { _ = try county.office.perform(ExtendReply(extended, reason: "再延"), in: fabu) }
                == "第 1 条建议的答复已经延长过, 最迟 2026-10-22（含当日）")
        try county.goTo("2026-10-13T09:00")
        #expect(
            county.refused { _ = try county.office.perform(ExtendReply(other, reason: "复杂"), in: fabu) }
                == "第 2 条建议的答复期限 2026-10-12 已过, 不能再延长")
    }

    @Test("C1: every channel may have its own term, and a setting that makes no sense counts as what it can be")
    func settings() throws {
        let (county, fabu, matter) = try county()
        try county.set("replyDays.letter", "5")
        try county.set("replyDays.telephone", "1")
        try county.set("replyDays.visit", "很快")
        try county.set("replyDays.email", "-3")
        try county.set("replyDays.complex", "20")
        try county.goTo("2026-11-02T09:00")
        let due = try ["letter", "telephone", "visit", "email"].map {
            try county.register(channel: $0, of: matter, in: fabu).due.description
        }
        #expect(due == ["2026-11-09", "2026-11-03", "2026-11-11", "2026-11-03"])
        let letter = try county.office.comment(Identifier(1), in: fabu)
        let done = try county.office.perform(ExtendReply(letter, reason: "复杂"), in: fabu)
        #expect(done.outcome.description == "2026-11-30")
    }

    @Test("C1: a site's own day off moves the replies that are due, without anything being recounted")
    func dayOff() throws {
        let (county, fabu, matter) = try county()
        try county.goTo("2026-11-02T09:00")
        let comment = try county.register(of: matter, in: fabu)
        #expect(comment.due.description == "2026-11-11")
        try county.raw(
            "INSERT INTO calendar_day (site_id, day, kind, name, source) VALUES (1, '2026-11-05', 'off', '州庆', '州政府通知')"
        )
        #expect(try county.reread(comment, in: fabu).due.description == "2026-11-12")
    }

    @Test("an answer in time is 按时, the day after it is late, and stays so")
    func answered() throws {
        let (county, fabu, matter) = try county()
        try county.goTo("2026-11-02T09:00")
        let first = try county.register(of: matter, in: fabu)
        let second = try county.register(of: matter, in: fabu)
        try county.goTo("2026-11-11T23:59")
        try county.reply(to: [first], in: fabu)
        try county.goTo("2026-11-13T00:00")
        try county.reply(to: [second], in: fabu)
        try county.goTo("2026-12-25T00:00")
        let light = try [first, second].map { try county.reread($0, in: fabu) }
        #expect(light.map(\.light) == [.met, .metLate])
        #expect(
            light.map(\.dueSentence) == [
                "答复最迟 2026-11-11（含当日）, 已于 2026-11-11 按时答复", "答复最迟 2026-11-11（含当日）, 已于 2026-11-13 答复, 晚 2 个工作日",
            ])
    }

    @Test("the lists by age hold exactly the comments whose light says so, on any day of the year")
    func ages() throws {
        let (county, fabu, matter) = try county()
        try county.set("replyDays.telephone", "2")
        try county.set("replyDays.email", "30")
        var random = SeededNumbers(seed: 7)
        let first = try #require(Day("2026-09-18"))
        try county.rawQueue().write { db in
            for _ in 0..<200 {
                let day = first.adding(days: Int.random(in: 0..<400, using: &random))
                let channel = ["web", "letter", "telephone", "visit", "email"].randomElement(using: &random) ?? "web"
                let isExtended = Bool.random(using: &random)
                try db.execute(
                    sql: """
                        INSERT INTO every_comment (matter_id, channel, body, received_at, received_day, extended_at, extended_reason)
                        VALUES (?, ?, '甲', ?, ?, ?, ?)
                        """,
                    arguments: [
                        matter.id.rawValue, channel, Moment.at(day, hour: 9, minute: 0).iso, day.description,
                        isExtended ? "2026-09-18T01:00:00.000Z" : nil, isExtended ? "复杂" : nil,
                    ])
            }
        }
        for step in 0..<24 {
            county.now = Moment.at(first.adding(days: 3 + step * 19), hour: 9, minute: 0)
            let all = try county.office.comments(CommentFilter(), .first, limit: 1000, in: fabu).rows
            #expect(all.count == 200)
            for (age, light) in [(CommentFilter.Age.overdue, Light.overdue), (.soon, .soon), (.open, .open)] {
                let listed = try county.office.comments(CommentFilter(age: age), .first, limit: 1000, in: fabu).rows
                #expect(listed.map(\.id) == all.filter { $0.light == light }.map(\.id), "\(county.now) \(age)")
            }
            let row = try #require(try county.office.commentedMatters(.hearing, .first, limit: 5, in: fabu).rows.first)
            #expect(row.overdue == all.count { $0.light == .overdue } && row.soon == all.count { $0.light == .soon })
            #expect(try county.office.waiting(in: fabu).overdueReplies == row.overdue)
        }
    }
}
