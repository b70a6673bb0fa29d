// A unit as administrators see it.

/// One line of the page of units.
public struct UnitEntry: Hashable, Sendable {
    public let unit: Unit
    /// The day on which it was closed.
    public let closedDay: Day?
    /// Clerks who have not left.
    public let clerks: Int
    /// What it was called before, the latest first.
    public let formerNames: [String]
    let version: Int
}

/// A site with its units, as it stands in the tree of sites.
public struct SiteUnits: Sendable {
    public let site: Site
    /// How far it stands below the administrator's own site.
    public let depth: Int
    /// Sorted by pinyin, those that are closed last.
    public let units: [UnitEntry]
}

extension Unit {
    /// What is typed of a unit.
    public static let fields = [
        Field("name", "单位名称", .line, limit: longestName, help: "单位的全称, 2 到 40 个字。改名以后, 已经发布的仍是原来的名称。"),
        Field(
            "short_name", "简称", .line, limit: longestShortName, required: false,
            help: "列表中用的简称, 最多 12 个字; 不填时取全称的前 12 个字。"),
        Field(
            "pinyin", "拼音", .line, limit: longestName, required: false,
            help: "单位按它排序, 例如 fazhan he gaige ju; 不填时按名称排序。"),
    ]

    /// What was typed of a unit as the store keeps it.
    /// - Throws: `Refusal` with every field at fault.
    static func names(_ entries: Entries) throws(Refusal) -> UnitNames {
        let (values, found) = FieldReader.read(fields, entries, today: .first)
        var errors = found
        let name = values.text("name") ?? ""
        if !name.isEmpty, name.unicodeScalars.count < 2 {
            errors.append(FieldError("name", "单位名称至少 2 个字, 填的是 \(name)"))
        }
        if let first = errors.first { throw Refusal(first.sentence, fields: errors) }
        return UnitNames(
            name: name, shortName: values.text("short_name") ?? String(name.prefix(longestShortName)),
            pinyin: values.text("pinyin")?.lowercased() ?? name)
    }
}

/// What a unit is called.
struct UnitNames: Equatable {
    let name: String
    let shortName: String
    let pinyin: String

    /// By their labels, as the journal keeps them.
    var labelled: [String: String] { ["名称": name, "简称": shortName, "拼音": pinyin] }
}
