// A list made of several, one after the other, that pages by key as if it were one.
internal import GRDB

/// Lists of different records in a fixed order. A row's number tells its section and its record's key there.
struct SectionedQuery<Row: PagedRow> {
    struct Section {
        /// Less than 256; no other section has it.
        let number: Int64
        let query: PageQuery
    }

    let sections: [Section]

    /// Where a key's section begins in a row's number.
    private static var shift: Int64 { 56 }

    static func id(_ section: Int64, _ key: Int64) -> Identifier<Row.Record> { Identifier(section << shift | key) }

    /// A page in the order of the sections and their lists.
    /// - Parameter fetch: reads the rows of a section's records, in any order.
    func page(
        _ place: PagePlace<Row.Record>, limit: Int, _ db: Database,
        _ fetch: (_ section: Int64, _ keys: [Int64]) throws -> [Row]
    ) throws -> Page<Row> {
        let counts = try sections.map { try $0.query.count(nil, db) }
        let total = counts.reduce(0, +)
        let keys = try keys(place, limit, db)
        guard let first = keys.first, let at = index(of: first.id) else { return Page(total: total) }
        var rows: [Identifier<Row.Record>: Row] = [:]
        for section in sections {
            let own = keys.filter { $0.id.rawValue >> Self.shift == section.number }
            guard !own.isEmpty else { continue }
            for row in try fetch(section.number, own.map { inner($0).id.rawValue }) { rows[row.id] = row }
        }
        let query = sections[at].query
        let before = try query.count(query.bound(inner(first), after: false), db)
        return Page(
            rows: keys.compactMap { rows[$0.id] }, first: first, last: keys.last,
            position: counts[..<at].reduce(0, +) + before + 1, total: total)
    }

    private func keys(_ place: PagePlace<Row.Record>, _ limit: Int, _ db: Database) throws -> [PageKey<Row.Record>] {
        switch place {
        case .first: try onward(from: 0, .first, limit, db)
        case .last: try back(from: sections.count - 1, .last, limit, db)
        case .after(let key): try index(of: key.id).map { try onward(from: $0, .after(inner(key)), limit, db) } ?? []
        case .from(let key): try index(of: key.id).map { try onward(from: $0, .from(inner(key)), limit, db) } ?? []
        case .before(let key): try index(of: key.id).map { try back(from: $0, .before(inner(key)), limit, db) } ?? []
        case .at(let id):
            try index(of: id).flatMap { at in
                let found = try onward(from: at, .at(inner(id)), limit, db)
                // What has left its section is nowhere, whatever comes after it.
                return found.first?.id == id ? found : nil
            } ?? []
        }
    }

    private func onward(
        from start: Int, _ place: PagePlace<Row>, _ limit: Int, _ db: Database
    ) throws -> [PageKey<Row.Record>] {
        var found: [PageKey<Row.Record>] = []
        for (offset, section) in sections[start...].enumerated() where found.count < limit {
            let keys = try section.query.keys(offset == 0 ? place : .first, limit - found.count, db)
            found += keys.map { outer($0, section) }
        }
        return found
    }

    private func back(
        from start: Int, _ place: PagePlace<Row>, _ limit: Int, _ db: Database
    ) throws -> [PageKey<Row.Record>] {
        var found: [PageKey<Row.Record>] = []
        for (offset, section) in sections.prefix(start + 1).reversed().enumerated() where found.count < limit {
            let keys = try section.query.keys(offset == 0 ? place : .last, limit - found.count, db)
            found = keys.map { outer($0, section) } + found
        }
        return found
    }

    private func index(of id: Identifier<Row.Record>) -> Int? {
        sections.firstIndex { $0.number == id.rawValue >> Self.shift }
    }

    private func inner(_ id: Identifier<Row.Record>) -> Identifier<Row> {
        Identifier(id.rawValue & (1 << Self.shift - 1))
    }

    private func inner(_ key: PageKey<Row.Record>) -> PageKey<Row> { PageKey(value: key.value, id: inner(key.id)) }

    private func outer(_ key: PageKey<Row>, _ section: Section) -> PageKey<Row.Record> {
        PageKey(value: key.value, id: Self.id(section.number, key.id.rawValue))
    }
}
