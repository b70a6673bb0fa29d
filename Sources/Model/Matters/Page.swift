// Pages of a list by key, so that a list of a million rows turns as fast as one of ten.

/// A row of a list, known by the key of its record.
public protocol PagedRow: Sendable {
    associatedtype Record
    var id: Identifier<Record> { get }
}

/// A page of a list, newest first.
public struct Page<Row: PagedRow>: Sendable {
    public let rows: [Row]
    /// The first row's place among all, from 1; 0 on an empty page.
    public let position: Int
    public let total: Int

    public init(rows: [Row] = [], position: Int = 0, total: Int = 0) {
        self.rows = rows
        self.position = position
        self.total = total
    }
}

/// Which page of a list is wanted.
public enum PagePlace<Record>: Hashable, Sendable {
    case first, last
    /// The rows after this one.
    case after(Identifier<Record>)
    /// The rows before this one.
    case before(Identifier<Record>)
    /// This row and those after it.
    case from(Identifier<Record>)
}
