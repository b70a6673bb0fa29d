// H1, H2, H3: the dates a hearing sets, and whether they were kept.
import CountyFixture
import Model
import Testing

@Suite("Deadlines of a hearing")
struct DeadlineTests {
    private func due(_ matter: Matter) -> [String: String] {
        Dictionary(uniqueKeysWithValues: matter.deadlines.map { ($0.rule, $0.due.description) })
    }

    @Test("H1 H2 H3 H11: a hearing on 2026-12-08 sets all four dates when it is announced")
    func exact() throws {
        let county = try County(now: "2026-11-20T09:00")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: try county.signIn("fabu"))
        #expect(
            due(matter) == [
                "announcement": "2026-11-24", "notice": "2026-11-27", "materials": "2026-12-03", "report": "2026-12-22",
            ])
        #expect(matter.deadlines.map(\.light) == [.met, .open, .open, .open])
    }

    @Test("H1: the tenth working day before is in time, to its last minute")
    func lastMinute() throws {
        let county = try County(now: "2026-11-24T23:59")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: try county.signIn("fabu"))
        #expect(matter.deadlines.first?.light == .met)
    }

    @Test("H1: from 24:00 Beijing time on it is late, by one working day")
    func oneMinuteLate() throws {
        let county = try County(now: "2026-11-25T00:00")
        let fabu = try county.signIn("fabu")
        let refusal = #expect(throws: Refusal.self) {
            try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        }
        #expect(refusal?.sentence == "听证公告最迟 2026-11-24（含当日）, 晚 1 个工作日; 请写明原因后再发布")
        let matter = try county.publish(
            .announcement, HearingEntries.announcement(), lateReason: "  省里文件 11 月 24 日才到 ", in: fabu)
        let deadline = try #require(matter.deadlines.first)
        #expect(deadline.light == .metLate && deadline.lateDays == 1 && deadline.lateReason == "省里文件 11 月 24 日才到")
        #expect(county.office.check().isEmpty)
    }

    @Test("a reason for lateness of 200 characters is taken, of 201 or with a control character refused")
    func reasonLimits() throws {
        let county = try County(now: "2026-11-25T08:00")
        let fabu = try county.signIn("fabu")
        let long = #expect(throws: Refusal.self) {
            try county.publish(
                .announcement, HearingEntries.announcement(), lateReason: String(repeating: "迟", count: 201), in: fabu)
        }
        #expect(long?.sentence.contains("最多 200 字") == true && long?.sentence.contains("现在 201 字") == true)
        let control = #expect(throws: Refusal.self) {
            try county.publish(.announcement, HearingEntries.announcement(), lateReason: "迟\u{1B}[2J", in: fabu)
        }
        #expect(control?.sentence.contains("U+001B") == true)
        let matter = try county.publish(
            .announcement, HearingEntries.announcement(), lateReason: String(repeating: "迟", count: 200), in: fabu)
        #expect(matter.deadlines.first?.light == .metLate)
    }

    @Test("H2: an open date is decided by the notice, which also finds the announcement late and asks for the reason")
    func becomesExact() throws {
        let county = try County(now: "2026-11-20T09:00")
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(on: nil), in: fabu)
        #expect(matter.deadlines.isEmpty && matter.event.day == nil)
        let notice = HearingEntries.notice(on: "2026-12-01")
        let refusal = #expect(throws: Refusal.self) {
            try county.publish(.notice, of: matter, notice, in: fabu)
        }
        #expect(refusal?.sentence.hasPrefix("听证公告最迟 2026-11-17（含当日）, 晚 3 个工作日") == true)
        let noticed = try county.publish(.notice, of: matter, notice, lateReason: "场地提前", in: fabu)
        #expect(noticed.deadlines.map(\.light) == [.metLate, .met, .open, .open])
        #expect(noticed.deadlines.map(\.lateReason) == ["场地提前", nil, nil, nil])
        #expect(county.office.check().isEmpty)
    }

    @Test("an approximate date that becomes exact far enough away finds nothing late")
    func approximateInTime() throws {
        let county = try County(now: "2026-11-20T09:00")
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(
            .announcement, HearingEntries.announcement(on: nil, about: "12月中旬"), in: fabu)
        #expect(matter.event.about == "12月中旬" && matter.event.day == nil)
        let noticed = try county.publish(.notice, of: matter, HearingEntries.notice(on: "2026-12-15"), in: fabu)
        #expect(noticed.event.day?.description == "2026-12-15" && noticed.event.about == nil)
        #expect(noticed.deadlines.map(\.light) == [.met, .met, .open, .open])
    }

    @Test("a hearing announced for a day cannot be moved by its notice")
    func noticeKeepsTheDay() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let refusal = #expect(throws: Refusal.self) {
            try county.publish(.notice, of: matter, HearingEntries.notice(on: "2026-12-09"), in: fabu)
        }
        #expect(refusal?.fields.map(\.field) == ["hearing_day"])
        #expect(refusal?.sentence.contains("2026-12-08") == true && refusal?.sentence.contains("2026-12-09") == true)
    }

    @Test(
        "H3: the report is due ten working days after the hearing, counted through holidays",
        arguments: [("2026-12-22T23:59", Light.met), ("2026-12-23T00:00", Light.metLate)])
    func report(at moment: String, light: Light) throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        var matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        matter = try county.publish(.notice, of: matter, HearingEntries.notice(), in: fabu)
        matter = try county.sendMaterials(of: matter, in: fabu)
        try county.goTo(moment)
        matter = try county.publish(
            .report, of: matter, HearingEntries.report(), lateReason: light == .metLate ? "会议记录补正" : "", in: fabu)
        #expect(matter.deadlines.map(\.light) == [.met, .met, .met, light])
    }

    @Test("strict: the site's setting wants both dates before the hearing a working day earlier, the report's not")
    func strict() throws {
        let county = try County()
        try county.raw("INSERT INTO setting (site_id, name, value, changed_at) VALUES (1, 'strict', '是', 'x')")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: try county.signIn("fabu"))
        #expect(
            due(matter) == [
                "announcement": "2026-11-23", "notice": "2026-11-26", "materials": "2026-12-03", "report": "2026-12-22",
            ])
        #expect(county.office.check().isEmpty)
    }

    @Test("a site's own day off moves the site's deadlines")
    func siteDay() throws {
        let county = try County()
        try county.raw(
            """
            INSERT INTO calendar_day (site_id, day, kind, name, source)
            VALUES (1, '2026-12-01', 'off', '核桃节', '县政府通知')
            """)
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: try county.signIn("fabu"))
        #expect(
            due(matter) == [
                "announcement": "2026-11-23", "notice": "2026-11-26", "materials": "2026-12-03", "report": "2026-12-22",
            ])
    }

    @Test("a deadline in a year that is not in the calendar says so")
    func unknownYear() throws {
        let county = try County()
        let matter = try county.publish(
            .announcement, HearingEntries.announcement(on: "2027-01-12", commentsUntil: "2027-01-04"),
            in: try county.signIn("fabu"))
        #expect(matter.deadlines.last?.remark == "2027 年放假安排尚未录入, 按周一至周五推算")
    }

    @Test("a deadline in a known year that is counted back from an unknown one says so")
    func countedFromUnknownYear() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(
            .announcement, HearingEntries.announcement(on: "2027-01-08", commentsUntil: "2027-01-04"), in: fabu)
        let notice = try #require(matter.deadlines.first { $0.rule == "notice" })
        #expect(notice.due.year == 2026)
        #expect(notice.remark == "2027 年放假安排尚未录入, 按周一至周五推算")
        let row = try #require(try county.office.matters(.hearing, .first, limit: 1, in: fabu).rows.first)
        #expect(row.nearest?.remark == notice.remark)
    }

    @Test("on the last days there are, what is waiting is still counted")
    func endOfTime() throws {
        let county = try County(now: "2999-12-30T09:00")
        #expect(try county.office.waiting(in: try county.signIn("fabu")).soon == 0)
    }

    @Test("an open date is told the earliest day the hearing may have, which is the first that keeps H1")
    func earliest() throws {
        let calendar = WorkCalendar.national
        let rule = try #require(Procedure.hearing.deadlines.first)
        for offset in 0..<400 {
            let published = try #require(Day("2025-11-20")).adding(days: offset)
            for strict in [false, true] {
                let found = Procedure.hearing.earliestEvent(
                    rule, published: published, calendar: calendar, strict: strict)
                var first = published
                while let due = rule.count(from: first, calendar: calendar, strict: strict)?.day, due < published {
                    first = first.adding(days: 1)
                }
                #expect(found == first, "published \(published), strict \(strict)")
            }
        }
    }

    @Test(
        "a passed deadline is noted in the journal once, by 系统, in the first act of a day, even if that act is refused")
    func overdueNoted() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        try county.goTo("2026-11-28T08:00")
        #expect(throws: Refusal.self) {
            try county.publish(.announcement, HearingEntries.announcement(title: ""), in: fabu)
        }
        let noted = "SELECT count(*) FROM journal WHERE act = 'overdue' AND clerk = '系统'"
        #expect(try county.rawValue(noted) == 1)
        _ = try county.signIn("wumin", to: county.anotherOffice())
        _ = try county.office.perform(TakeNothing(), in: fabu)
        #expect(try county.rawValue(noted) == 1)
        let row = try #require(try county.office.history(of: matter.id, in: fabu).first)
        #expect(row.clerk == "系统" && row.sentence == "听证通知最迟 2026-11-27（含当日）, 自 2026-11-28 起超期")
    }

    @Test("H4: comments are taken to 24:00 of the last day")
    func commentWindow() throws {
        let county = try County()
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: try county.signIn("fabu"))
        #expect(matter.commentsUntil == Moment("2026-12-02T00:00"))
    }

    @Test(
        "H4: the last day for comments lies neither before today nor after the hearing",
        arguments: ["2026-11-19", "2026-12-09"])
    func commentWindowLimits(day: String) throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let refusal = #expect(throws: Refusal.self) {
            try county.publish(.announcement, HearingEntries.announcement(commentsUntil: day), in: fabu)
        }
        #expect(refusal?.fields.map(\.field) == ["comments_until"])
        #expect(refusal?.sentence.contains(day) == true)
    }
}
