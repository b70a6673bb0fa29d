// 全文查询 in the store: which texts have the words, and what is seen of each.
internal import GRDB

extension Office {
    /// A page of what the clerk may see of the texts that have all the words, the newest day first: documents and temporary notices
    /// of everybody; comments and replies of the own unit, for supervisors those of the site and below.
    public func hits(
        _ query: FullTextQuery, _ filter: FullTextFilter, _ place: PagePlace<FullTextHit>, limit: Int,
        in session: Session
    ) throws(Refusal) -> Page<FullTextHit> {
        try read(in: session) { try $0.hits(query, filter, place, limit: limit) }
    }

    /// A hit to be read here: one of another site, or one that has no page.
    public func reading(of hit: FullTextHit, in session: Session) throws(Refusal) -> FullTextReading {
        try read(in: session) { try $0.reading(of: hit) }
    }
}

extension Transaction {
    /// The statement that finds a query's hits, with its arguments.
    static let fullTextStatement = """
        SELECT e.id FROM full_text JOIN full_text_entry e ON e.id = full_text.rowid AND e.is_void = 0
        WHERE full_text MATCH ? AND full_text.rowid BETWEEN ? AND ? ORDER BY full_text.rowid DESC LIMIT ?
        """

    func fullTextArguments(_ query: FullTextQuery, _ filter: FullTextFilter) -> StatementArguments {
        let keys = FullTextKeeping.keys(from: filter.from ?? .first, until: filter.until ?? .last)
        return [match(query, filter), keys.lowerBound, keys.upperBound, FullTextHit.most]
    }

    /// The query with what it is narrowed to and what the clerk may see, all in words of the index.
    private func match(_ query: FullTextQuery, _ filter: FullTextFilter) -> String {
        let unit = FullTextSource.word(unit: clerk.unit.id.rawValue)
        let site = FullTextSource.word(site: clerk.site.id.rawValue)
        let isSupervisor = clerk.roles.contains(.supervisor)
        var terms = [query.match]
        func add(_ words: String...) {
            terms.append("(\(words.map { FullTextQuery.phrase([$0]) }.joined(separator: " OR ")))")
        }
        filter.kind.map { add(FullTextSource.word($0)) }
        filter.system.map { add(FullTextSource.word($0)) }
        switch filter.reach {
        case .unit: add(unit)
        case .site: add(site)
        case .all: break
        }
        if filter.reach != .unit, filter.kind?.isPublic != true {
            add(FullTextSource.everybody, isSupervisor ? site : unit)
        }
        return terms.joined(separator: " AND ")
    }

    /// The page is cut from the keys of all hits; there are never more than `FullTextHit.most`.
    func hits(
        _ query: FullTextQuery, _ filter: FullTextFilter, _ place: PagePlace<FullTextHit>, limit: Int
    ) throws -> Page<FullTextHit> {
        let keys = try Int64.fetchAll(
            db.cachedStatement(sql: Self.fullTextStatement), arguments: fullTextArguments(query, filter))
        func after(_ key: PageKey<FullTextHit>, orEqual: Bool = false) -> Int {
            keys.firstIndex { $0 < key.id.rawValue || orEqual && $0 == key.id.rawValue } ?? keys.count
        }
        let start: Int
        switch place {
        case .first: start = 0
        case .last: start = max(0, keys.count - limit)
        case .after(let key): start = after(key)
        case .from(let key): start = after(key, orEqual: true)
        case .before(let key): start = max(0, after(key, orEqual: true) - limit)
        case .at(let id): start = keys.firstIndex(of: id.rawValue) ?? keys.count
        }
        var end = min(keys.count, start + limit)
        if case .before(let key) = place { end = min(end, after(key, orEqual: true)) }
        let wanted = keys[min(start, end)..<end]
        let rows = try wanted.compactMap { try hit($0, query) }
        guard let first = wanted.first, let last = wanted.last else { return Page(total: keys.count) }
        return Page(
            rows: rows, first: PageKey(value: "", id: Identifier(first)),
            last: PageKey(value: "", id: Identifier(last)),
            position: start + 1, total: keys.count)
    }

    private func hit(_ key: Int64, _ query: FullTextQuery) throws -> FullTextHit? {
        let entry = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT subject, record FROM full_text_entry WHERE id = ?"), arguments: [key])
        guard let entry, let subject = FullTextSubject(rawValue: entry["subject"]),
            let source = try FullTextSource(subject, entry["record"], db),
            let facts = try facts(subject, entry["record"], source), let unit = try unit(source.unit)
        else { return nil }
        let site =
            source.site == clerk.site.id.rawValue
            ? nil : try String.fetchOne(db, sql: "SELECT name FROM site WHERE id = ?", arguments: [source.site])
        // The title of a document and of a notice is the first of its texts.
        let bodies = source.kind.isPublic ? Array(source.texts.dropFirst()) : source.texts
        return FullTextHit(
            id: Identifier(key), place: facts.place, system: source.system, name: facts.name, number: facts.number,
            title: query.marked(facts.title), unit: unit, site: site, day: source.day, remark: facts.remark,
            excerpt: query.excerpt(of: source.kind.isPublic ? Self.bodiesFirst(bodies) : bodies))
    }

    /// The number and the reference stand beside the title; the excerpt is rather of the body.
    private static func bodiesFirst(_ texts: [String]) -> [String] { texts.sorted { $0.count > $1.count } }

    private func unit(_ id: Int64) throws -> Unit? {
        try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM unit WHERE id = ?"), arguments: [id]).map {
            Unit(
                id: Identifier($0["id"]), site: Identifier($0["site_id"]), name: $0["name"],
                shortName: $0["short_name"],
                pinyin: $0["pinyin"])
        }
    }

    private typealias Facts = (
        place: FullTextHit.Place, name: String, number: DocumentNumber?, title: String, remark: String?
    )

    /// What is seen of a hit besides its text.
    private func facts(_ subject: FullTextSubject, _ record: Int64, _ source: FullTextSource) throws -> Facts? {
        switch subject {
        case .document:
            let row = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT matter_id, kind, year, serial FROM document WHERE id = ?"),
                arguments: [record])
            return row.map { row in
                let kind = DocumentKind(rawValue: row["kind"])
                return (
                    .document(Identifier(record), of: Identifier(row["matter_id"])),
                    Procedure.of(source.system)?.document(kind)?.name ?? source.kind.name,
                    DocumentNumber(year: row["year"], serial: row["serial"]), source.texts.first ?? "", nil
                )
            }
        case .temporaryNotice:
            let row = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT year, serial FROM temporary_notice WHERE id = ?"), arguments: [record])
            return row.map {
                (
                    .temporaryNotice(Identifier(record)), source.kind.name,
                    DocumentNumber(year: $0["year"], serial: $0["serial"]), source.texts.first ?? "", nil
                )
            }
        case .comment, .reply:
            let row = try Row.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT c.id, c.hidden_at, c.duplicate_of, m.title FROM comment c JOIN matter m ON m.id = c.matter_id
                        WHERE c.id = \(subject == .comment ? "?" : "(SELECT comment_id FROM reply WHERE id = ?)")
                        """), arguments: [record])
            return row.map { row in
                let comment = Identifier<Comment>(row["id"])
                let state: CommentState? =
                    row["hidden_at"] != nil ? .hidden : row["duplicate_of"] != nil ? .duplicate : nil
                return (
                    subject == .comment ? .comment(comment) : .reply(to: comment), source.kind.name, nil, row["title"],
                    state?.name
                )
            }
        }
    }
}
