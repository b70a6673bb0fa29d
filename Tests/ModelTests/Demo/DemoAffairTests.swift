// The demo's public notices and bulletins: each state is there to be looked at, and every text is one the office would take.
import CountyFixture
import Foundation
import GRDB
import Testing

@testable import Model

struct DemoAffairTests {
    private static let store = StandardDemo.store

    private static let agenda = DemoAgenda(size: .standard, seed: 1, now: DemoCounty.now, calendar: .national)
    private static let affairs = DemoAffair.all(agenda)

    private static func count(_ sql: String) throws -> Int {
        try store.get().queue.read { try Int.fetchOne($0, sql: sql) ?? 0 }
    }

    // MARK: - States

    private static let notices = "SELECT count(*) FROM matter m WHERE m.system = 'publicNotice' AND m.unit_id = 1"
    private static let open = "m.event_day >= '2026-11-20' AND m.ended_at IS NULL"
    private static let over = "m.event_day < '2026-11-20' AND m.ended_at IS NULL"
    private static let deadline = "EXISTS (SELECT 1 FROM deadline d WHERE d.matter_id = m.id AND"
    private static let waiting = """
        EXISTS (SELECT 1 FROM comment c WHERE c.matter_id = m.id AND c.hidden_at IS NULL AND c.duplicate_of IS NULL
          AND (c.handled_at IS NULL OR NOT EXISTS (SELECT 1 FROM reply r WHERE r.comment_id = c.id)))
        """

    private static func changed(_ change: String) -> String {
        """
        EXISTS (SELECT 1 FROM document_version v JOIN document d ON d.id = v.document_id
          WHERE d.matter_id = m.id AND v.change = '\(change)')
        """
    }

    private static func announced(_ condition: String) -> String {
        """
        EXISTS (SELECT 1 FROM public_notice_announcement a JOIN document_version v ON v.id = a.version_id
          JOIN document d ON d.id = v.document_id WHERE d.matter_id = m.id AND \(condition))
        """
    }

    @Test(
        "the first unit's public notices stand in every state and light",
        arguments: [
            ("公示期中", open),
            (
                "期满, 报告将到期",
                "\(over) AND \(deadline) d.met_at IS NULL AND d.due_day BETWEEN '2026-11-20' AND '2026-11-25')"
            ),
            ("报告超期", "\(over) AND \(deadline) d.met_at IS NULL AND d.due_day < '2026-11-20')"),
            ("按时报告", "\(deadline) d.met_at IS NOT NULL AND d.late_days IS NULL)"),
            ("超期后报告, 有原因", "\(deadline) d.late_days > 0 AND d.late_reason IS NOT NULL)"),
            ("G6: 建议没有答复, 不能报告", "\(over) AND \(waiting)"),
            ("延长公示期", "\(open) AND EXISTS (SELECT 1 FROM postponement p WHERE p.matter_id = m.id)"),
            ("终止", "m.ended_at IS NOT NULL"), ("更正", changed("correct")), ("修改", changed("modify")),
            ("补录", "m.backfilled_day IS NOT NULL"),
            (
                "有附件",
                "EXISTS (SELECT 1 FROM document d JOIN document_version v ON v.document_id = d.id JOIN attachment a ON a.version_id = v.id WHERE d.matter_id = m.id)"
            ),
            ("按工作日", announced("a.period_unit = 'working'")), ("按自然日", announced("a.period_unit = 'calendar'")),
            ("关系经济社会发展", announced("a.category = 'development'")),
            ("关系公共利益", announced("a.category = 'publicInterest'")),
            ("录用、评审、评优、表彰", announced("a.category = 'personnel'")), ("其他", announced("a.category = 'statutory'")),
            ("批前公示", "m.title LIKE '%批前公示'"), ("拟聘用人员公示", "m.title LIKE '%拟聘用人员公示'"),
        ])
    func notices(state: String, condition: String) throws {
        #expect(try Self.count("\(Self.notices) AND \(condition)") > 0, "\(state)")
    }

    @Test(
        "letters about public notices and bulletins stand in every state",
        arguments: ["publicNotice", "bulletin"],
        [
            "c.handled_at IS NULL AND c.hidden_at IS NULL AND c.duplicate_of IS NULL",
            "c.handled_at IS NOT NULL AND c.adoption IS NULL", "c.hidden_at IS NOT NULL", "c.duplicate_of IS NOT NULL",
            "c.adoption = 'adopted'", "c.adoption = 'explained'", "c.channel = 'web'", "c.registered_by IS NOT NULL",
        ])
    func letters(system: String, condition: String) throws {
        let sql = "SELECT count(*) FROM comment c JOIN matter m ON m.id = c.matter_id WHERE m.system = '\(system)'"
        #expect(try Self.count("\(sql) AND \(condition)") > 0)
    }

    @Test("H4: a letter after the period is late, and no letter about a bulletin is")
    func late() throws {
        let sql =
            "SELECT count(*) FROM comment c JOIN matter m ON m.id = c.matter_id WHERE c.is_late = 1 AND m.system ="
        #expect(try Self.count("\(sql) 'publicNotice'") > 0)
        #expect(try Self.count("\(sql) 'bulletin'") == 0)
    }

