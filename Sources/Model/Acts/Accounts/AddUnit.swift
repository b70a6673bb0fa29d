// 新建单位: an organ of the site, or of one below it.

/// Makes a unit.
public struct AddUnit: Act {
    public static let name = "addUnit"
    public static let title = "新建单位"
    public static let roles: Set<Role> = [.systemAdministrator]

    let site: Identifier<Site>
    let entries: Entries

    public init(at site: Identifier<Site>, _ entries: Entries) {
        self.site = site
        self.entries = entries
    }

    public func perform(in office: Transaction) throws -> Performed<Identifier<Unit>> {
        let names = try Unit.names(entries)
        let site = try office.administeredSite(site)
        try office.mustBeFree(names, at: site)
        let id = try office.addUnit(names, at: site)
        return Performed(
            id,
            Journal.Entry(
                subject: "unit:\(id.rawValue)", sentence: "新建\(site.name)的单位 \(names.name)", after: names.labelled))
    }
}
