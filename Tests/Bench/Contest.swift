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
        let environment = Contestant.environment(home: folder)
        for number in 10..<40 { mkdir("\(folder)/file-\(number)", 0o700) }
        self.console = .console(console, store: store, home: folder)
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
    func list() throws -> (session: PtySession, painting: Duration) { try console.desk(of: Self.clerk) }
}

extension PtySession {
    /// Ends the program as a closed window does.
    func leave() {
        hangUp()
        _ = waitForEnd(milliseconds: 1000)
    }
}
