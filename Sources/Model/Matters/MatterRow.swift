// One row of the management list.

/// A matter as the management list shows it.
public struct MatterRow: PagedRow, Hashable {
    public let id: Identifier<Matter>
    public let number: DocumentNumber
    public let title: String
    public let unit: String
    /// The unit that acts on it.
    public let owner: Identifier<Unit>
    public let event: MatterEvent
    public let published: Set<DocumentKind>
    public let deadlines: [Deadline]
    /// When it was ended without a report (终止).
    public let endedAt: Moment?
    /// Whether it was running before it was entered here (补录).
    public let isBackfilled: Bool
    /// The documents of which 上网登记 is asked for and not done.
    public var unposted: Set<DocumentKind> = []
    /// What sorts it, where its system sorts matters.
    public var category: Field.Choice? = nil

    public var isEnded: Bool { endedAt != nil }

    /// The open deadline that comes first.
    public var nearest: Deadline? { deadlines.nearest }

    public var light: Light { nearest?.light ?? (isEnded ? .ended : .met) }
}

extension [Deadline] {
    /// The deadline that is neither met nor ended and comes first.
    public var nearest: Deadline? {
        filter { [.open, .soon, .overdue].contains($0.light) }.min { $0.due < $1.due }
    }
}
