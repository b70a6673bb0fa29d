// An import on its way: seen by nobody, in nobody's way, and gone where it was broken off.
import CountyFixture
import Foundation
import GRDB
import Testing

@testable import Model

@Suite("Imports on their way")
struct StagedImportTests {
    private typealias Here = ImportCounty

    /// What every way of looking at comments says before anything has come.
    private func look(_ here: ImportCounty) throws -> [String] {
        let office = try here.county.anotherOffice()
        let session = try here.county.signIn("wumin", to: office)
        let matters = try office.commentedMatters(.hearing, .first, limit: 5, in: session)
        let list = try office.comments(CommentFilter(matter: here.matter.id), .first, limit: 5, in: session)
        let hits = try office.hits(FullTextQuery("分步"), FullTextFilter(), .first, limit: 5, in: session)
        let matter = try office.matter(here.matter.id, in: session)
        return [
            "\(matters.rows.map(\.tally))", "\(list.total)", "\(hits.total)", "\(matter.comments)",
            "\(try office.waiting(in: session).comments)", "\(office.check())",
            "\(try here.county.rawValue("SELECT count(*) FROM full_text_waiting") ?? -1)",
        ]
    }

    @Test("no list, no count, no search, no report and no check sees a comment before its import is in force")
    func unseen() throws {
        let here = try ImportCounty()
        let before = try look(here)
        var meanwhile: [String] = []
        try here.take(try here.check(Here.row(), Here.row())) {
            meanwhile = (try? look(here)) ?? []
            #expect((try? here.unseen()) == 3)
        }
        #expect(meanwhile == before)
        let after = try look(here)
        #expect(zip(before, after).map { $0 != $1 } == [true, true, true, true, true, false, false])
        #expect(try here.unseen() == 0)
    }

    @Test("what others do between its steps stands beside it")
    func beside() throws {
        let here = try ImportCounty()
        let other = try here.county.anotherOffice()
        let wumin = try here.county.signIn("wumin", to: other)
        let entries = Entries(["channel": "letter", "received_day": "2026-11-30", "body": "另一条"])
        let done = try here.take(try here.check(Here.row())) {
            #expect(throws: Never.self) {
                try other.perform(RegisterComment(of: here.matter.id, entries: entries), in: wumin)
            }
        }
        #expect(done.outcome.comments == 1)
        #expect(try here.rows().map { $0["body"] as String } == ["建议分步调整", "另一条"])
        #expect(here.county.office.check() == [])
    }

    @Test("G7: a matter deleted while its comments are on their way is not held back by them, and none comes in")
    func deletedMeanwhile() throws {
        let here = try ImportCounty()
        let checked = try here.check(Here.row())
        let sentence = here.sentence {
            try here.take(checked) {
                #expect(throws: Never.self) {
                    try here.county.office.perform(
                        DeleteDocument(.announcement, of: here.matter, reason: "发错了"), in: here.fabu)
                }
            }
        }
        #expect(sentence == "检查以后, 事项 2026-01 被改动, 一条也没有导入; 请重新检查文件")
        #expect(try here.rows().isEmpty && here.unseen() == 0)
    }

    @Test("a refusal on the way is journaled as one, and takes everything back, the comments before it too")
    func refusedOnTheWay() throws {
        let here = try ImportCounty()
        let checked = try here.check(Here.row(), Here.row(["来源编号": "7"]))
        try here.take(try here.check(Here.row(["来源编号": "7", "内容": "另一个文件"])))
        #expect(throws: Refusal.self) { try here.take(checked) }
        #expect(try here.unseen() == 0)
        #expect(
            try here.county.rawValue(
                "SELECT count(*) FROM journal WHERE act = 'importComments' AND is_refusal = 1 AND sentence LIKE '第 3 行%'"
            )
                == 1)
    }

    @Test("a file of many steps can be stopped between them; nothing of it stays")
    func stoppedBetween() throws {
        let here = try ImportCounty()
        let rows = (0...CommentImport.step).map { Here.row(["来源编号": "\($0)"]) }
        let checked = try here.county.office.checkComments(try Here.file(rows), in: here.fabu)
        var told: [Int] = []
        let watch = WorkWatch(
            tell: { if $0.stage == "写入建议" { told.append($0.done) } }, isStopped: { told.contains(CommentImport.step) })
        #expect(
            here.sentence { _ = try here.county.office.importComments(checked, watch, in: here.fabu) }
                == "已取消导入, 一条也没有导入")
        #expect(told == [0, CommentImport.step])
        #expect(try here.rows().isEmpty && here.unseen() == 0)
    }

    @Test("while one imports another is told to wait, and who signs in takes nothing away")
    func oneAtATime() throws {
        let here = try ImportCounty()
        let checked = try here.check(Here.row())
        let another = try here.check(Here.row(["内容": "另一个文件"]))
        try here.take(checked) {
            #expect(here.sentence { try here.take(another) } == "别人正在导入建议, 一条也没有导入; 请过一会儿再导入")
            #expect(throws: Never.self) { try here.county.signIn("jiaoyu") }
        }
        #expect(try here.rows().count == 1)
        try here.take(another)
        #expect(try here.rows().count == 2 && here.county.office.check() == [])
    }

    /// The store as a process that was killed before its comments were in force has left it.
    private func killed(_ here: ImportCounty) throws -> String {
        let path = here.county.folder + "/killed.db"
        try here.take(try here.check(Here.row(["建议人": "欧阳建国", "内容": "住在苍山西镇"]))) {
            for ending in ["", "-wal"] {
                try? FileManager.default.copyItem(atPath: here.county.path + ending, toPath: path + ending)
            }
        }
        return path
    }

    private func count(_ table: String, _ path: String) throws -> Int? {
        try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") }
    }

    @Test(
        "an import whose process was killed shows nothing; the next sign-in takes away what it left, to the last byte")
    func killedAndSignedIn() throws {
        let here = try ImportCounty()
        let path = try killed(here)
        #expect(try count("comment", path) == 0 && count("every_comment", path) == 1)
        var office: Office? = try Office(opening: path)
        #expect(office?.check() == [])
        _ = try office?.signIn("fabu", password: County.password, from: "tty1")
        #expect(try count("every_comment", path) == 0 && count("comment_import", path) == 0)
        office = nil
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        for personal in ["欧阳建国", "苍山西镇"] { #expect(bytes.range(of: Data(personal.utf8)) == nil) }
    }

    @Test("the next import takes away what a killed one left, and the same file comes in after all")
    func killedAndImported() throws {
        let here = try ImportCounty()
        let path = try killed(here)
        let office = try Office(opening: path, clock: here.county.office.clock)
        let root = ServerOperator(unixUser: "root")
        let file = try Here.file([Here.row(["建议人": "欧阳建国", "内容": "住在苍山西镇"])])
        _ = try office.importComments(try office.checkComments(file, site: nil, as: root), site: nil, as: root)
        #expect(try count("comment", path) == 1 && count("every_comment", path) == 1)
        #expect(office.check() == [])
    }
}
