// What a clerk has typed into a form, as typed.

/// The raw text of a form's fields by name. A draft keeps it whole, right or wrong.
public struct Entries: Hashable, Sendable {
    public private(set) var texts: [String: String]

    public init(_ texts: [String: String] = [:]) { self.texts = texts }

    public subscript(field: String) -> String {
        get { texts[field] ?? "" }
        set { texts[field] = newValue.isEmpty ? nil : newValue }
    }

    public var isEmpty: Bool { texts.isEmpty }
}
