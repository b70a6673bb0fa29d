// The rule book's own account of what no case plays yet, held against the rules' words.
import ActOrders
import Model
import Testing

@Suite("Rule book")
struct RuleBookTests {
    /// A notice shown from Monday 2026-03-02, announced that morning by the publisher.
    private func announced(days: Int, areWorking: Bool) throws -> Affair {
        try ruling(
            Affair(.publicNotice, unit: 0),
            .announce(dates: .period(from: "2026-03-02", days: days, areWorking: areWorking), lateReason: ""),
            "2026-03-02T09:00:00"
        ).after
    }

    private func ruling(_ affair: Affair, _ deed: Deed, _ at: String) throws -> Ruling {
        var ruling = Ruling(after: affair)
        ruling.carryOut(deed, at: try #require(Moment(at)))
        return ruling
    }

    private let report = Deed.report(present: 0, lateReason: "")

    @Test("the first day of a period is counted, and its report is due 10 working days after the last (G3)")
    func period() throws {
        let ofWork = try announced(days: 7, areWorking: true)
        #expect(ofWork.event?.day == Day("2026-03-10"))
        #expect(ofWork.due(.of(.report, 10)) == Day("2026-03-24"))
        #expect(try announced(days: 7, areWorking: false).event?.day == Day("2026-03-08"))
        #expect(WorkingDays.last(of: 2, from: try #require(Day("2026-03-07")), areWorking: true) == Day("2026-03-10"))
    }

    @Test("a report follows its announcement, once, when the period is over (G4)")
    func order() throws {
        let affair = try announced(days: 7, areWorking: true)
        #expect(try ruling(Affair(.publicNotice, unit: 0), report, "2026-03-11T09:00:00").whys == [.rule])
        #expect(try ruling(affair, report, "2026-03-10T23:59:00").whys == [.rule])
        let reported = try ruling(affair, report, "2026-03-11T00:00:00")
        #expect(reported.whys.isEmpty && reported.after.cells == ["报告已发"])
        #expect(try ruling(reported.after, report, "2026-03-11T09:00:00").whys == [.rule])
        #expect(
            try ruling(affair, .notify(hearing: "2026-03-20", lateReason: ""), "2026-03-03T09:00:00").whys == [.rule])
        #expect(try ruling(affair, .sendMaterials(lateReason: ""), "2026-03-03T09:00:00").whys == [.rule])
    }

    @Test("from the eleventh working day a report is overdue, and published then it wants a reason (G3)")
    func late() throws {
        let affair = try announced(days: 7, areWorking: true)
        #expect(affair.light(on: try #require(Day("2026-03-24"))) == .soon)
        #expect(affair.light(on: try #require(Day("2026-03-25"))) == .overdue)
        #expect(try ruling(affair, report, "2026-03-25T09:00:00").whys == [.rule])
        #expect(
            try ruling(affair, .report(present: 0, lateReason: "x"), "2026-03-25T09:00:00").after.lateDays(
                .of(.report, 10)) == 1)
    }

    @Test("every timely comment is handled and answered before the report; a late one holds nothing up (G6)")
    func comments() throws {
        var affair = try announced(days: 7, areWorking: true)
        let end = "2026-03-12T09:00:00"
        affair = try ruling(affair, .register(comment: 1, received: "2026-03-11"), end).after
        #expect(affair.timely.isEmpty)
        #expect(try ruling(affair, report, end).whys.isEmpty)
        affair = try ruling(affair, .register(comment: 2, received: "2026-03-10"), end).after
        #expect(try ruling(affair, report, end).whys == [.rule])
        affair = try ruling(affair, .handle(comments: [2]), end).after
        #expect(try ruling(affair, report, end).whys == [.rule])
        affair = try ruling(affair, .reply(comments: [2], adoption: "adopted", reason: ""), end).after
        #expect(try ruling(affair, report, end).whys.isEmpty)
    }

    @Test("a notice is changed and deleted only while there is neither a comment nor a report (G7)")
    func change() throws {
        let affair = try announced(days: 7, areWorking: true)
        let delete = Deed.delete(paper: .announcement, reason: "x")
        #expect(try ruling(affair, delete, "2026-03-03T09:00:00").after.isDeleted)
        let commented = try ruling(affair, .register(comment: 1, received: "2026-03-03"), "2026-03-03T09:00:00").after
        let reported = try ruling(affair, report, "2026-03-11T09:00:00").after
        for touched in [commented, reported] {
            #expect(try ruling(touched, delete, "2026-03-11T09:00:00").whys == [.rule])
            let modify = Deed.modify(paper: .announcement, hearing: nil, reason: "x", lateReason: "")
            #expect(try ruling(touched, modify, "2026-03-11T09:00:00").whys == [.rule])
        }
    }
}
