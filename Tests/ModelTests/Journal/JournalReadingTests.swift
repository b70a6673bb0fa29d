// 操作日志 as the auditor reads it and takes it out.
import CountyFixture
import GRDB
import Testing

@testable import Model

@Suite("Reading the journal")
struct JournalReadingTests {
    private let county: County
    private let shenji: Session

    init() throws {
        county = try County()
        shenji = try county.signIn("shenji")
    }

    private func lines(_ change: (inout JournalFilter) -> Void = { _ in }) throws -> [JournalLine] {
        var filter = JournalFilter()
        change(&filter)
        return try county.office.journal(filter, .first, limit: 100, in: shenji).rows
    }

    @Test("sign-ins, failed ones, refusals, exports and opened contacts are all in it")
    func everything() throws {
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let comment = try county.register("有电话", author: "段某", contact: "13887200001", of: matter, in: fabu)
        _ = try county.office.perform(OpenContact(comment), in: fabu)
        _ = try county.office.perform(TakeRegister(.hearing, .all), in: fabu)
        _ = try county.office.perform(
            TakeReport(
                .detail(.announced), ReportScope(system: .hearing, reach: .site, span: .all), rows: 1, as: "CSV"),
            in: fabu)
        _ = try? county.office.perform(VerifyJournal(JournalVerdict()), in: fabu)
        _ = try? county.office.signIn("fabu", password: "Wrong#2026", from: "10.0.0.66")
        try county.office.signOut(fabu)
        let told = try lines().reversed().map { "\($0.clerk) \($0.title)\($0.isRefusal ? " 未成" : "")" }
        #expect(
            told.suffix(9) == [
                "李文 登录", "李文 发布", "李文 登记建议", "李文 查看联系方式", "李文 打印台账", "李文 导出报表", "李文 核对日志 未成", "李文 登录 未成",
                "李文 退出",
            ])
        let opened = try #require(try lines { $0.act = .init(code: OpenContact.name) }.first)
        #expect(opened.matter?.id == matter.id && opened.sentence.contains("联系方式"))
        let whole = try county.office.journalDetail(
            try #require(lines { $0.act = .init(code: "registerComment") }.first).id, in: shenji)
        #expect(whole.changes.contains { $0.label == "联系方式" && $0.text == "(个人信息, 不显示)" })
        let leaks: Int? = try county.rawValue(
            "SELECT count(*) FROM journal WHERE sentence || before || after LIKE '%13887200001%'")
        #expect(leaks == 0)
    }

    @Test("it is narrowed by clerk, act, matter, day and outcome, alone and together")
    func narrowed() throws {
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        try county.goTo("2026-11-23T09:00")
        let wumin = try county.signIn("wumin")
        _ = try? county.publish(.announcement, Entries(), in: wumin)
        let people = try county.office.journalPeople(in: shenji)
        let who = try #require(people.first { $0.name.contains("吴敏") })
        #expect(people.prefix(3).map(\.name) == ["系统", "服务器操作员", "未知帐号"] && people.count == 11)
        #expect(try lines { $0.who = who }.map(\.title) == ["发布", "登录"])
        #expect(try lines { $0.who = .serverOperator }.count == 11)
        #expect(try lines { $0.act = .init(code: "publish") }.map(\.isRefusal) == [true, false])
        #expect(try lines { $0.isRefused = true }.map(\.clerk) == ["吴敏"])
        let found = try county.office.journalMatters("供水", in: shenji)
        #expect(found.map(\.id) == [matter.id])
        #expect(try county.office.journalMatters("2026-01", in: shenji) == found)
        #expect(try lines { $0.matter = found.first }.map(\.clerk) == ["李文"])
        let day = county.now.day
        #expect(try lines { $0.span = PublicationSpan(from: day, to: day) }.count == 2)
        let none = try lines {
            $0.span = PublicationSpan(from: day, to: day)
            $0.matter = found.first
        }
        #expect(none.isEmpty)
        #expect(try county.office.journalActs(in: shenji).map(\.title).contains("发布"))
    }

