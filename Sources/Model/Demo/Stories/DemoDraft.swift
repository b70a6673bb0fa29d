// What the demo's clerks have begun to write and not published.

/// The second publisher writes the next document, which the first may have begun. The first has no drafts, so that the demo does
/// not begin with them.
struct DemoDraft: DemoStory {
    static let parts = [
        DemoPart(DemoDraft(.report, fields: 5), of: .directed(15)),
        DemoPart(DemoDraft(.notice, fields: 6), of: .directed(8)),
        DemoPart(DemoDraft(.report, fields: 6, isTakenOver: true), of: .directed(1)),
    ]

    let kind: DocumentKind
    /// So many of the form's fields are filled in.
    let fields: Int
    /// The first publisher began it.
    let isTakenOver: Bool

    init(_ kind: DocumentKind, fields: Int, isTakenOver: Bool = false) {
        self.kind = kind
        self.fields = fields
        self.isTakenOver = isTakenOver
    }

    func telling(of matter: DemoMatter, in agenda: DemoAgenda, _ random: inout SeededRandom) -> DemoTelling? {
        let at = agenda.office(-2, from: agenda.now.day, &random)
        var telling = DemoTelling(matter)
        guard let last = telling.steps.last?.at, last < at else { return nil }
        telling.add(.draft(kind, fields: fields), at: at, by: isTakenOver ? .publisher : .colleague)
        if isTakenOver {
            telling.add(.takeOver(kind), at: agenda.office(-1, from: agenda.now.day, &random), by: .colleague)
        }
        return telling
    }
}
