// A store that is missing, no store, damaged, newer or busy: one sentence each, and nothing lost.
import CountyFixture
import Foundation
import GRDB
import Testing

@testable import Model

@Suite("Opening a store")
struct StoreOpeningTests {
    private func refusal(_ path: String) -> String? {
        do throws(Refusal) {
            _ = try Office(opening: path)
            return nil
        } catch {
            return error.sentence
        }
    }

    private func file(_ county: County, _ bytes: [UInt8]) throws -> String {
        let path = county.folder + "/other.db"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test("a missing store says how to make one")
    func missing() throws {
        let county = try County()
        let path = county.folder + "/none.db"
        #expect(refusal(path) == "没有数据库 \(path); 请先运行 yangguang init 或 yangguang demo 新建")
    }

    @Test("a directory is no store")
    func directory() throws {
        let county = try County()
        #expect(refusal(county.folder) == "\(county.folder) 不是普通文件, 不能当作数据库打开")
    }

    @Test(
        "what is not SQLite is said to be no database, and is left as it is",
        arguments: [[], Array("not a database at all, only text".utf8), [UInt8](repeating: 0, count: 4096)])
    func notSQLite(bytes: [UInt8]) throws {
        let county = try County()
        let path = try file(county, bytes)
        #expect(refusal(path) == "\(path) 不是数据库文件; 请用 --database 指定正确的文件")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(bytes))
    }

    @Test("a file that begins like SQLite and goes on as garbage is refused in words")
    func garbage() throws {
        let county = try County()
        let path = try file(county, Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0xA5, count: 8192))
        #expect(refusal(path)?.contains("已损坏") == true)
    }

    @Test("another program's SQLite file is refused")
    func otherProgram() throws {
        let county = try County()
        let path = county.folder + "/other.db"
        try DatabaseQueue(path: path).inDatabase { try $0.execute(sql: "CREATE TABLE note (text TEXT)") }
        #expect(refusal(path) == "\(path) 不是阳光政务控制台的数据库; 请用 --database 指定正确的文件")
    }

    @Test(
        "a store that a newer program has changed is refused when opened, and inside an act or a reading where it was open before"
    )
    func newer() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        try county.raw("PRAGMA user_version = \(Store.schema + 1)")
        let sentence = "数据库已由更新的程序升级 (第 \(Store.schema + 1) 版, 本程序是第 \(Store.schema) 版); 请退出后用新程序打开"
        #expect(refusal(county.path) == sentence)
        let acting = #expect(throws: Refusal.self) { try county.office.perform(TakeNothing(), in: fabu) }
        #expect(acting?.sentence == sentence)
        let reading = #expect(throws: Refusal.self) { try county.office.drafts(in: fabu) }
        #expect(reading?.sentence == sentence)
    }

    @Test("a store whose making was broken off is refused")
    func unfinished() throws {
        let county = try County()
        try county.raw("PRAGMA user_version = 0")
        #expect(refusal(county.path) == "数据库的结构不完整 (第 0 版, 应为第 \(Store.schema) 版); 请从备份恢复")
    }

    @Test("a store the user may only read is refused before anything is typed", .enabled(if: geteuid() != 0))
    func readOnly() throws {
        let county = try County()
        chmod(county.path, 0o400)
        #expect(refusal(county.path) == "数据库 \(county.path) 是只读的, 不能办理; 请找管理服务器的人")
    }

    @Test("making a store over a file that is there is refused and leaves the file alone")
    func neverOver() throws {
        let county = try County()
        let path = try file(county, [1, 2, 3])
        let refusal = #expect(throws: Refusal.self) { try Office.make(at: path, kind: .office) }
        #expect(refusal?.sentence == "\(path) 已经存在, 不会覆盖; 请换一个文件名")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data([1, 2, 3]))
    }

    @Test("while another writes, an act waits and says so, and is then done without an error")
    func waits() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: county.path, configuration: configuration)
        try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
        var waited = 0
        county.office.whileWaiting = {
            waited += 1
            if waited == 5 { try? other.inDatabase { try $0.execute(sql: "ROLLBACK") } }
        }
        #expect(try county.office.perform(TakeNothing(), in: fabu).journalNumber > 0)
        #expect(waited == 5)
    }

    @Test("two offices over one store see each other's work")
    func twoOffices() throws {
        let county = try County()
        let second = try county.anotherOffice()
        let jiaoyu = try county.signIn("jiaoyu", to: second)
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: try county.signIn("fabu"))
        #expect(try second.matter(matter.id, in: jiaoyu).title == matter.title)
    }
}
