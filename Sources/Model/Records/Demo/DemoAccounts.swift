// The demo's government, units and accounts in the store.
internal import GRDB

/// Who acts in the demo: clerks by unit.
struct DemoAccounts {
    /// A publisher as the journal names them.
    struct Publisher {
        let id: Int64
        let fullName: String
        let unit: Int64
    }

    static let site: Int64 = 1
    /// The publisher of each unit, by the unit's place in `DemoUnit.all`.
    private(set) var publishers: [Int: Publisher] = [:]

    /// The unit's row.
    static func unitID(_ place: Int) -> Int64 { Int64(place + 1) }

    init(writing db: Database, _ agenda: DemoAgenda) throws {
        let founded = Moment.at(agenda.start, hour: 8, minute: 30).iso
        try db.execute(
            sql: "INSERT INTO site (id, level, name) VALUES (?, 'county', ?)",
            arguments: [Self.site, DemoUnit.siteName])
        for (place, unit) in DemoUnit.all.prefix(agenda.size.units).enumerated() {
            try db.execute(
                sql: "INSERT INTO unit (id, site_id, name, short_name, pinyin) VALUES (?, ?, ?, ?, ?)",
                arguments: [Self.unitID(place), Self.site, unit.name, unit.shortName, unit.pinyin])
        }
        for account in Demo.accounts {
            let place = DemoUnit.all.firstIndex { $0.name == account.unit } ?? 0
            let id = try Self.insert(account, unit: Self.unitID(place), at: founded, db)
            if account.role == .publisher {
                publishers[place] = Publisher(id: id, fullName: account.fullName, unit: Self.unitID(place))
            }
        }
        for (number, place) in agenda.publishing.dropFirst().enumerated() {
            let unit = DemoUnit.all[place]
            let account = Demo.Account(
                name: "fabu\(number + 2)", fullName: unit.publisher, unit: unit.name, role: .publisher)
            let id = try Self.insert(account, unit: Self.unitID(place), at: founded, db)
            publishers[place] = Publisher(id: id, fullName: unit.publisher, unit: Self.unitID(place))
        }
    }

    private static func insert(
        _ account: Demo.Account, unit: Int64, at founded: String, _ db: Database
    ) throws -> Int64 {
        try db.execute(
            sql: """
                INSERT INTO clerk (unit_id, name, full_name, password, password_set_at, must_change_password, password_ages)
                VALUES (?, ?, ?, ?, ?, 0, 0)
                """,
            arguments: [unit, account.name, account.fullName, try Password.hash(Demo.password), founded])
        let id = db.lastInsertedRowID
        try db.execute(
            sql: "INSERT INTO clerk_role (clerk_id, role, granted_at) VALUES (?, ?, ?)",
            arguments: [id, account.role.rawValue, founded])
        return id
    }
}
