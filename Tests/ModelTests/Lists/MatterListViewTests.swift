// How the management list is filtered and ordered: in words, remembered, and page by page.
import CountyFixture
import GRDB
import Testing

@testable import Model

@Suite("The management list as a clerk has it")
struct MatterListViewTests {
    private let county: DemoCounty
    private let office: Office
    private let session: Session
    private var usual: MatterListView { MatterListView(for: session.clerk) }

    init() throws {
        county = try DemoCounty.copy()
        office = try county.office()
        session = try county.signIn("fabu", to: office)
    }

    private func view(_ change: (inout MatterListView) -> Void) -> MatterListView {
        var view = usual
        change(&view)
        return view
    }

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    // MARK: - Words and memory

    @Test("what is listed and in which order is said in words; the usual list needs none")
    func words() throws {
        #expect(usual.words(.hearing, usual: usual).isEmpty)
        let from = try day("2026-11-01")
        let until = try day("2026-12-31")
        let autumn = view {
            ($0.standing, $0.from, $0.until, $0.column, $0.isAscending) = (.overdue, from, until, .event, true)
        }
        #expect(autumn.words(.hearing, usual: usual) == "超期; 听证会 2026-11-01 至 2026-12-31; 按听证会日期, 早的在前")
        #expect(view { $0.stage = .next(.notice) }.words(.hearing, usual: usual) == "待发布通知")
        #expect(view { $0.stage = .ended }.words(.hearing, usual: usual) == "已终止")
        #expect(view { $0.reach = .site }.words(.hearing, usual: usual) == "各单位")
        #expect(view { $0.from = from }.words(.hearing, usual: usual) == "听证会 2026-11-01 起")
        #expect(view { $0.until = until }.words(.hearing, usual: usual) == "听证会到 2026-12-31 为止")
    }

    @Test("a list is found again as it was left, by the same clerk alone")
    func remembered() throws {
        let chosen = view { ($0.standing, $0.column, $0.isAscending) = (.soon, .due, true) }
        try office.remember(chosen, of: .hearing, in: session)
        #expect(try office.matterListView(.hearing, in: session) == chosen)
        let reader = try county.signIn("shenhe", to: office)
        #expect(try office.matterListView(.hearing, in: reader) == usual)
    }

    @Test(
        "what cannot be read of a remembered list is left out, the rest holds",
        arguments: [
            #"{"standing":"overdue","column":"colour","direction":"sideways","stage":"next-poem","from":"2026-02-30"}"#,
            #"{"standing":"overdue","more":"things","from":"2026-12-01","until":"2026-11-01"}"#,
        ])
    func strict(_ text: String) throws {
        let view = MatterListView(Entries(try fields(ofJSON: text)), .hearing, usual: usual)
        #expect(view == self.view { $0.standing = .overdue })
    }

