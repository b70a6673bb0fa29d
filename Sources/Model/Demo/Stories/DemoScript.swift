// What the clerks of the demo have before them when they publish.

/// What an invented matter's documents say.
protocol DemoScript {
    var procedure: Procedure { get }
    /// The unit's place in `DemoUnit.all`.
    var unitIndex: Int { get }
    /// What a sentence calls it that says what of the demo cannot be done.
    var name: String { get }
    func entries(_ kind: DocumentKind) -> Entries
    /// The clerk's reason for publishing a document late.
    func lateReason(_ kind: DocumentKind) -> String
    /// The name of the file attached to a document, or nil.
    func fileName(_ kind: DocumentKind) -> String?
}

/// A hearing to which more happens than the straight path.
struct DemoHearingScript: DemoScript {
    let telling: DemoTelling
    let agenda: DemoAgenda

    var procedure: Procedure { .hearing }
    var unitIndex: Int { telling.matter.unitIndex }
    var name: String { "演示事项 \(telling.matter.index) " }

    func entries(_ kind: DocumentKind) -> Entries {
        let matter = kind == .report ? telling.moved ?? telling.matter : telling.matter
        return Entries(agenda.values(kind, of: matter).values.mapValues(\.typed))
    }

    func lateReason(_ kind: DocumentKind) -> String { telling.matter.lateReason(kind) }

    func fileName(_ kind: DocumentKind) -> String? {
        guard agenda.hasFile(kind, telling.matter) else { return nil }
        return DemoDocument.allCases.first { $0.kind == kind }?.name
    }
}
