// What the demo's clerks have begun to write and not published.

/// Somebody began to write the next document yesterday; a colleague may have gone on with it.
struct DemoDraft: DemoStory {
    static let parts = [
        DemoPart(DemoDraft(.report, fields: 5, by: .publisher), of: .directed(15)),
        DemoPart(DemoDraft(.notice, fields: 6, by: .publisher), of: .directed(9)),
        DemoPart(DemoDraft(.report, fields: 6, by: .colleague, isTakenOver: true), of: .directed(1)),
        DemoPart(DemoDraft(.notice, fields: 7, by: .colleague), of: .directed(7)),
    ]

    let kind: DocumentKind
    /// So many of the form's fields are filled in.
    let fields: Int
    let hand: DemoStep.Hand
    let isTakenOver: Bool

    init(_ kind: DocumentKind, fields: Int, by hand: DemoStep.Hand, isTakenOver: Bool = false) {
        self.kind = kind
        self.fields = fields
        self.hand = hand
        self.isTakenOver = isTakenOver
    }

    func telling(of matter: DemoMatter, in agenda: DemoAgenda, _ random: inout SeededRandom) -> DemoTelling? {
        let at = agenda.office(-2, from: agenda.now.day, &random)
        var telling = DemoTelling(matter)
        guard let last = telling.steps.last?.at, last < at else { return nil }
        telling.add(.draft(kind, fields: fields), at: at, by: hand)
        if isTakenOver { telling.add(.takeOver(kind), at: agenda.office(-1, from: agenda.now.day, &random)) }
        return telling
    }
}
