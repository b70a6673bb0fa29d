// The full-text query finds what was written, for those who may see it, and nothing that is gone.
import CountyFixture
import GRDB
import Testing

@testable import Model

@Suite("Full-text search")
struct FullTextSearchTests {
    @Test("a document is found by its title, body, number, reference and any two of its characters, by every clerk")
    func documents() throws {
        let county = try County()
        var entries = HearingEntries.announcement()
        entries["reference_number"] = "漾发改〔2026〕12号"
        try county.publish(.announcement, entries, in: try county.signIn("fabu"))
        for typed in ["供水", "水价", "公告", "利害关系人", "10名", "2026-1", "发改[2026]12号", "0872-7520000", "供水 报名"] {
            #expect(try county.found(typed, by: "fabu") == ["听证公告"], "\(typed)")
            #expect(try county.found(typed, by: "jiaoyu") == ["听证公告"], "\(typed)")
        }
        for typed in ["公交", "水供", "供水 公交", "\"报名 供水\""] {
            #expect(try county.found(typed, by: "fabu") == [], "\(typed)")
        }
    }

    @Test("comments and replies are found by their unit and the site's supervisors, documents by everybody")
    func comments() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let comment = try county.register("管网老化, 请先换管网", of: matter, in: fabu)
        try county.reply(to: [comment], County.replying("管网改造已经立项"), in: fabu)
        for (name, expected) in [
            ("fabu", ["部门答复", "群众建议"]), ("wumin", ["部门答复", "群众建议"]), ("jianguan", ["部门答复", "群众建议"]),
            ("jiaoyu", []), ("xitong", []), ("shenji", []),
        ] {
            #expect(try county.found("管网", by: name) == expected, "\(name)")
            #expect(try county.found("管网", FullTextFilter(reach: .site), by: name) == expected, "\(name)")
        }
        #expect(try county.found("管网", FullTextFilter(kind: .comment), by: "jiaoyu") == [])
        #expect(try county.found("管网", FullTextFilter(reach: .unit), by: "jianguan") == [])
    }

    @Test("personal data are neither found nor shown: what is masked, and how somebody can be reached")
    func personalData() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let comment = try county.register(
            "我是刘德胜, 请打 13887654321 告诉我停水时间", author: "刘德胜", contact: "0872-6655443", of: matter, in: fabu)
        try county.reply(to: [comment], County.replying("刘德胜同志: 停水时间已打 13887654321 告诉您"), in: fabu)
        for typed in ["13887654321", "德胜", "刘德胜", "6655443"] {
            #expect(try county.found(typed, by: "fabu") == [], "\(typed)")
        }
        let hits = try county.hits("停水时间", by: "fabu")
        #expect(hits.count == 2)
        #expect(hits.allSatisfy { !$0.excerpt.text.contains("1388") && !$0.excerpt.text.contains("德胜") })
    }

    @Test("what was corrected away, modified away, deleted or withdrawn is not found any more")
    func gone() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let document = try #require(matter.document(.announcement))
        let entries = HearingEntries.revision(of: document, ["registration": "到政务大厅报名"])
        _ = try county.office.perform(
            Correct(RevisionRequest(.announcement, of: matter, base: 1, entries: entries)), in: fabu)
        #expect(try county.found("到发展和改革局报名", by: "fabu") == [])
        #expect(try county.found("政务大厅", by: "fabu") == ["听证公告"])

        let notice = try county.publishNotice("关于停水的通知", "明天上午检修管道", in: fabu)
        #expect(try county.found("检修管道", by: "jiaoyu") == ["临时通知"])
        _ = try county.office.perform(WithdrawTemporaryNotice(notice, reason: "检修取消"), in: fabu)
        #expect(try county.found("检修管道", by: "fabu") == [])

        let corrected = try county.office.matter(matter.id, in: fabu)
        _ = try county.office.perform(DeleteDocument(.announcement, of: corrected, reason: "发错了"), in: fabu)
        #expect(try county.found("供水", by: "fabu") == [])
        #expect(county.office.check() == [])
    }

    @Test(
        "a changed reply is found by what it says now; a hidden comment stays with its own unit and says that it is hidden"
    )
    func changed() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let comment = try county.register("噪音太大", of: matter, in: fabu)
        try county.reply(to: [comment], County.replying("正在核实"), in: fabu)
        var entries = County.replying("已经整改")
        entries["change_reason"] = "核实完毕"
        _ = try county.office.perform(
            ChangeReply(try county.reread(comment, in: fabu), entries: entries), in: fabu)
        #expect(try county.found("正在核实", by: "fabu") == [])
        #expect(try county.found("已经整改", by: "fabu") == ["部门答复"])
        _ = try county.office.perform(
            HideComment(try county.reread(comment, in: fabu), reason: "含他人住址"), in: fabu)
        #expect(try county.hits("噪音", by: "fabu").map(\.remark) == ["已隐藏"])
        #expect(try county.found("噪音", by: "jiaoyu") == [])
        #expect(county.office.check() == [])
    }

    @Test("the newest day stands first, whenever it was entered; days, kinds, systems and units narrow it")
    func order() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        try county.goTo("2026-11-26T09:00")
        for day in ["2026-11-25", "2026-11-21", "2026-11-23"] {
            _ = try county.register("公告看过了", on: day, of: matter, in: fabu)
        }
        try county.publishNotice("关于公告的通知", "公告有更正", in: try county.signIn("jiaoyu"))
        func days(_ filter: FullTextFilter = FullTextFilter()) throws -> [String] {
            try county.hits("公告", filter, by: "fabu").map { $0.day.description }
        }
        #expect(try days() == ["2026-11-26", "2026-11-25", "2026-11-23", "2026-11-21", "2026-11-20"])
        #expect(
            try days(FullTextFilter(from: Day("2026-11-21"), until: Day("2026-11-23"))) == ["2026-11-23", "2026-11-21"])
        #expect(try days(FullTextFilter(kind: .document(.announcement))) == ["2026-11-20"])
        #expect(try days(FullTextFilter(kind: .temporaryNotice)) == ["2026-11-26"])
        #expect(try days(FullTextFilter(system: .bulletin)) == [])
        #expect(try days(FullTextFilter(reach: .unit)) == ["2026-11-25", "2026-11-23", "2026-11-21", "2026-11-20"])
    }

    @Test("pages turn forward and back over all hits, none twice and none left out")
    func pages() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        for number in 1...7 { _ = try county.register("第 \(number) 条意见", of: matter, in: fabu) }
        let query = try FullTextQuery("意见")
        func page(_ place: PagePlace<FullTextHit>) throws -> Page<FullTextHit> {
            try county.office.hits(query, FullTextFilter(kind: .comment), place, limit: 3, in: fabu)
        }
        let first = try page(.first)
        let second = try page(.after(try #require(first.last)))
        let last = try page(.last)
        #expect([first.position, second.position, last.position] == [1, 4, 5])
        #expect(Set((first.rows + second.rows + last.rows).map(\.id)).count == 7)
        #expect(try page(.before(try #require(second.first))).rows == first.rows)
        #expect(try page(.from(try #require(second.first))).rows == second.rows)
        #expect(try page(.at(second.rows[1].id)).rows.first == second.rows[1])
        #expect(try page(.at(Identifier(1))).rows.isEmpty)
    }

    @Test(
        "whatever is typed, the store answers or a sentence says why not",
        arguments: [
            "\"", "\"\"", "'; DROP TABLE full_text; --", "NEAR(供水, 2)", "供水 AND OR NOT", "{words} : 供水", "^供水", "供水*",
            "#public", "##", "%%__", "\\", "()[]", "𠮷野家", "聽證會", "👨‍👩‍👧‍👦一家", "\u{202E}供水", "a\u{301}b", "供水\u{7}", "1e999",
            "0000000000000000000000000000000000000000000000000000000000000000000000000000000000000001",
        ])
    func hostile(_ typed: String) throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        do throws(Refusal) {
            let query = try FullTextQuery(typed)
            _ = try county.office.hits(query, FullTextFilter(), .first, limit: 5, in: fabu)
        } catch {
            #expect(error.reason != .store, "\(typed): \(error.sentence)")
        }
        #expect(try county.found("供水", by: "fabu") == ["听证公告"])
    }

    @Test("a unit's word in a text never stands for the unit")
    func words() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        _ = try county.register("#unit2 #public #site1 管网老化", of: matter, in: fabu)
        #expect(try county.found("管网", by: "jiaoyu") == [])
        #expect(try county.found("管网", by: "fabu") == ["群众建议"])
    }

    @Test("rare characters, emoji and Traditional characters in a comment are found as they were written")
    func rare() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        _ = try county.register("㛃䶮𠮷巷口👍路燈壞了", of: matter, in: fabu)
        for typed in ["㛃䶮", "䶮𠮷", "𠮷巷", "路燈", "巷口👍"] {
            #expect(try county.found(typed, by: "fabu") == ["群众建议"], "\(typed)")
        }
        #expect(try county.found("路灯", by: "fabu") == [])
    }

    @Test("any two neighbouring characters of the demo county's texts are found, as reading every text would find them")
    func everyPair() throws {
        let demo = try DemoCounty.copy()
        let office = try demo.office()
        let session = try demo.signIn("jianguan", to: office)
        let sources = try office.read { db in
            try Row.fetchAll(db, sql: "SELECT subject, record FROM full_text_entry WHERE is_void = 0").compactMap {
                row in
                try FullTextSubject(rawValue: row["subject"]).flatMap { try FullTextSource($0, row["record"], db) }
            }
        }
        var numbers = SeededNumbers(seed: 4)
        for _ in 0..<60 {
            let text = sources.randomElement(using: &numbers)?.texts.randomElement(using: &numbers) ?? ""
            let words = FullTextToken.all(of: text).map(\.text).filter { $0.count == 2 && $0.utf8.count == 6 }
            guard let word = words.randomElement(using: &numbers) else { continue }
            let page = try office.hits(FullTextQuery(word), FullTextFilter(), .first, limit: 1, in: session)
            let read = sources.count { $0.texts.contains { $0.contains(word) } }
            #expect(page.total == min(read, FullTextHit.most), "\(word)")
        }
    }
}
