// What an invented bulletin reports on.

/// Key work of a unit. `{季}` stands for the quarter.
struct DemoBulletinTopic: Sendable {
    /// The category's code in the form.
    enum Category: String, CaseIterable, Sendable { case publicInterest, projects, promises, concerns }

    /// Something counted through the year.
    struct Indicator: Sendable {
        let name: String
        let target: Int
        let unit: String

        init(_ name: String, _ target: Int, _ unit: String) {
            self.name = name
            self.target = target
            self.unit = unit
        }
    }

    let category: Category
    let title: String
    /// What people write about, as a noun phrase.
    let concern: String
    let lead: String
    /// What is told in full sentences, where there is nothing to be counted.
    let facts: [String]
    let indicators: [Indicator]
    let problems: [String]
    let next: [String]

    init(
        _ category: Category, _ title: String, about concern: String, lead: String, facts: [String] = [],
        _ indicators: [Indicator] = [], problems: [String], next: [String]
    ) {
        self.category = category
        self.title = title
        self.concern = concern
        self.lead = lead
        self.facts = facts
        self.indicators = indicators
        self.problems = problems
        self.next = next
    }

    /// What a unit reports on every quarter; none for units without work of their own here.
    static func of(_ unit: DemoUnit) -> [DemoBulletinTopic] { quarterly[unit.name] ?? [] }

    /// What a unit reported at once, if anything.
    static func sudden(of unit: DemoUnit) -> DemoBulletinTopic? { sudden[unit.name] }

    private static let quarterly: [String: [DemoBulletinTopic]] = [
        "发展和改革局": [keyProjects, promisedWork], "教育体育局": [schools], "住房和城乡建设局": [housing],
        "交通运输局": [roads], "水务局": [water], "卫生健康局": [health], "自然资源局": [land],
        "生态环境局漾濞分局": [environment], "人力资源和社会保障局": [labour], "民政局": [civilAffairs],
        "农业农村局": [farming], "市场监督管理局": [markets], "文化和旅游局": [culture], "公安局": [order],
        "林业和草原局": [forests], "财政局": [finance], "应急管理局": [emergencies], "城市管理综合执法局": [streets],
        "医疗保障局": [insurance],
    ]

    private static let sudden = ["发展和改革局": gasCut, "交通运输局": landslide, "水务局": burstMain]
}
