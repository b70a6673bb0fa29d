// The demo's government, units and accounts in the store.
internal import GRDB

/// Who acts in the demo: clerks by unit.
struct DemoAccounts {
    /// Somebody who acts, as the journal names them.
    struct Actor {
        let id: Int64
        let fullName: String
        let unit: Int64
    }

    static let site: Int64 = 1
    /// When the government, its units and its clerks were entered.
    let foundedAt: Moment
    private let passwordHash: String
    /// The first publisher of each unit, by the unit's place in `DemoUnit.all`.
    private(set) var publishers: [Int: Actor] = [:]
    /// The second publishers, where there are two.
    private(set) var colleagues: [Int: Actor] = [:]
    private(set) var reviewers: [Int: Actor] = [:]
    private(set) var supervisor: Actor?

    /// Who of a unit takes a hand in something; the first publisher where there is nobody else.
    func actor(_ hand: DemoStep.Hand, of place: Int) -> Actor? {
        switch hand {
        case .publisher: publishers[place]
        case .colleague: colleagues[place] ?? publishers[place]
        case .reviewer: reviewers[place] ?? publishers[place]
        }
    }

    /// The unit's row.
    static func unitID(_ place: Int) -> Int64 { Int64(place + 1) }

    /// Enters them as a server's operator would have, before the first matter.
    init(writing db: Database, _ agenda: DemoAgenda, passwordHash: String) throws {
        self.passwordHash = passwordHash
        foundedAt = Moment.at(agenda.start.adding(days: -DemoAgenda.slack), hour: 9, minute: 0)
        let entry = OperatorEntry(
            db: db, now: foundedAt,
            writer: Journal.Writer(name: ServerOperator(unixUser: "demo").name))
        let site = try entry.addSite(DemoUnit.siteName, level: .county)
        let units = try DemoUnit.all.prefix(agenda.size.units).map {
            try entry.addUnit($0.name, shortName: $0.shortName, pinyin: $0.pinyin, of: site)
        }
        for account in Demo.accounts {
            let place = DemoUnit.all.firstIndex { $0.name == account.unit } ?? 0
            try add(account, to: units[place], at: place, entry)
        }
        for (number, place) in agenda.publishing.dropFirst().enumerated() {
            let unit = DemoUnit.all[place]
            try add(
                Demo.Account(
                    name: "fabu\(number + 2)", fullName: unit.publisher, unit: unit.name, role: .publisher),
                to: units[place], at: place, entry)
        }
        for place in agenda.publishing {
            let unit = DemoUnit.all[place]
            guard let colleague = unit.colleague else { continue }
            let name = "jingban\(colleagues.count + 1)"
            try add(
                Demo.Account(name: name, fullName: colleague, unit: unit.name, role: .publisher), to: units[place],
                at: place, entry)
        }
    }

    private mutating func add(
        _ account: Demo.Account, to unit: Identifier<Unit>, at place: Int, _ entry: OperatorEntry
    ) throws {
        let id = try entry.addClerk(
            NewClerk(
                account.name, account.fullName, roles: [account.role], passwordHash: passwordHash,
                mustChangePassword: false, passwordAges: false),
            of: unit)
        let clerk = Actor(id: id.rawValue, fullName: account.fullName, unit: unit.rawValue)
        switch account.role {
        case .supervisor: supervisor = clerk
        case .reviewer: reviewers[place] = clerk
        case .publisher where publishers[place] == nil: publishers[place] = clerk
        case .publisher: colleagues[place] = clerk
        default: break
        }
    }
}
