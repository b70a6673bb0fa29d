// A program that is measured, and how one sees that its first page is whole.
import Glibc
import Pty

/// A page that did not come in time, and what stood there instead.
struct NotPainted: Error, CustomStringConvertible {
    let description: String

    init(page: String, on screen: VirtualTerminal) { description = "\(page) was not painted:\n\(screen.text)" }
}

struct Contestant {
    let name: String
    let path: String
    let arguments: [String]
    let environment: [String: String]
    /// What stands in a row only when the page is whole.
    let lastPainted: (row: Int, text: String)

    static func environment(home: String) -> [String: String] {
        ["TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": home, "TMPDIR": home]
    }

    /// The console as sshd starts it for a clerk: without a word.
    static func console(_ path: String, store: String, home: String) -> Contestant {
        Contestant(
            name: "yangguang", path: path, arguments: [],
            environment: environment(home: home).merging(["YANGGUANG_DATABASE": store]) { $1 },
            lastPainted: (23, "F10退出"))
    }

    /// The console with a clerk signed in and greeted.
    func desk(of clerk: String) throws -> (session: PtySession, painting: Duration) {
        let (session, _) = try start()
        session.send(clerk + "\r" + Contest.password)
        let stars = String(repeating: "*", count: Contest.password.count)
        guard session.shows(stars) else { throw NotPainted(page: "the password", on: session.screen) }
        session.settle()
        let begun = ContinuousClock.now
        session.send("\r")
        guard session.shows("您好", milliseconds: 60_000) else {
            throw NotPainted(page: "the desk of \(clerk)", on: session.screen)
        }
        return (session, session.heardAt - begun)
    }

    /// Starts the program and waits until its first page is painted.
    func start() throws -> (session: PtySession, painting: Duration) {
        let begun = ContinuousClock.now
        let session = try PtySession(path, arguments, environment: environment)
        guard session.wait(until: { $0.line(lastPainted.row).contains(lastPainted.text) }) else {
            throw NotPainted(page: "the first page of \(name)", on: session.screen)
        }
        return (session, session.heardAt - begun)
    }
}
