// Who may change which layer of the work calendar.
internal import GRDB

extension CalendarOwner {
    /// The layer of a site by its name.
    /// - Throws: `Refusal` naming the sites there are.
    init(named name: String, _ db: Database) throws {
        guard
            let id = try Int64.fetchOne(db, sql: "SELECT id FROM site WHERE name = ?", arguments: [name])
        else {
            let names = try String.fetchAll(db, sql: "SELECT name FROM site ORDER BY id LIMIT 8").joined(separator: "、")
            throw Refusal("没有站点 \(name); 数据库中有: \(names)")
        }
        self.init(site: Identifier(id), name: name)
    }
}

extension Transaction {
    /// The layers that the clerk's site may change: its own, and the nation's where every other site of the store is below it.
    func calendarOwners() throws -> [CalendarOwner] {
        let tops = try Int64.fetchAll(db, sql: "SELECT id FROM site WHERE parent_id IS NULL")
        let own = CalendarOwner(site: clerk.site.id, name: clerk.site.name)
        return tops == [clerk.site.id.rawValue] ? [.nation, own] : [own]
    }

    /// - Throws: `Refusal` if the layer is another government's.
    func mustOwn(_ owner: CalendarOwner) throws {
        guard try !calendarOwners().contains(owner) else { return }
        throw Refusal(
            owner.isNation
                ? "全国的安排对数据库中所有站点都有效, 要由最上级站点的系统管理员或服务器操作员改动; 您的站点是\(clerk.site.name)"
                : "\(owner.name)的日子要由它自己的系统管理员改动; 您的站点是\(clerk.site.name)", reason: .notAllowed)
    }
}

extension Office {
    /// The layers of the work calendar that the clerk's site may change, the nation's first.
    public func calendarOwners(in session: Session) throws(Refusal) -> [CalendarOwner] {
        try read(in: session) { try $0.calendarOwners() }
    }
}
