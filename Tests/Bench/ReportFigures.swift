// Reports of a great store beside the same SQL in sqlite3: the summary, the first page of the detail report, and comments to CSV.
import Glibc
import Model
import Pty

struct ReportFigures {
    private static let rounds = 40

    private let program: String
    private let store: String
    private let office: Office
    private let session: Session
    private let year: PublicationSpan

    init(of store: String, program: String) throws {
        self.store = store
        self.program = program
        office = try Office(opening: store)
        session = try office.signIn("jianguan", password: Contest.password, from: "bench")
        let today = office.clock.now().day
        year = PublicationSpan(from: today.adding(days: -364), to: today)
    }

    func print() throws {
        try printPages()
        try PaintedReports(of: store, program: program).print()
        try printExport()
    }

    private func scope(_ span: PublicationSpan) -> ReportScope { ReportScope(system: nil, reach: .site, span: span) }

    // MARK: - Pages

    private func printPages() throws {
        var table = Table("p95 of \(Self.rounds), ms", "rows", "yangguang", "processor", "sqlite3", "goal")
        let pages: [(name: String, sql: String, read: () throws -> Int)] = [
            (
                "summary of all units, a year", summary,
                { try office.page(of: .summary(.unit), scope(year), .first, limit: 15, in: session).total }
            ),
            (
                "detail, first page of all", detail(year: false),
                { try office.page(of: .detail(.announced), scope(.all), .first, limit: 15, in: session).total }
            ),
            (
                "detail, first page of a year", detail(year: true),
                { try office.page(of: .detail(.announced), scope(year), .first, limit: 15, in: session).total }
            ),
            (
                "detail, first page of what is late", "",
                { try office.page(of: .detail(.late), scope(.all), .first, limit: 15, in: session).total }
            ),
            (
                "detail, last page of what is late", "",
                { try office.page(of: .detail(.late), scope(.all), .last, limit: 15, in: session).total }
            ),
            (
                "comments, first page of all", "",
                { try office.page(of: .comments(.received), scope(.all), .first, limit: 15, in: session).total }
            ),
            (
                "comments, first page of unanswered", "",
                { try office.page(of: .comments(.unanswered), scope(.all), .first, limit: 15, in: session).total }
            ),
        ]
        for page in pages {
            var rows = try page.read()
            let before = clock()
            let times = try (0..<Self.rounds).map { _ in
                let begun = ContinuousClock.now
                rows = try page.read()
                return (ContinuousClock.now - begun).milliseconds
            }
            let processor = Double(clock() - before) * 1000 / Double(CLOCKS_PER_SEC) / Double(Self.rounds)
            let beside = page.sql.isEmpty ? [] : SQLiteShell.times(of: page.sql, rounds: Self.rounds, store)
            let goal = beside.isEmpty ? "<= 100" : "<= \(min(100, beside.p95 * 1.2 + 2).text(1))"
            table.add(
                page.name, String(rows), times.p95.text(2), processor.text(2),
                beside.isEmpty ? "-" : beside.p95.text(2),
                goal)
        }
        table.print()
    }

    private var days: String { "BETWEEN '\(year.from)' AND '\(year.to)'" }

    private var summary: String {
        let sums = [
            "announcements", "notices", "reports", "in_time", "late", "comments", "excused", "answered", "late_answers",
            "answer_days", "rated", "satisfied",
        ].map { "sum(f.\($0))" }.joined(separator: ", ")
        return """
            SELECT u.name, \(sums), max(f.worst_answer_days) FROM day_figures f JOIN unit u ON u.id = f.unit_id \
            WHERE f.site_id = 1 AND f.system IN ('hearing','publicNotice','bulletin') AND f.day \(days) GROUP BY f.unit_id;
            """
    }

