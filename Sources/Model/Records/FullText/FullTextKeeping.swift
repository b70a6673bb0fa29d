// Keeping the full-text index true to what it is of: whatever was written is entered before its transaction ends.
internal import GRDB

/// Brings the index up to date with the records that wait for it. Triggers make them wait, so no way of writing forgets it.
struct FullTextKeeping {
    /// How many records are taken at a time.
    private static let stretch = 500
    /// From so many records on it pays to let the index gather its words in memory first.
    private static let many = 1000
    /// The bytes of words gathered before they are written: SQLite's own, and for a great many.
    private static let gathered = (usual: 1 << 20, many: 1 << 26)

    private let db: Database
    private var sites: [Int64: [Int64]] = [:]

    private init(_ db: Database) { self.db = db }

    /// What an act enters at the most, its own texts and what a great import has left: nobody is to wait long for what others wrote.
    static let mostOfAct = 100
    /// What `Office.catchUpFullText` enters before it lets others write.
    static let mostOfStep = 250

    /// Enters what waits, the oldest first, as the index likes it best.
    static func catchUp(_ db: Database, most: Int = .max) throws {
        let waiting = try db.cachedStatement(
            sql: "SELECT count(*) FROM (SELECT 1 FROM full_text_waiting LIMIT \(many))")
        let count = try Int.fetchOne(waiting) ?? 0
        guard count > 0 else { return }
        var keeping = FullTextKeeping(db)
        guard count >= many, most > many else { return try keeping.run(most) }
        try keeping.gather(gathered.many)
        try keeping.run(most)
        try keeping.gather(gathered.usual)
    }

    private func gather(_ bytes: Int) throws {
        try db.execute(sql: "INSERT INTO full_text (full_text, rank) VALUES ('hashsize', ?)", arguments: [bytes])
    }

    private mutating func run(_ most: Int) throws {
        let next = try db.cachedStatement(
            sql: "SELECT at, subject, record FROM full_text_waiting ORDER BY at, subject, record LIMIT ?")
        let done = try db.cachedStatement(
            sql: "DELETE FROM full_text_waiting WHERE (at, subject, record) <= (?, ?, ?)")
        var entered = 0
        while entered < most {
            let rows = try Row.fetchAll(next, arguments: [min(Self.stretch, most - entered)])
            guard let last = rows.last else { return }
            entered += rows.count
            for row in rows {
                guard let subject = FullTextSubject(rawValue: row["subject"]) else { continue }
                try enter(subject, row["record"])
            }
            try done.execute(
                arguments: [last["at"] as String, last["subject"] as String, last["record"] as Int64])
        }
    }

    private mutating func enter(_ subject: FullTextSubject, _ record: Int64) throws {
        let source = try FullTextSource(subject, record, db)
        let found = try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT id, edition FROM full_text_entry WHERE subject = ? AND record = ? AND is_void = 0"),
            arguments: [subject.rawValue, record])
        if let found {
            if let source, source.edition == found["edition"] { return }
            try db.cachedStatement(sql: "UPDATE full_text_entry SET is_void = 1 WHERE id = ?")
                .execute(arguments: [found["id"] as Int64])
        }
        guard let source else { return }
        let id = try nextKey(of: source.day)
        try db.cachedStatement(sql: "INSERT INTO full_text_entry (id, subject, record, edition) VALUES (?, ?, ?, ?)")
            .execute(arguments: [id, subject.rawValue, record, source.edition])
        let words = source.words(sites: try sites(from: source.site)).joined(separator: " ")
        try db.cachedStatement(sql: "INSERT INTO full_text (rowid, words) VALUES (?, ?)")
            .execute(arguments: [id, words])
    }

    private func nextKey(of day: Day) throws -> Int64 {
        let keys = Self.keys(from: day, until: day)
        let last = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT max(id) FROM full_text_entry WHERE id BETWEEN ? AND ?"),
            arguments: [keys.lowerBound, keys.upperBound])
        return last.map { $0 + 1 } ?? keys.lowerBound
    }

    /// The keys of the texts of some days.
    static func keys(from first: Day, until last: Day) -> ClosedRange<Int64> {
        let lower = Int64(first.number) << 24
        return lower...max(lower, Int64(last.number) << 24 | 0xFF_FFFF)
    }

    static func day(ofKey key: Int64) -> Day { Day(number: Int32(clamping: key >> 24)) ?? .first }

    mutating func sites(from site: Int64) throws -> [Int64] {
        if let known = sites[site] { return known }
        let found = try Self.sites(from: site, db)
        sites[site] = found
        return found
    }

    /// A site and those above it.
    static func sites(from site: Int64, _ db: Database) throws -> [Int64] {
        try Int64.fetchAll(
            db.cachedStatement(
                sql: """
                    WITH RECURSIVE above (id) AS (
                      SELECT ? UNION SELECT s.parent_id FROM site s JOIN above ON above.id = s.id WHERE s.parent_id IS NOT NULL)
                    SELECT id FROM above
                    """), arguments: [site])
    }
}

extension Office {
    /// Enters what an import has left waiting, in short transactions between which others write. Where it is stopped, later acts go on.
    public func catchUpFullText(_ watch: WorkWatch = .nobody) throws(Refusal) {
        let total = try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM full_text_waiting") ?? 0 }
        var entered = 0
        while try isFullTextWaiting(), !watch.isStopped() {
            watch.tell(WorkProgress("编制全文索引", done: min(entered, total), total: total))
            try write(entering: FullTextKeeping.mostOfStep) { _ in }
            entered += FullTextKeeping.mostOfStep
            giveWay()
        }
    }

    /// Asked after every step, where counting a great many would cost more than entering some.
    private func isFullTextWaiting() throws(Refusal) -> Bool {
        try read { try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM full_text_waiting)") ?? false }
    }
}