    @Test("a remembered list that is no such text at all gives the usual one", arguments: ["[]", "7", #"{"a":1}"#])
    func damaged(_ text: String) throws {
        try office.store.queue.write { db in
            try db.execute(
                sql: "INSERT INTO list_view VALUES (?, 'hearing.matters', ?)",
                arguments: [session.clerk.id.rawValue, text])
        }
        #expect(try office.matterListView(.hearing, in: session) == usual)
    }

    @Test("dates that are none, or in the wrong order, are named")
    func typedDates() throws {
        func errors(_ from: String, _ until: String) -> [String] {
            MatterListView.read(
                Entries(["from": from, "until": until]), .hearing, usual: usual, today: DemoCounty.now.day
            ).errors.map(\.field)
        }
        #expect(errors("12-1", "2026年12月8日").isEmpty)
        #expect(errors("", "").isEmpty)
        #expect(errors("2026-02-30", "某天") == ["from", "until"])
        #expect(errors("12-8", "12-1") == ["until"])
    }

    // MARK: - Rows

    /// All rows of a view, read page by page.
    private func rows(_ view: MatterListView, pages limit: Int = 7, backwards: Bool = false) throws -> [MatterRow] {
        var place: PagePlace<Matter> = backwards ? .last : .first
        var rows: [MatterRow] = []
        while true {
            let page = try office.matters(.hearing, place, limit: limit, view: view, in: session)
            guard let first = page.first, let last = page.last else { return rows }
            rows = backwards ? page.rows + rows : rows + page.rows
            #expect(page.position == (backwards ? page.total - rows.count : rows.count - page.rows.count) + 1)
            place = backwards ? .before(first) : .after(last)
        }
    }

    @Test("every order holds every matter once, forwards and backwards", arguments: MatterListView.Column.allCases)
    func ordersAreWhole(_ column: MatterListView.Column) throws {
        let all = Set(try rows(view { $0.reach = .site }).map(\.id))
        #expect(all.count > 41)
        for ascending in [true, false] {
            let view = view { ($0.reach, $0.column, $0.isAscending) = (.site, column, ascending) }
            let listed = try rows(view)
            #expect(listed.count == all.count && Set(listed.map(\.id)) == all)
            #expect(try rows(view, pages: 5, backwards: true) == listed)
        }
    }

    @Test("an order is the order of what the clerk reads; what has no day stands as the farthest")
    func ordersAreRight() throws {
        func sorted<Key: Comparable>(_ column: MatterListView.Column, _ key: (MatterRow) -> Key) throws -> Bool {
            let keys = try rows(view { ($0.column, $0.isAscending) = (column, true) }).map(key)
            return zip(keys, keys.dropFirst()).allSatisfy { $0 <= $1 }
        }
        #expect(try sorted(.event) { $0.event.day ?? .last })
        #expect(try sorted(.due) { $0.nearest?.due ?? .last })
        #expect(try sorted(.number) { $0.number.year * 1_000_000 + $0.number.serial })
        #expect(try sorted(.stage) { $0.published.count })
        #expect(try sorted(.entered) { $0.id.rawValue })
    }

    @Test("each filter lists exactly the matters that it names")
    func filters() throws {
        let all = try rows(usual)
        func expect(_ view: MatterListView, _ holds: (MatterRow) -> Bool) throws {
            let listed = try rows(view)
            #expect(listed == all.filter(holds), "\(view)")
            #expect(!listed.isEmpty, "\(view)")
        }
        try expect(view { $0.standing = .overdue }) { $0.light == .overdue }
        try expect(view { $0.standing = .soon }) { $0.light == .soon }
        try expect(view { $0.standing = .later }) { $0.light == .open }
        try expect(view { $0.standing = MatterListView.Standing.none }) { $0.nearest == nil }
        try expect(view { $0.stage = .next(.notice) }) { $0.published == [.announcement] && !$0.isEnded }
        try expect(view { $0.stage = .next(.report) }) { $0.published == [.announcement, .notice] && !$0.isEnded }
        try expect(view { $0.stage = .complete }) { $0.published.count == 3 }
        try expect(view { $0.stage = .ended }) { $0.isEnded }
        let from = try day("2026-11-10")
        let until = try day("2026-11-30")
        try expect(view { ($0.from, $0.until) = (from, until) }) { row in
            row.event.day.map { (from...until).contains($0) } ?? false
        }
    }

    @Test("every clerk may list the matters of all units, and sees whose they are")
    func allUnits() throws {
        let own = try rows(usual)
        let all = try rows(view { $0.reach = .site })
        #expect(own.allSatisfy { $0.owner == session.clerk.unit.id })
        #expect(all.filter { $0.owner == session.clerk.unit.id } == own && all.count > own.count)
    }

    @Test("finding stays within the filter, follows its order and goes round")
    func findsWithin() throws {
        let view = view { ($0.stage, $0.column, $0.isAscending) = (.next(.notice), .event, true) }
        let listed = try rows(view).map(\.id)
        var found: [Identifier<Matter>] = []
        for _ in listed {
            let next = try office.find("关于", in: .hearing, after: found.last, view: view, in: session)
            found.append(try #require(next))
        }
        #expect(found == listed)
        #expect(try office.find("关于", in: .hearing, after: listed.last, view: view, in: session) == listed.first)
        #expect(try office.find("没有的字", in: .hearing, after: nil, view: view, in: session) == nil)
    }

    @Test("a page turns from where its last row stood, though a colleague has moved the row meanwhile")
    func pageOfMovedRow() throws {
        let view = view { ($0.column, $0.isAscending) = (.event, true) }
        let whole = try rows(view).map(\.id)
        let page = try office.matters(.hearing, .first, limit: 5, view: view, in: session)
        let last = try #require(page.last)
        try office.store.queue.write { db in
            try db.execute(
                sql: "UPDATE matter SET event_day = '2999-01-01' WHERE id = ?", arguments: [last.id.rawValue])
        }
        let next = try office.matters(.hearing, .after(last), limit: 5, view: view, in: session)
        #expect(next.rows.map(\.id) == Array(whole[5..<10]))
    }

    @Test("pages of the indexed orders are read from an index, not sorted", arguments: [true, false])
    func plans(_ ascending: Bool) throws {
        try office.read(in: session) { transaction in
            for column in [MatterListView.Column.entered, .due, .event] {
                for reach in MatterListView.Reach.allCases {
                    let view = view { ($0.column, $0.isAscending, $0.reach) = (column, ascending, reach) }
                    let query = try transaction.matterQuery(.hearing, view)
                    for backward in [true, false] {
                        let plan = try query.plan(transaction.db, backward: backward)
                        #expect(!plan.contains("TEMP B-TREE"), "\(column) \(reach): \(plan)")
                        #expect(plan.contains("INDEX matter_"), "\(column) \(reach): \(plan)")
                        #expect(
                            plan.contains("system=? AND <expr>") || plan.contains(" AND rowid")
                                || plan.contains(" AND id"), "\(column) \(reach): \(plan)")
                    }
                }
            }
        }
    }
}

extension PageQuery {
    /// How SQLite reads a page in the middle of the list.
    func plan(_ db: Database, backward: Bool) throws -> String {
        let middle = bound(PageKey<Matter>(value: "2026-11-20", id: Identifier(30)), after: !backward)
        let statement = statement(middle, 13, isBackward: backward)
        return try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(statement.sql)", arguments: statement.arguments)
            .map { $0["detail"] as String }.joined(separator: "; ")
    }
}
