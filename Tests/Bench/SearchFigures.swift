// The first page of the full-text query in a great store, beside the same SQL in sqlite3.
import Glibc
import Model

struct SearchFigures {
    private static let rounds = 40
    /// Nobody in the demo says it; one letter does before it is sought.
    private static let rareWord = "饕餮纹"

    /// What is sought: the query as it is typed, and as the index is asked.
    private static let queries = [
        ("a rare word", rareWord, "\"饕餮 餮纹\""), ("a scenic spot", "石门关景区门票", "\"石门 门关 关景 景区 区门 门票\""),
        ("a number", "2024-120", "\"2024 120\""),
        ("关于", "关于", "\"关于\""), ("关于 供水 听证会", "关于 供水 听证会", "\"关于\" AND \"供水\" AND \"听证 证会\""),
        ("no hit", "龘龘", "\"龘龘\""), ("no hit of frequent pairs", "会的规定", "\"会的 的规 规定\""),
    ]

    private let store: String
    private let office: Office

    init(of store: String) throws {
        self.store = store
        office = try Office(opening: store)
        let session = try office.signIn(Contest.clerk, password: Contest.password, from: "bench")
        guard let matter = try office.commentedMatters(.hearing, .first, limit: 1, in: session).rows.first else {
            return
        }
        let entries = Entries([
            "channel": "letter", "received_day": office.clock.now().day.description, "body": "请保护石壁上的\(Self.rareWord)",
        ])
        _ = try office.perform(RegisterComment(of: matter.id, entries: entries), in: session)
    }

    func print() throws {
        var table = Table("first page, p95 of \(Self.rounds), ms", "hits", "yangguang", "processor", "sqlite3", "goal")
        for (clerk, reach) in [("fabu", "#unit1"), (Province.supervisor, "#site1000")] {
            let session = try office.signIn(clerk, password: Contest.password, from: "bench")
            for (name, typed, match) in Self.queries {
                let query = try FullTextQuery(typed)
                var hits = 0
                let before = clock()
                let times = try (0..<Self.rounds).map { _ in
                    let begun = ContinuousClock.now
                    hits = try office.hits(query, FullTextFilter(), .first, limit: 5, in: session).total
                    return (ContinuousClock.now - begun).milliseconds
                }
                // A loaded machine makes everybody wait; the mean of the processor's own time tells what a page costs.
                let processor = Double(clock() - before) * 1000 / Double(CLOCKS_PER_SEC) / Double(Self.rounds)
                let beside = SQLiteShell.times(
                    of: Self.sql("\(match) AND (\"#public\" OR \"\(reach)\")"), rounds: Self.rounds, store)
                table.add(
                    "\(clerk): \(name)", String(hits), times.p95.text(2), processor.text(2),
                    beside.isEmpty ? "-" : beside.p95.text(2),
                    "<= 50")
            }
        }
        table.print()
    }

    /// The same hits' keys.
    private static func sql(_ match: String) -> String {
        """
        SELECT count(*) FROM (SELECT e.id FROM full_text JOIN full_text_entry e ON e.id = full_text.rowid AND e.is_void = 0 \
        WHERE full_text MATCH '\(match)' AND full_text.rowid BETWEEN 0 AND \(Int64.max) ORDER BY full_text.rowid DESC LIMIT \(FullTextHit.most));
        """
    }
}
