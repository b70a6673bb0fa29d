// The console and the programs it is measured beside: all in one terminal type, locale and home.
import Glibc
import Pty

struct Contest {
    static let clerk = "fabu"
    static let password = "Yangguang#2026"

    let console: Contestant
    let commander: Contestant
    let whiptail: Contestant
    let visidata: Contestant
    let folder: String

    var all: [Contestant] { [console, commander, whiptail, visidata] }

    /// - Parameter folder: becomes everybody's home, with files for mc to list.
    init(console: String, store: String, folder: String) {
        self.folder = folder
        let environment = ["TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": folder, "TMPDIR": folder]
        for number in 10..<40 { mkdir("\(folder)/file-\(number)", 0o700) }
        // As sshd starts it for a clerk: without a word.
        self.console = Contestant(
            name: "yangguang", path: console, arguments: [],
            environment: environment.merging(["YANGGUANG_DATABASE": store]) { $1 }, lastPainted: (23, "F10退出"))
        // Without its subshell, which would only make it slower.
        commander = Contestant(
            name: "mc", path: "/usr/bin/mc", arguments: ["--nosubshell", folder, folder], environment: environment,
            lastPainted: (23, "10Quit"))
        let entries = (1...12).flatMap { ["\($0)", "entry \($0)"] }
        whiptail = Contestant(
            name: "whiptail", path: "/usr/bin/whiptail", arguments: ["--menu", "title", "20", "70", "12"] + entries,
            environment: environment, lastPainted: (19, "<Ok>"))
        let rows = "\(folder)/rows.tsv"
        Self.write((["number\tname"] + (1...100).map { "\($0)\tentry \($0)" }).joined(separator: "\n"), to: rows)
        visidata = Contestant(
            name: "visidata", path: "/usr/bin/vd", arguments: ["--motd-url=", rows],
            environment: environment.merging(["PATH": "/usr/bin:/bin"]) { $1 }, lastPainted: (23, "100 rows"))
    }

    private static func write(_ text: String, to path: String) {
        guard let file = fopen(path, "w") else { return }
        fputs(text + "\n", file)
        fclose(file)
    }

    /// The console with a clerk signed in and the list painted.
    func list() throws -> (session: PtySession, painting: Duration) {
        let (session, _) = try console.start()
        session.send(Self.clerk + "\r" + Self.password)
        let stars = String(repeating: "*", count: Self.password.count)
        guard session.shows(stars) else { throw NotPainted(page: "the password", on: session.screen) }
        session.settle()
        let begun = ContinuousClock.now
        session.send("\r")
        guard session.wait(until: { $0.line(23).contains("F2") && $0.line(2).contains("听证公告管理") }) else {
            throw NotPainted(page: "the list", on: session.screen)
        }
        return (session, session.heardAt - begun)
    }
}

extension PtySession {
    /// Ends the program as a closed window does.
    func leave() {
        hangUp()
        _ = waitForEnd(milliseconds: 1000)
    }
}