    private func detail(year isOfYear: Bool) -> String {
        """
        SELECT m.number, m.title, u.short_name, f.announced_day, m.stage, m.due_day, f.comments, f.answered, \
        (SELECT d.published_day FROM document d WHERE d.matter_id = m.id AND d.kind = 'notice' AND d.deleted_at IS NULL), \
        (SELECT d.published_day FROM document d WHERE d.matter_id = m.id AND d.kind = 'report' AND d.deleted_at IS NULL) \
        FROM matter_figures f JOIN matter m ON m.id = f.matter_id JOIN unit u ON u.id = f.unit_id WHERE f.site_id = 1 \
        \(isOfYear ? "AND f.announced_day \(days)" : "") ORDER BY f.announced_day DESC, f.matter_id DESC LIMIT 15;
        """
    }

    // MARK: - To CSV

    private func printExport() throws {
        let csv = try ChildRun(program, ["report", "comments", "--format", "csv", "--database", store])
        let beside = try ChildRun("/usr/bin/sqlite3", ["-readonly", "-csv", store, Self.comments])
        let idle = try ChildRun(
            program, ["report", "summary", "--from", "2000-01-01", "--to", "2000-01-02", "--database", store])
        let xlsx = try ChildRun(
            program, ["report", "detail", "--format", "xlsx", "--output", store + ".xlsx", "--database", store])
        unlink(store + ".xlsx")
        let rows = try office.figures(scope(.all), by: .month, in: session).map(\.figures).reduce(Figures(), +)
        var table = Table("comments to CSV, \(rows.comments) rows", "yangguang", "sqlite3 -csv", "goal")
        func rate(_ run: ChildRun) -> Double { Double(rows.comments) / max(0.001, run.took.milliseconds) * 1000 }
        table.add("rows a second", rate(csv).text(0), rate(beside).text(0), ">= \((rate(beside) / 2).text(0))")
        table.add("memory over idle, MB", (csv.megabytes - idle.megabytes).text(1), "-", "<= 40")
        table.print()
        var sheet = Table("matters to Excel, \(rows.announcements) rows", "yangguang", "goal")
        sheet.add(
            "rows a second", (Double(rows.announcements) / max(0.001, xlsx.took.milliseconds) * 1000).text(0), "-")
        sheet.add("memory over idle, MB", (xlsx.megabytes - idle.megabytes).text(1), "<= 40")
        sheet.print()
    }

    private static let comments = """
        SELECT m.number, m.title, f.system, u.short_name, c.author, n.name, c.received_at, c.body, c.handled_at, c.hidden_at, \
        c.duplicate_of, c.answered_day, c.adoption, r.body, r.replied_at, c.answer_days, c.satisfaction \
        FROM matter_figures f JOIN comment c ON c.matter_id = f.matter_id JOIN matter m ON m.id = f.matter_id \
        JOIN unit u ON u.id = f.unit_id JOIN channel n ON n.code = c.channel LEFT JOIN reply r ON r.comment_id = c.id \
        WHERE f.site_id = 1 ORDER BY f.announced_day DESC, c.id DESC;
        """
}

/// A program run to its end, its output thrown away.
struct ChildRun {
    let took: Duration
    /// The most memory it had.
    let megabytes: Double

    init(_ path: String, _ words: [String]) throws {
        var arguments = ([path] + words).map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        var child: pid_t = 0
        let begun = ContinuousClock.now
        guard posix_spawn(&child, path, &actions, nil, &arguments, [nil]) == 0 else {
            throw Refusal("cannot run \(path)")
        }
        var status: Int32 = 0
        var most = 0
        // `ru_maxrss` would begin with the memory of whoever starts it.
        while waitpid(child, &status, WNOHANG) == 0 {
            most = max(most, Self.peak(of: child))
            usleep(2000)
        }
        guard status == 0 else { throw Refusal("\(path) \(words.joined(separator: " ")) has failed") }
        took = ContinuousClock.now - begun
        megabytes = Double(most) / 1024
    }

    /// The most memory a process has had so far, in kilobytes.
    private static func peak(of process: pid_t) -> Int {
        guard let file = fopen("/proc/\(process)/status", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, Int32(line.count), file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            guard text.hasPrefix("VmHWM:") else { continue }
            return text.split(whereSeparator: { $0.isWhitespace }).dropFirst().first.flatMap { Int($0) } ?? 0
        }
        return 0
    }
}
