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
                let beside = Self.sqlite("\(match) AND (\"#public\" OR \"\(reach)\")", store)
                table.add(
                    "\(clerk): \(name)", String(hits), times.p95.text(2), processor.text(2),
                    beside.isEmpty ? "-" : beside.p95.text(2),
                    "<= 50")
            }
        }
        table.print()
    }

    /// The milliseconds that sqlite3 says it took for the keys of the same hits.
    private static func sqlite(_ match: String, _ store: String) -> [Double] {
        let sql = """
            SELECT count(*) FROM (SELECT e.id FROM full_text JOIN full_text_entry e ON e.id = full_text.rowid AND e.is_void = 0 \
            WHERE full_text MATCH '\(match)' AND full_text.rowid BETWEEN 0 AND \(Int64.max) ORDER BY full_text.rowid DESC LIMIT \(FullTextHit.most));
            """
        let input = store + ".sql"
        guard let file = fopen(input, "w") else { return [] }
        fputs(".timer on\n" + String(repeating: sql + "\n", count: rounds), file)
        fclose(file)
        defer { unlink(input) }
        guard let output = popen("sqlite3 -readonly '\(store)' < '\(input)'", "r") else { return [] }
        defer { pclose(output) }
        var times: [Double] = []
        var line = [CChar](repeating: 0, count: 512)
        while fgets(&line, 512, output) != nil {
            let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).split(
                separator: " ")
            if words.starts(with: ["Run", "Time:", "real"]), let seconds = Double(words[3]) {
                times.append(seconds * 1000)
            }
        }
        return times
    }
}

extension [Double] {
    /// The value that 95 of a hundred do not exceed; the array has at least one.
    fileprivate var p95: Double { sorted()[Swift.min(count - 1, count * 95 / 100)] }
}
