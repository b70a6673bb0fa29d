// The demo's public notices and bulletins: what their documents say, and what happens to them act by act.

/// A matter that is no hearing. How many there are depends on the units alone, not on the size of the store.
struct DemoAffair: DemoScript, Sendable {
    let procedure: Procedure
    let unitIndex: Int
    private let documents: [DocumentKind: Entries]
    private let file: String?
    private let late: String
    /// In the order of time; what lies after the demo's present has not happened.
    let steps: [DemoStep]

    var name: String { "演示的\(procedure.name)《\(documents[.announcement]?["title"] ?? "")》" }

    init(
        _ procedure: Procedure, unitIndex: Int, _ documents: [DocumentKind: Entries], file: String? = nil,
        late: String, _ steps: [DemoStep], now: Moment
    ) {
        self.procedure = procedure
        self.unitIndex = unitIndex
        self.documents = documents
        self.file = file
        self.late = late
        self.steps = steps.enumerated().filter { $0.element.at <= now }
            .sorted { ($0.element.at.milliseconds, $0.offset) < ($1.element.at.milliseconds, $1.offset) }.map(\.element)
    }

    func entries(_ kind: DocumentKind) -> Entries { documents[kind] ?? Entries() }
    func lateReason(_ kind: DocumentKind) -> String { late }
    func fileName(_ kind: DocumentKind) -> String? { kind == .announcement ? file : nil }

    /// All of them, unit by unit.
    static func all(_ agenda: DemoAgenda) -> [DemoAffair] {
        agenda.publishing.flatMap { notices(of: $0, agenda) + bulletins(of: $0, agenda) }
    }

    /// What every document ends with.
    static func closing(_ unit: DemoUnit, on day: Day, mark: String, number: Int) -> Entries {
        Entries([
            "reference_number": "漾\(unit.mark)\(mark)〔\(day.year)〕\(number)号", "signed_unit": unit.signature,
            "signed_day": day.description, "secrecy_checked": "1",
        ])
    }

    /// Where the public may say what it thinks.
    static func contact(_ unit: DemoUnit, _ random: inout SeededRandom) -> String {
        """
        受理单位：\(unit.signature)办公室
        联系电话：\(DemoPeople.officeTelephone(&random))（工作日8:30至17:30）
        通信地址：苍山西镇\(random.pick(DemoPeople.streets))\(random.within(1...90))号，邮编672500
        电子邮箱：\(unit.pinyin)@yangbi.example
        """
    }
}

extension Entries {
    /// These, and what others say besides.
    func adding(_ others: Entries) -> Entries { Entries(texts.merging(others.texts) { $1 }) }
}
