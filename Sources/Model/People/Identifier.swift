// The key of a record, which cannot be mistaken for the key of another kind of record.

/// The primary key of a `Record` row.
public struct Identifier<Record>: Hashable, Sendable {
    public let rawValue: Int64
    public init(_ rawValue: Int64) { self.rawValue = rawValue }
}
