// H9, H12: who sees which comments, in which order, and how they are found.
import CountyFixture
import Model
import Testing

@Suite("Lists of comments")
struct CommentListTests {
    /// Three comments of 发展和改革局's two matters and one of 教育体育局's.
    private func county() throws -> (County, Session, [Matter]) {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let jiaoyu = try county.signIn("jiaoyu")
        let matters = try [
            ("关于调整城市供水价格听证会的公告", fabu), ("关于公交票价听证会的公告", fabu), ("关于学区划分听证会的公告", jiaoyu),
        ].map { title, session in
            try county.publish(.announcement, HearingEntries.announcement(title: title), in: session)
        }
        _ = try county.register("水价太高", channel: "letter", of: matters[0], in: fabu)
        _ = try county.register("车次太少 100%", channel: "telephone", of: matters[1], in: fabu)
        _ = try county.register("学校太远", of: matters[2], in: jiaoyu)
        _ = try county.register("水压不足", channel: "visit", of: matters[0], in: fabu)
        return (county, fabu, matters)
    }

    private func ids(_ filter: CommentFilter, _ county: County, _ session: Session) throws -> [Int64] {
        try county.office.comments(filter, .first, limit: 100, in: session).rows.map(\.id.rawValue)
    }

    @Test("H9: a clerk sees the own unit's comments, a supervisor the site's when asked for")
    func scope() throws {
        let (county, fabu, matters) = try county()
        #expect(try ids(CommentFilter(), county, fabu) == [4, 2, 1])
        #expect(try ids(CommentFilter(isSiteWide: true), county, fabu) == [4, 2, 1])
        #expect(try ids(CommentFilter(matter: matters[2].id), county, fabu) == [])
        #expect(throws: Refusal.self) { try county.office.comment(Identifier(3), in: fabu) }
        let jianguan = try county.signIn("jianguan")
        #expect(try ids(CommentFilter(isSiteWide: true), county, jianguan) == [4, 3, 2, 1])
        #expect(try ids(CommentFilter(), county, jianguan) == [3])
        #expect(try ids(CommentFilter(matter: matters[0].id), county, jianguan) == [4, 1])
        #expect(try county.office.comment(Identifier(1), in: jianguan).matterTitle == matters[0].title)
    }

    @Test("every filter holds what it says, together and alone, and says it in words")
    func filters() throws {
        let (county, fabu, matters) = try county()
        func read(_ id: Int64) throws -> Model.Comment { try county.office.comment(Identifier(id), in: fabu) }
        _ = try county.office.perform(HandleComments([try read(2)], handling: "已转"), in: fabu)
        try county.reply(to: [try read(4)], in: fabu)
        #expect(try ids(CommentFilter(states: [.waiting]), county, fabu) == [1])
        #expect(try ids(CommentFilter(states: [.handled, .answered]), county, fabu) == [4, 2])
        #expect(try ids(CommentFilter(states: [.hidden, .duplicate]), county, fabu) == [])
        #expect(try ids(CommentFilter(states: Set(CommentState.allCases)), county, fabu) == [4, 2, 1])
        #expect(try ids(CommentFilter(system: .hearing, matter: matters[0].id), county, fabu) == [4, 1])
        #expect(try ids(CommentFilter(system: .bulletin), county, fabu) == [])
        let letter = try #require(try county.office.channels(in: fabu).first { $0.code == "letter" })
        let filter = CommentFilter(states: [.waiting, .handled], channel: letter, age: .open)
        #expect(try ids(filter, county, fabu) == [1])
        #expect(filter.sentence == "未答复, 来信, 答复未到期" && filter.isNarrowed)
        #expect(CommentFilter().sentence == "全部建议" && !CommentFilter().isNarrowed)
    }

    @Test("the filter of the list of all comments is remembered for the clerk, without the matter it was narrowed to")
    func remembered() throws {
        let (county, fabu, matters) = try county()
        let office = county.office
        let letter = try #require(try office.channels(in: fabu).first { $0.code == "letter" })
        #expect(try office.commentFilter(.hearing, in: fabu) == CommentFilter(system: .hearing))
        let chosen = CommentFilter(
            system: .hearing, matter: matters[0].id, states: [.waiting, .answered], channel: letter, age: .soon)
        try office.remember(chosen, in: fabu)
        let again = try county.signIn("fabu")
        var expected = chosen
        expected.matter = nil
        #expect(try office.commentFilter(.hearing, in: again) == expected)
        #expect(try office.commentFilter(.hearing, in: try county.signIn("wumin")) == CommentFilter(system: .hearing))
    }

