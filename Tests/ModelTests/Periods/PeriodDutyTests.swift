// B1: which units owe a bulletin for every quarter, by when, and what meets it.
import CountyFixture
import Model
import Testing

@Suite("Period duties")
struct PeriodDutyTests {
    private let q1 = Quarter.of(2026, 1)
    private let q2 = Quarter.of(2026, 2)
    private let q3 = Quarter.of(2026, 3)
    private let q4 = Quarter.of(2026, 4)

    /// A county whose 发改局 owes bulletins from a quarter on, set by the supervisor at the given time.
    private func county(now: String = "2026-07-01T09:00", since: Quarter) throws -> (County, fabu: Session, Session) {
        let county = try County(now: now)
        let jianguan = try county.signIn("jianguan")
        try county.setDuty(.owes(since: since), of: "发改局", in: jianguan)
        return (county, try county.signIn("fabu"), jianguan)
    }

    private func overdueNotes(_ county: County) throws -> [String] {
        try county.rawValues(
            "SELECT act || ' ' || sentence FROM journal WHERE clerk = '系统' AND act LIKE 'overdue%' ORDER BY id")
    }

    @Test("B1: due on the 10th of the next quarter's first month, moved to the next working day")
    func dueDay() throws {
        let duty = try #require(Procedure.bulletin.duty)
        let due = { (quarter: Quarter, day: Int) in duty.due(quarter, dayOfMonth: day, calendar: .national)?.description
        }
        #expect(due(q3, 10) == "2026-10-10")
        #expect(due(q4, 10) == "2027-01-11")
        #expect(due(q2, 10) == "2026-07-10")
        #expect(due(q1, 5) == "2026-04-07")
        #expect(due(q3, 1) == "2026-10-08")
    }

