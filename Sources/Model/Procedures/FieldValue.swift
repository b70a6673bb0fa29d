// A field's value after it was read and found right.

/// The checked value of a field.
public enum FieldValue: Hashable, Sendable {
    case text(String)
    case day(Day)
    case time(TimeOfDay)
    case count(Int)
    /// The code of the choice.
    case choice(String)
    case ticked

    /// What a clerk would type for the value.
    public var typed: String {
        switch self {
        case .text(let text), .choice(let text): text
        case .day(let day): day.description
        case .time(let time): time.text
        case .count(let count): String(count)
        case .ticked: "1"
        }
    }
}

/// The checked values of a form by field name; a field left empty or that does not apply is absent.
public struct FormValues: Hashable, Sendable {
    public private(set) var values: [String: FieldValue]

    public init(_ values: [String: FieldValue] = [:]) { self.values = values }

    public subscript(field: String) -> FieldValue? {
        get { values[field] }
        set { values[field] = newValue }
    }

    public func text(_ field: String) -> String? {
        switch values[field] {
        case .text(let text), .choice(let text): text
        default: nil
        }
    }
    public func day(_ field: String) -> Day? {
        if case .day(let day) = values[field] { day } else { nil }
    }
    public func time(_ field: String) -> TimeOfDay? {
        if case .time(let time) = values[field] { time } else { nil }
    }
    public func count(_ field: String) -> Int? {
        if case .count(let count) = values[field] { count } else { nil }
    }
}
