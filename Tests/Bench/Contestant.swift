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
