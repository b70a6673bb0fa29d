// One row of the management list, and a page of them.

/// A matter as the management list shows it.
public struct MatterRow: Hashable, Sendable {
    public let id: Identifier<Matter>
    public let number: DocumentNumber
    public let title: String
    public let unit: String
    public let event: MatterEvent
    public let published: Set<DocumentKind>
    public let deadlines: [Deadline]

    /// The open deadline that comes first.
    public var nearest: Deadline? { deadlines.nearest }

    public var light: Light { nearest?.light ?? .met }
}

extension [Deadline] {
    /// The deadline that is neither met nor ended and comes first.
    public var nearest: Deadline? {
        filter { [.open, .soon, .overdue].contains($0.light) }.min { $0.due < $1.due }
    }
}

/// A page of the list, newest first.
public struct MatterPage: Hashable, Sendable {
    public let rows: [MatterRow]
    /// The first row's place among all, from 1; 0 on an empty page.
    public let position: Int
    public let total: Int

    public init(rows: [MatterRow] = [], position: Int = 0, total: Int = 0) {
        self.rows = rows
        self.position = position
        self.total = total
    }
}

/// Which page of a list is wanted. Pages go by key, so that a list of a million rows turns as fast as one of ten.
public enum PagePlace<Record>: Hashable, Sendable {
    case first, last
    /// The rows after this one.
    case after(Identifier<Record>)
    /// The rows before this one.
    case before(Identifier<Record>)
    /// This row and those after it.
    case from(Identifier<Record>)
}
