// yangguang clerk as the person at the server runs it.
import CountyFixture
import Foundation
import Model
import Pty
import Testing

@Suite("yangguang clerk", .waiting)
struct ClerkCommandTests {
    private let county: County

    init() throws { county = try County() }

    private func run(_ arguments: String...) throws -> (end: ProgramEnd?, text: String) {
        let session = try PtySession(
            Yangguang.path, ["clerk"] + arguments + ["--database", county.path],
            environment: ["LANG": "C.UTF-8", "HOME": county.folder], columns: 200, keeping: county)
        let end = session.waitForEnd()
        return (end, session.screen.text)
    }

    /// The same with its output and its input in files.
    private func pipe(_ arguments: String..., input: String) throws -> (status: Int32, out: String, error: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Yangguang.path)
        process.arguments = ["clerk"] + arguments + ["--database", county.path]
        let (given, out, error) = (Pipe(), Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = (given, out, error)
        try process.run()
        try given.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try given.fileHandleForWriting.close()
        process.waitUntilExit()
        return (
            process.terminationStatus, String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self),
            String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        )
    }

    @Test("an account is added and listed; its one-time password is shown on the terminal and signs in")
    func added() throws {
        let added = try run("add", "liming", "--name", "李明", "--unit", "发改局")
        #expect(added.end == .exit(0) && added.text.contains("已开设帐号 liming, 日志第"))
        let shown = try #require(added.text.firstMatch(of: /一次性密码: (\S+)/))
        let session = try county.office.signIn("liming", password: String(shown.1), from: "")
        #expect(session.clerk.mustChangePassword && session.clerk.roles.isEmpty)
        let list = try run("list", "--unit", "发展和改革局")
        #expect(list.end == .exit(0) && list.text.contains("liming  李明  发展和改革局  没有角色  在用"))
        #expect(!list.text.contains("xitong"))
    }

    @Test("where nobody would see it no password is made; one from standard input is taken and not shown")
    func password() throws {
        let refused = try pipe("reset", "fabu", input: "")
        #expect(refused.status == 1 && refused.out.isEmpty)
        #expect(refused.error.split(separator: "\n").count == 1 && refused.error.contains("--password-stdin"))
        _ = try county.signIn("fabu")
        let short = try pipe("reset", "fabu", "--password-stdin", input: "short\n")
        #expect(short.status == 1 && short.error.contains("至少 10 个字符"))
        let given = try pipe("reset", "fabu", "--password-stdin", input: "Kx7m-Pq4w-Rt9n\n")
        #expect(given.status == 0 && given.out.contains("已给帐号 fabu 一次性密码") && !given.out.contains("Kx7m"))
        #expect(try county.office.signIn("fabu", password: "Kx7m-Pq4w-Rt9n", from: "").clerk.mustChangePassword)
    }

    @Test("what is refused leaves with 1 and one line, what is typed wrong with 64")
    func refused() throws {
        let last = try run("lock", "anquan")
        #expect(last.end == .exit(1) && last.text.contains("最后一位能登录的安全管理员, 不能锁定"))
        #expect(try run("lock", "wumin", "--reason", "离岗").end == .exit(0))
        #expect(try run("unlock", "wumin").end == .exit(0))
        #expect(try run("rename", "wumin", "--name", "吴小敏").end == .exit(0))
        #expect(try run("list").text.contains("wumin     吴小敏"))
        #expect(try run("unlock", "nobody").end == .exit(1))
        #expect(try run("grant", "wumin").end == .exit(64))
        #expect(try run("add", "liming").end == .exit(64))
    }
}
