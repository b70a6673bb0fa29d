// A megabyte pasted into a text box: how long until the clerk is told what was left out.
import Pty

struct PasteFigures {
    private static let runs = 5
    private var times: [Double] = []

    init(of contest: Contest) throws {
        // Three bytes each.
        let text = String(repeating: "听证会公告", count: (1 << 20) / 15)
        let (session, _) = try contest.list()
        session.settle()
        session.send("\u{1B}OQ")
        guard session.shows("*标题") else { throw NotPainted(page: "the form", on: session.screen) }
        session.settle()
        session.send("\t")
        for _ in 0..<Self.runs {
            session.settle()
            let begun = ContinuousClock.now
            session.send("\u{1B}[200~" + text + "\u{1B}[201~")
            guard session.shows("没有录入") else { throw NotPainted(page: "what a paste left out", on: session.screen) }
            times.append((session.heardAt - begun).milliseconds)
            // Undone, the box is as empty as before.
            session.send("\u{1A}")
        }
        session.leave()
    }

    func print() {
        var table = Table("a paste of 1 MB, \(Self.runs) times", "median ms", "most ms", "goal")
        table.add("into a text box, until it is told", times.median.text(0), (times.max() ?? 0).text(0), "<= 1000")
        table.print()
    }
}
