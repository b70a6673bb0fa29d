// Pages of a list by key, so that a list of a million rows turns as fast as one of ten.

/// A row of a list, known by the key of its record.
public protocol PagedRow: Sendable {
    associatedtype Record
    var id: Identifier<Record> { get }
}

/// A row's place in its list: what the list is ordered by, and the record, which tells equal ones apart.
public struct PageKey<Record>: Hashable, Sendable {
    /// Empty in a list that is ordered by its records' keys alone.
    let value: String
    let id: Identifier<Record>
}

/// A page of a list.
public struct Page<Row: PagedRow>: Sendable {
    public let rows: [Row]
    /// The places of the first and the last row when they were read; a colleague may move a row meanwhile, a page turns from where it was.
    public let first: PageKey<Row.Record>?
    public let last: PageKey<Row.Record>?
    /// The first row's place among all, from 1; 0 on an empty page.
    public let position: Int
    public let total: Int

    init(rows: [Row], first: PageKey<Row.Record>?, last: PageKey<Row.Record>?, position: Int, total: Int) {
        self.rows = rows
        self.first = first
        self.last = last
        self.position = position
        self.total = total
    }

    public init(total: Int = 0) { self.init(rows: [], first: nil, last: nil, position: 0, total: total) }
}

/// Which page of a list is wanted.
public enum PagePlace<Record>: Hashable, Sendable {
    case first, last
    /// The rows after this place.
    case after(PageKey<Record>)
    /// The rows before this place.
    case before(PageKey<Record>)
    /// The row at this place and those after it.
    case from(PageKey<Record>)
    /// This record, wherever it stands now, and the rows after it.
    case at(Identifier<Record>)
}