    @Test(
        "bulletins: every quarter, at once, in time, late and missing, and all four categories",
        arguments: [
            ("四个季度", "SELECT count(DISTINCT period) = 4 FROM matter WHERE system = 'bulletin' AND unit_id = 1"),
            (
                "季度通报八件",
                "SELECT count(*) = 8 FROM matter WHERE system = 'bulletin' AND unit_id = 1 AND period IS NOT NULL"
            ),
            ("突发", "SELECT count(*) = 3 FROM matter WHERE system = 'bulletin' AND period IS NULL"),
            (
                "超期",
                "SELECT count(DISTINCT unit_id) = 3 FROM deadline WHERE period IS NOT NULL AND met_at IS NULL AND due_day < '2026-11-20'"
            ),
            ("晚, 有原因", "SELECT count(*) = 1 FROM deadline WHERE period IS NOT NULL AND late_reason IS NOT NULL"),
            ("要求十四个单位", "SELECT count(*) = 14 FROM period_duty WHERE since_day = '2026-01-01'"),
            ("四类", "SELECT count(DISTINCT category) = 4 FROM bulletin_announcement"),
            ("线下审签", "SELECT count(*) > 50 FROM review WHERE mode = 'paper' AND state = 'agreed'"),
            (
                "紧急发布, 待补登审签",
                "SELECT count(*) = 1 FROM review WHERE mode = 'paper' AND state = 'waiting' AND emergency_reason IS NOT NULL"
            ),
        ])
    func bulletins(state: String, sql: String) throws { #expect(try Self.count(sql) == 1, "\(state)") }

    @Test(
        "R1: one notice waits for the reviewer, one report was returned with reasons, one is agreed to and not published"
    )
    func reviews() throws {
        let office = try Office(opening: try Self.store.get().path, clock: DemoCounty.clock)
        let reviewer = try office.signIn("shenhe", password: Demo.password, from: "test")
        let waiting = try office.reviews(.first, limit: 10, in: reviewer).rows.filter { $0.mode == .console }
        #expect(waiting.map(\.documentName) == ["公示公告"])
        let jingban = try office.signIn("jingban", password: Demo.password, from: "test")
        let states = try office.drafts(in: jingban).compactMap { $0.review?.state }
        #expect(Set(states) == [.waiting, .returned, .agreed])
    }

    @Test("comments on hearings keep their numbers whatever else the county is told")
    func numbers() throws {
        let sql = "SELECT max(c.id) FROM comment c JOIN matter m ON m.id = c.matter_id WHERE m.system = 'hearing'"
        #expect(try Self.count(sql) == DemoSize.standard.comments)
    }

    // MARK: - Texts

    @Test("G1, W1: every document is taken by its form without an error, a long title or a word to be avoided")
    func texts() throws {
        for affair in Self.affairs {
            for document in affair.procedure.documents {
                let entries = affair.entries(document.kind)
                guard !entries.isEmpty, let day = Day(entries["signed_day"]) else { continue }
                let now = Moment.at(day, hour: 9, minute: 0)
                let (_, errors) = document.form.read(entries, Form.Context(now: now, calendar: .national))
                #expect(errors.isEmpty, "\(entries["title"]): \(errors.map(\.sentence))")
                #expect(Wording.warnings(document.form, entries).isEmpty, "\(entries["title"])")
                #expect((31...50).contains(entries["title"].count), "\(entries["title"])")
            }
        }
    }

    @Test("a public notice has 150 to 400 characters, a bulletin 800 to 3,000")
    func lengths() {
        for affair in Self.affairs {
            let entries = affair.entries(.announcement)
            if affair.procedure.system == .bulletin {
                #expect((800...3000).contains(entries["content"].count), "\(entries["title"])")
            } else {
                let body = ["reason", "content", "channels"].map { entries[$0] }.joined()
                #expect((150...400).contains(body.count), "\(entries["title"])")
            }
        }
    }

    @Test("no two matters of a unit have one title")
    func titles() {
        let published = Self.affairs.filter { $0.entries(.announcement).texts["title"] != nil && !$0.isBegun }
        for unit in Set(published.map(\.unitIndex)) {
            let titles = published.filter { $0.unitIndex == unit }.map { $0.entries(.announcement)["title"] }
            #expect(Set(titles).count == titles.count)
        }
    }

    @Test("a larger store has no more of them than its units make")
    func large() {
        let large = DemoAgenda(
            size: DemoSize(matters: 1_000_000, comments: 0, units: DemoSize.standard.units), seed: 1,
            now: DemoCounty.now, calendar: .national)
        #expect(DemoAffair.all(large).count == Self.affairs.count)
    }
}

extension DemoAffair {
    /// It is only being written.
    fileprivate var isBegun: Bool {
        steps.allSatisfy {
            switch $0.act {
            case .draft, .submit: true
            default: false
            }
        }
    }
}