    @Test("pages by key meet without gap or overlap, each with its place among all")
    func pages() throws {
        for _ in 1...20 { _ = try county.signIn("fabu") }
        for filter in [JournalFilter(), try filterOfSignIns()] {
            let whole = try county.office.journal(filter, .first, limit: 1000, in: shenji)
            var seen: [JournalLine] = []
            var place = PagePlace<JournalLine>.first
            while case let page = try county.office.journal(filter, place, limit: 7, in: shenji), let last = page.last {
                #expect(page.position == seen.count + 1 && page.total == whole.total)
                seen += page.rows
                place = .after(last)
            }
            #expect(seen == whole.rows && seen.count == whole.total)
        }
    }

    private func filterOfSignIns() throws -> JournalFilter {
        var filter = JournalFilter()
        filter.act = .init(code: "signIn")
        return filter
    }

    @Test("nobody but the auditor reads it", arguments: County.people.map(\.name).filter { $0 != "shenji" })
    func auditorAlone(_ name: String) throws {
        let session = try county.signIn(name)
        let refusal = #expect(throws: Refusal.self) {
            try county.office.journal(JournalFilter(), .first, limit: 5, in: session)
        }
        #expect(refusal?.sentence.hasPrefix("操作日志要由审计员办理") == true)
        var sink: any ReportSink = HashingSink()
        #expect(throws: Refusal.self) { try county.office.writeJournal(JournalFilter(), to: &sink, in: session) }
    }

    @Test("the auditor of a site below sees its own rows alone")
    func below() throws {
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let other = try #require(try lines().first { $0.matter?.id == matter.id })
        try county.raw(
            """
            INSERT INTO site (id, parent_id, level, name) VALUES (9, 1, 'county', '永平县人民政府');
            INSERT INTO unit (id, site_id, name, short_name, pinyin) VALUES (9, 9, '审计局', '审计局', 'shenji');
            UPDATE clerk SET unit_id = 9 WHERE name = 'shenji'
            """)
        let auditor = try county.signIn("shenji")
        let rows = try county.office.journal(JournalFilter(), .first, limit: 100, in: auditor).rows
        #expect(rows.map(\.clerk) == ["周静"])
        #expect(try county.office.journalMatters("供水", in: auditor).isEmpty)
        #expect(throws: Refusal.self) { try county.office.journalDetail(other.id, in: auditor) }
    }

    @Test("what is taken out holds all that is hashed: whoever has the file computes the chain again")
    func exported() throws {
        let fabu = try county.signIn("fabu")
        try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        var sink: any ReportSink = HashingSink()
        let rows = try county.office.writeJournal(JournalFilter(), to: &sink, in: shenji)
        let taken = try #require(sink as? HashingSink)
        #expect(rows == taken.rows && rows > 10)
        #expect(taken.breaks == 0)
    }
}

/// Computes the chain from the cells of an exported journal.
private struct HashingSink: ReportSink {
    private var names: [String] = []
    private var previous = String(repeating: "0", count: 64)
    private(set) var rows = 0
    private(set) var breaks = 0

    mutating func begin(_ heading: ReportHeading, _ columns: [ReportColumn]) { names = columns.map(\.name) }

    mutating func add(_ cells: [ReportCell]) {
        let values = Dictionary(zip(names, cells.map { $0 == .empty ? nil : $0.text })) { first, _ in first }
        var canonical = ""
        for name in [
            "id", "at", "clerk_id", "clerk", "unit_id", "session_id", "act", "is_refusal", "matter_id", "subject",
            "sentence", "before", "after", "reason", "previous",
        ] {
            let value = (values[name] ?? nil) ?? (name == "subject" ? "" : nil)
            canonical += value.map { "\($0.utf8.count):\($0)\n" } ?? "-\n"
        }
        rows += 1
        if values["previous"] != previous || values["hash"] != SHA256.text(Array(canonical.utf8)) { breaks += 1 }
        previous = (values["hash"] ?? nil) ?? ""
    }

    mutating func end(totals: [ReportCell]?) {}
}
