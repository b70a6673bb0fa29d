// Importing 100,000 comments: how long it takes, what it needs, and how long another process waits to write meanwhile.
import Glibc
import Model
import Pty

struct ImportFigures {
    static let comments = 100_000

    private let checking: Duration
    private let importing: Duration
    private let longestWait: Duration
    private let usualWait: Duration
    private let writes: Int
    /// Bytes of memory at the most.
    private let peak: Int

    /// - Parameter store: a demo store, which has the comments afterwards.
    init(of contest: Contest, store: String) throws {
        let office = try Office(opening: store)
        let session = try office.signIn(Contest.clerk, password: Contest.password, from: "bench")
        let matters = try office.commentedMatters(.hearing, .first, limit: 6, in: session).rows
        let today = office.clock.now().day.description
        let path = "\(contest.folder)/comments.csv"
        try Self.write(Self.file(of: matters, on: today), to: path)
        let words = ["import", "comments", path, "--database", store]
        checking = try Self.run(contest.console.path, words + ["--dry-run"]) {}.took
        var waits: [Duration] = []
        let done = try Self.run(contest.console.path, words) {
            let entries = Entries(["channel": "letter", "received_day": today, "body": "建议分步调整"])
            let act = RegisterComment(of: matters[0].id, entries: entries)
            let begun = ContinuousClock.now
            _ = try office.perform(act, in: session)
            waits.append(ContinuousClock.now - begun)
        }
        importing = done.took
        peak = done.peak
        writes = waits.count
        longestWait = waits.max() ?? .zero
        usualWait = waits.isEmpty ? .zero : waits.median
    }

    func print() {
        var table = Table("import of 100,000 comments", "")
        table.add("check alone, s", (checking.milliseconds / 1000).text(1))
        table.add("check and import, s", (importing.milliseconds / 1000).text(1))
        table.add("peak memory, MB", (Double(peak) / 1_048_576).text(0))
        table.add("another's write: longest wait, ms", longestWait.milliseconds.text(0))
        table.add("another's write: median, ms (\(writes))", usualWait.milliseconds.text(1))
        table.print()
    }

    /// A file of comments on the newest matters, of 20 to 200 characters.
    private static func file(of matters: [CommentedMatter], on received: String) -> [UInt8] {
        let words = Array("建议分步调整城市供水价格照顾低收入家庭加强管网改造公开成本监审结论听证代表应当有更多普通居民")
        var rows = [CommentFile.Column.allCases.map(\.name)]
        for index in 0..<comments {
            let length = 20 + index * 37 % 180
            let body = String((0..<length).map { words[(index * 31 + $0 * 7) % words.count] })
            rows.append([
                System.hearing.title, matters[index % matters.count].number.description, "网站", "王建国",
                "138\(10_000_000 + index)", received, body, "W-\(index)",
            ])
        }
        return CSVTable.file(of: rows)
    }

    private static func write(_ bytes: [UInt8], to path: String) throws {
        let file = open(path, O_CREAT | O_WRONLY | O_TRUNC, 0o600)
        defer { close(file) }
        guard Glibc.write(file, bytes, bytes.count) == bytes.count else { throw Refusal("cannot write \(path)") }
    }

    /// Runs the program and does something over and over until it ends.
    private static func run(
        _ path: String, _ words: [String], meanwhile: () throws -> Void
    ) throws -> (took: Duration, peak: Int) {
        var arguments = ([path] + words).map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var child: pid_t = 0
        let begun = ContinuousClock.now
        guard posix_spawn(&child, path, nil, nil, &arguments, [nil]) == 0 else { throw Refusal("cannot run \(path)") }
        var status: Int32 = 0
        var usage = rusage()
        while wait4(child, &status, WNOHANG, &usage) == 0 {
            try meanwhile()
            usleep(1_000)
        }
        guard status == 0 else { throw Refusal("the import has failed") }
        return (ContinuousClock.now - begun, usage.ru_maxrss * 1024)
    }
}