    @Test("no unit owes anything until it is set")
    func nothingOwed() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        #expect(try county.word(q3, of: "发改局", in: fabu) == "不要求")
        #expect(try county.office.owedDeadlines(.bulletin, in: fabu).isEmpty)
        #expect(try county.office.waiting(in: fabu).overdue == 0)
    }

    @Test(
        "a new quarter's deadline comes into being by itself, in the first act of a day, once for any number of processes"
    )
    func comesByItself() throws {
        let (county, fabu, _) = try county(since: q3)
        #expect(try county.office.owedDeadlines(.bulletin, in: fabu).map(\.label) == ["2026年第3季度通报"])
        try county.goTo("2026-10-01T09:00")
        let other = try county.anotherOffice()
        let wumin = try county.signIn("wumin", to: other)
        _ = try county.signIn("fabu")
        #expect(
            try other.owedDeadlines(.bulletin, in: wumin).map { "\($0.period?.code ?? "") \($0.due)" } == [
                "2026-Q3 2026-10-10", "2026-Q4 2027-01-11",
            ])
        #expect(county.office.check().isEmpty)
    }

    @Test("a quarter that is not published is overdue the day after, noted once, counted for the clerk")
    func overdue() throws {
        let (county, _, _) = try county(since: q3)
        try county.goTo("2026-10-10T23:00")
        var fabu = try county.signIn("fabu")
        #expect(try county.word(q3, of: "发改局", in: fabu) == "将到")
        try county.goTo("2026-10-11T08:00")
        fabu = try county.signIn("fabu")
        _ = try county.signIn("fabu")
        #expect(try county.word(q3, of: "发改局", in: fabu) == "超期")
        #expect(try county.office.waiting(in: fabu).overdue == 1)
        #expect(try overdueNotes(county) == ["overdue 发展和改革局2026年第3季度通报最迟 2026-10-10（含当日）, 自 2026-10-11 起超期"])
    }

    @Test("the first bulletin of a quarter meets it at the moment of publication; a late one needs a reason")
    func met() throws {
        let (county, fabu, _) = try county(since: q2)
        try county.publishBulletin(q2, in: fabu)
        #expect(try county.word(q2, of: "发改局", in: fabu) == "按时")
        try county.goTo("2026-10-14T09:00")
        let refusal = #expect(throws: Refusal.self) { try county.publishBulletin(q3, in: fabu) }
        #expect(refusal?.sentence == "2026年第3季度通报最迟 2026-10-10（含当日）, 晚 3 个工作日; 请写明原因后再发布")
        try county.publishBulletin(q3, lateReason: "数据汇总晚", in: fabu)
        #expect(try county.word(q3, of: "发改局", in: fabu) == "晚 3")
        try county.publishBulletin(q3, title: "关于第三季度补充情况的通报", in: fabu)
        #expect(
            try county.quarters(of: "发改局", in: fabu).quarters.last { $0.quarter == q3 }?.deadline?.lateReason == "数据汇总晚"
        )
        #expect(county.office.check().isEmpty)
    }

    @Test("a sudden bulletin and a bulletin of a unit that owes none are never late")
    func neverLate() throws {
        let (county, fabu, jianguan) = try county(since: q2)
        try county.goTo("2026-11-20T09:00")
        try county.publishBulletin(nil, in: fabu)
        let jiaoyu = try county.signIn("jiaoyu")
        try county.publishBulletin(q2, in: jiaoyu)
        #expect(try county.word(q2, of: "教体局", in: jianguan) == "已发")
        #expect(try county.quarters(of: "发改局", in: jianguan).besides == 1)
    }

    @Test("a bulletin that is deleted opens its quarter again, and it is overdue at once where the day has passed")
    func deleted() throws {
        let (county, fabu, _) = try county(since: q2)
        let bulletin = try county.publishBulletin(q2, in: fabu)
        try county.goTo("2026-07-20T09:00")
        _ = try county.office.perform(DeleteDocument(.announcement, of: bulletin, reason: "数据有误"), in: fabu)
        #expect(try county.word(q2, of: "发改局", in: fabu) == "超期")
        #expect(try overdueNotes(county).count == 1)
        #expect(county.office.check().isEmpty)
    }

    @Test("another bulletin of the quarter takes over, with its own day")
    func handedOver() throws {
        let (county, fabu, _) = try county(since: q2)
        let first = try county.publishBulletin(q2, in: fabu)
        try county.goTo("2026-07-14T09:00")
        try county.publishBulletin(q2, title: "关于二季度补充情况的通报", in: fabu)
        _ = try county.office.perform(DeleteDocument(.announcement, of: first, reason: "数据有误"), in: fabu)
        #expect(try county.word(q2, of: "发改局", in: fabu) == "晚 2")
        #expect(county.office.check().isEmpty)
    }

    @Test("修改 that moves the quarter opens the one and meets the other, late by the day it went out")
    func moved() throws {
        let (county, fabu, _) = try county(since: q1)
        let bulletin = try county.publishBulletin(q2, in: fabu)
        #expect(throws: Refusal.self) { try county.move(bulletin, to: q1, in: fabu) }
        try county.move(bulletin, to: q1, lateReason: "季度写错", in: fabu)
        #expect(try county.word(q2, of: "发改局", in: fabu) == "未到期")
        #expect(try county.word(q1, of: "发改局", in: fabu)?.hasPrefix("晚") == true)
        let back = try county.office.matter(bulletin.id, in: fabu)
        try county.move(back, to: q2, in: fabu)
        #expect(try county.word(q2, of: "发改局", in: fabu) == "按时")
        #expect(try county.word(q1, of: "发改局", in: fabu) == "超期")
        #expect(county.office.check().isEmpty)
    }

    @Test("补录 meets a quarter with its true day, takes 超期 back and is never late by us")
    func backfilled() throws {
        let (county, _, _) = try county(now: "2026-11-20T09:00", since: q1)
        let fabu = try county.signIn("fabu")
        try county.backfillBulletin(q1, on: try #require(Day("2026-04-08")), in: fabu)
        try county.backfillBulletin(q2, on: try #require(Day("2026-08-03")), in: fabu)
        #expect(try county.word(q1, of: "发改局", in: fabu) == "按时")
        #expect(try county.word(q2, of: "发改局", in: fabu) == "已发")
        #expect(
            try overdueNotes(county).suffix(2) == [
                "overdueUndone 发展和改革局2026年第1季度通报的超期撤销, 已由 2026-04-08 发布的一份办结",
                "overdueUndone 发展和改革局2026年第2季度通报的超期撤销, 已由 2026-08-03 发布的一份办结",
            ])
        #expect(county.office.check().isEmpty)
    }

    @Test("a duty that is ended leaves no quarter late; one that is set afterwards makes nothing late that was out")
    func ended() throws {
        let (county, fabu, _) = try county(now: "2026-11-20T09:00", since: q1)
        let jianguan = try county.signIn("jianguan")
        try county.setDuty(.ends(from: q2), of: "发改局", in: jianguan)
        #expect(try county.quarters(of: "发改局", count: 4, in: fabu).quarters.map(\.word) == ["超期", "不要求", "不要求", "不要求"])
        try county.publishBulletin(q2, in: fabu)
        county.now = county.now.adding(seconds: 60)
        try county.setDuty(.owes(since: q2), of: "发改局", in: jianguan)
        #expect(try county.quarters(of: "发改局", count: 4, in: fabu).quarters.map(\.word) == ["不要求", "已发", "超期", "未到期"])
        #expect(county.office.check().isEmpty)
    }

    @Test("the setting and the calendar move what is open, and the journal says so")
    func countedAgain() throws {
        let (county, fabu, jianguan) = try county(since: q2)
        try county.publishBulletin(q2, in: fabu)
        try county.goTo("2026-10-13T09:00")
        _ = try county.signIn("fabu")
        #expect(try county.word(q3, of: "发改局", in: fabu) == "超期")
        try county.raw("INSERT INTO setting (site_id, name, value, changed_at) VALUES (1, 'bulletin.dueDay', '20', '')")
        try county.office.countPeriodsAgain(in: jianguan)
        #expect(try county.word(q3, of: "发改局", in: fabu) == "未到期")
        #expect(try overdueNotes(county).last == "overdueUndone 发展和改革局2026年第3季度通报的超期撤销, 最迟改为 2026-10-20（含当日）")
        #expect(try county.word(q2, of: "发改局", in: fabu) == "按时")
        #expect(county.office.check().isEmpty)
    }

    @Test("only supervisors and system administrators set duties, with a reason, and nobody over another's change")
    func refused() throws {
        let (county, fabu, jianguan) = try county(since: q2)
        let row = try county.quarters(of: "发改局", in: fabu)
        let set = { (change: SetPeriodDuty.Change, read: UnitDuty?, reason: String, session: Session) in
            try county.office.perform(
                SetPeriodDuty(change, in: .bulletin, of: row.id, read: read, reason: reason), in: session)
        }
        #expect(throws: Refusal.self) { try set(.ends(from: q3), row.duty, "不设", fabu) }
        #expect(throws: Refusal.self) { try set(.ends(from: q3), row.duty, " ", jianguan) }
        #expect(throws: Refusal.self) { try set(.ends(from: q3), nil, "不设", jianguan) }
        #expect(throws: Refusal.self) { try set(.owes(since: q2), row.duty, "不设", jianguan) }
        #expect(throws: Refusal.self) { try set(.owes(since: Quarter.of(2023, 1)), row.duty, "不设", jianguan) }
        #expect(throws: Refusal.self) { try set(.ends(from: q1), row.duty, "不设", jianguan) }
        _ = try set(.ends(from: q3), row.duty, "机构合并", try county.signIn("xitong"))
        #expect(try county.office.unitQuarters(.bulletin, .first, quarters: 4, limit: 9, in: fabu).rows.count == 1)
        #expect(try county.office.unitQuarters(.bulletin, .first, quarters: 4, limit: 9, in: jianguan).rows.count == 2)
    }
}
