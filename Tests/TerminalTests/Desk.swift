// The real program at a virtual terminal, over a county made for the test.
import CountyFixture
import Glibc
import Pty
import Testing

/// The built program.
enum Yangguang {
    /// It is built beside the tests.
    static let path: String = {
        var bytes = [CChar](repeating: 0, count: 4096)
        let count = max(0, readlink("/proc/self/exe", &bytes, bytes.count - 1))
        let tests = String(decoding: bytes[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return tests.split(separator: "/").dropLast().map { "/\($0)" }.joined() + "/yangguang"
    }()

    /// Starts the console over a county's store, with nothing in its environment but what the test names.
    static func console(
        _ county: County, _ options: [String] = [], term: String = "xterm-256color",
        environment: [String: String] = [:], rows: Int = 24, columns: Int = 80,
        manner: TerminalManner = TerminalManner()
    ) throws -> PtySession {
        var all = ["TERM": term, "LANG": "C.UTF-8", "HOME": county.folder]
        all.merge(environment) { $1 }
        return try PtySession(
            path, ["console", "--database", county.path] + options, environment: all, rows: rows, columns: columns,
            manner: manner, keeping: county)
    }
}

extension PtySession {
    /// The text that only the sign-in page has.
    static let signInPage = "在密码栏按 Enter 登录"

    /// Signs a clerk of the county in, one field after the other as a person does.
    func signIn(_ name: String) {
        #expect(shows(Self.signInPage))
        send(name)
        #expect(shows(name))
        // What comes with the line end in one piece would be taken for a paste.
        let row = screen.cursor.row
        send("\r")
        #expect(wait { $0.cursor.row != row })
        send(County.password)
        #expect(shows(String(repeating: "*", count: County.password.count)))
        send("\r")
        #expect(wait { !$0.text.contains(Self.signInPage) }, "\(screen.text)")
    }
}