    @Test("the comment for which others are looked through is not among them")
    func leftOut() throws {
        let (county, fabu, matters) = try county()
        let others = CommentFilter(matter: matters[0].id, except: Identifier(4))
        #expect(try ids(others, county, fabu) == [1])
        #expect(try county.office.find("水", in: others, after: nil, in: fabu) == Identifier(1))
    }

    @Test("pages turn by key, both ways, with the place and the total")
    func pages() throws {
        let (county, fabu, matters) = try county()
        for number in 5...30 { _ = try county.register("第 \(number) 封", of: matters[0], in: fabu) }
        let office = county.office
        let first = try office.comments(CommentFilter(), .first, limit: 10, in: fabu)
        #expect(first.total == 29 && first.position == 1 && first.rows.first?.id.rawValue == 30)
        let last = try #require(first.last)
        let second = try office.comments(CommentFilter(), .after(last), limit: 10, in: fabu)
        #expect(second.position == 11 && second.rows.map(\.id.rawValue) == Array((11...20).reversed()))
        let back = try office.comments(CommentFilter(), second.first.map { .before($0) } ?? .first, limit: 10, in: fabu)
        #expect(back.rows.map(\.id) == first.rows.map(\.id))
        let end = try office.comments(CommentFilter(), .last, limit: 10, in: fabu)
        #expect(end.rows.last?.id.rawValue == 1 && end.position == 20)
    }

    @Test("what was written or answered is found, round the end, signs taken as they are")
    func find() throws {
        let (county, fabu, _) = try county()
        func found(_ text: String, after: Int64? = nil) throws -> Int64? {
            try county.office.find(text, in: CommentFilter(), after: after.map { Identifier($0) }, in: fabu)?.rawValue
        }
        #expect(try found("水") == 4)
        #expect(try found("水", after: 4) == 1)
        #expect(try found("水", after: 1) == 4)
        #expect(try found("100%") == 2)
        #expect(try found("%学%") == nil)
        #expect(try found("学校") == nil)
        #expect(try found("公交") == 2)
        try county.reply(to: [try county.office.comment(Identifier(1), in: fabu)], County.replying("下月降价"), in: fabu)
        #expect(try found("降价") == 1)
    }

    @Test("H12: the published matters are found with their comments counted, and those that wait alone")
    func matters() throws {
        let (county, fabu, _) = try county()
        try county.reply(to: [try county.office.comment(Identifier(2), in: fabu)], in: fabu)
        _ = try county.office.perform(
            HandleComments([try county.office.comment(Identifier(1), in: fabu)], handling: "已转"), in: fabu)
        func rows(_ name: String, isOpenOnly: Bool = false) throws -> [String] {
            try county.office.commentedMatters(
                .hearing, .first, isOpenOnly: isOpenOnly, limit: 10, in: try county.signIn(name)
            ).rows.map { "\($0.number) \($0.tally.all) \($0.tally.unhandled) \($0.tally.unanswered) \($0.light)" }
        }
        #expect(try rows("fabu") == ["2026-02 1 0 0 met", "2026-01 2 1 2 open"])
        #expect(try rows("fabu", isOpenOnly: true) == ["2026-01 2 1 2 open"])
        #expect(try rows("jiaoyu") == ["2026-03 1 1 1 open"])
        #expect(try rows("jianguan").count == 3)
        try county.goTo("2026-12-02T09:00")
        #expect(try rows("fabu", isOpenOnly: true) == ["2026-01 2 1 2 overdue"])
        #expect(try county.office.waiting(in: fabu).overdueReplies == 2)
    }

    @Test("nothing is done about the comments of a deleted matter")
    func deletedMatter() throws {
        let (county, fabu, _) = try county()
        let comment = try county.office.comment(Identifier(1), in: fabu)
        try county.raw("UPDATE matter SET deleted_at = '2026-11-20T02:00:00.000Z' WHERE id = 1")
        let missing = "没有第 1 条建议, 或者它的事项已被删除; 请按 F5 重新读取"
        #expect(county.refused { try county.reply(to: [comment], in: fabu) } == missing)
        #expect(county.refused { _ = try county.office.perform(OpenContact(comment), in: fabu) } == missing)
        #expect(try ids(CommentFilter(), county, fabu) == [2])
    }

    @Test("a comment in another channel than the store began with is listed like every other")
    func newChannel() throws {
        let (county, fabu, matters) = try county()
        try county.raw("INSERT INTO channel (code, name) VALUES ('hotline', '12345热线')")
        let comment = try county.register(channel: "hotline", of: matters[0], in: fabu)
        #expect(comment.channel == Channel(code: "hotline", name: "12345热线") && comment.due.description == "2026-12-01")
        try county.goTo("2026-12-02T09:00")
        #expect(try ids(CommentFilter(age: .overdue), county, fabu) == [5, 4, 2, 1])
    }
}
