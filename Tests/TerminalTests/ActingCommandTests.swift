// Commands as a clerk: with that clerk's roles, and journaled as theirs.
import CountyFixture
import Foundation
import Model
import Pty
import Testing

@Suite("Commands as a clerk", .waiting)
struct ActingCommandTests {
    private let county: County
    private let comments: String
    private let days: String

    /// The commands that act, and who may.
    private var commands: [(words: [String], roles: Set<Role>)] {
        let site = "漾濞彝族自治县人民政府"
        let report = "\(county.folder)/\(UUID().uuidString).csv"
        return [
            (["report", "detail", "--format", "csv", "--output", report], [.publisher, .reviewer, .supervisor]),
            (["import", "comments", comments, "--dry-run"], [.publisher]),
            (["calendar", "import", days, "--site", site, "--dry-run"], [.systemAdministrator]),
            (["feed", county.folder], [.systemAdministrator]),
            (["clerk", "list"], [.systemAdministrator, .securityAdministrator]),
            (["clerk", "add", "liming", "--name", "李明", "--unit", "发改局"], [.systemAdministrator]),
            (["clerk", "rename", "wumin", "--name", "吴小敏"], [.systemAdministrator, .securityAdministrator]),
            (["clerk", "reset", "wumin", "--password-stdin"], [.securityAdministrator]),
            (["clerk", "lock", "wumin", "--reason", "离岗"], [.securityAdministrator]),
            (["clerk", "unlock", "wumin"], [.securityAdministrator]),
        ]
    }

    init() throws {
        county = try County()
        try county.publish(.announcement, HearingEntries.announcement(), in: try county.signIn("fabu"))
        comments = county.folder + "/jianyi.csv"
        days = county.folder + "/days.csv"
        try Data("系统,编号,渠道,收到日期,内容\n重大决策听证,2026-01,来信,2026-11-20,建议分步调整\n".utf8)
            .write(to: URL(fileURLWithPath: comments))
        try Data(CalendarLines.file(CalendarLines.own("2026-12-01")).bytes).write(to: URL(fileURLWithPath: days))
    }

    private func run(
        _ words: [String], as clerk: String? = nil, password: String = County.password
    ) throws -> (code: Int32, said: String) {
        let program = Process()
        program.executableURL = URL(fileURLWithPath: Yangguang.path)
        program.arguments =
            words + ["--database", county.path] + (clerk.map { ["--as", $0, "--password-fd", "0"] } ?? [])
        program.environment = ["LANG": "C.UTF-8", "HOME": county.folder]
        let (input, output) = (Pipe(), Pipe())
        program.standardInput = input
        program.standardOutput = output
        program.standardError = output
        try program.run()
        input.fileHandleForWriting.write(Data("\(password)\nKx7m-Pq4w-Rt9n".utf8))
        try input.fileHandleForWriting.close()
        let said = try output.fileHandleForReading.readToEnd() ?? Data()
        program.waitUntilExit()
        return (program.terminationStatus, String(decoding: said, as: UTF8.self))
    }

    /// The journal's last rows as the auditor reads them.
    private func journal(_ count: Int) throws -> [String] {
        let shenji = try county.signIn("shenji")
        let rows = try county.office.journal(JournalFilter(), .first, limit: count + 1, in: shenji).rows
        return rows.dropFirst().reversed().map { "\($0.clerk) \($0.title)" }
    }

    @Test("each role does by command what it may do by key, and is refused at the rest", arguments: Role.allCases)
    func roles(_ role: Role) throws {
        let person = try #require(County.people.first { $0.roles == [role] })
        for (words, roles) in commands {
            let end = try run(words, as: person.name)
            #expect((end.code == 0) == roles.contains(role), "\(words) \(person.name): \(end.said)")
            if !roles.contains(role) { #expect(end.code == 1 && end.said.contains("由"), "\(words): \(end.said)") }
        }
    }

    @Test("what a command does is the clerk's row, between signing in and out; without one, the server's operator's")
    func journaled() throws {
        #expect(try run(["import", "comments", comments], as: "fabu").code == 0)
        #expect(try journal(4) == ["李文 登录", "李文 导入建议", "李文 导入建议", "李文 退出"])
        #expect(try run(["feed", county.folder]).code == 0)
        #expect(try journal(1) == ["\(ServerOperator.current.name) 写出公开文件包"])
    }

    @Test("a wrong password does nothing, and makes the next try wait as at the console")
    func wrong() throws {
        let end = try run(["feed", county.folder], as: "xitong", password: "Wrong#2026")
        #expect(end.code == 1 && end.said == "yangguang: 帐号或密码不对, 请等 1 秒后再试\n")
        #expect(try run(["feed", county.folder], as: "nobody").said == end.said)
    }

    @Test("the password is asked for at the terminal, and not shown")
    func typed() throws {
        let session = try PtySession(
            Yangguang.path, ["feed", county.folder, "--database", county.path, "--as", "xitong"],
            environment: ["LANG": "C.UTF-8", "HOME": county.folder], columns: 200, keeping: county)
        #expect(session.shows("帐号 xitong 的密码:"))
        session.send(County.password + "\n")
        #expect(session.waitForEnd() == .exit(0))
        #expect(session.screen.text.contains("写出公开文件包") && !session.screen.text.contains("Yangguang#"))
    }

    @Test("a password without a clerk, or a descriptor that is none, is a wrong use")
    func wrongUse() throws {
        #expect(try run(["feed", county.folder, "--password-fd", "0"]).code == 64)
        let both = ["clerk", "add", "liming", "--name", "李明", "--unit", "发改局", "--password-stdin"]
        #expect(try run(both, as: "xitong").code == 64)
        #expect(try run(["feed", county.folder, "--as", "xitong", "--password-fd", "1023"]).code != 0)
    }
}
