// 改单位名称: its name, its short name and the reading by which it is sorted.

/// Gives a unit other names. What it has published keeps the name of its time, in the text and in its public package.
public struct ChangeUnit: Act {
    public static let name = "changeUnit"
    public static let title = "改单位名称"
    public static let roles: Set<Role> = [.systemAdministrator]

    let read: UnitEntry
    let entries: Entries

    public init(_ unit: UnitEntry, to entries: Entries) {
        read = unit
        self.entries = entries
    }

    public func perform(in office: Transaction) throws -> Performed<Void> {
        let names = try Unit.names(entries)
        let unit = try office.unitEntry(asRead: read).unit
        let before = UnitNames(name: unit.name, shortName: unit.shortName, pinyin: unit.pinyin)
        guard names != before else { throw Refusal("\(unit.name)的名称、简称和拼音都没有改动") }
        try office.mustBeFree(names, at: try office.administeredSite(unit.site), except: unit.id)
        try office.change(unit, to: names)
        let changed = Set(before.labelled.filter { names.labelled[$0.key] != $0.value }.keys)
        let sentence =
            names.name == unit.name
            ? "改动\(unit.name)的\(["简称", "拼音"].filter(changed.contains).joined(separator: "和"))"
            : "\(unit.name)改名为\(names.name)"
        return Performed(
            (),
            Journal.Entry(
                subject: "unit:\(unit.id.rawValue)", sentence: sentence,
                before: before.labelled.filter { changed.contains($0.key) },
                after: names.labelled.filter { changed.contains($0.key) }))
    }
}
