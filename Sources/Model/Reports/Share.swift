// A proportion of counted things, and their average: exact until they are written.

/// So many of so many.
public struct Share: Hashable, Sendable {
    public let part: Int
    public let whole: Int

    public init(_ part: Int, of whole: Int) {
        self.part = part
        self.whole = whole
    }

    /// Nil where there is nothing to share.
    public var ratio: Double? { whole > 0 ? Double(part) / Double(whole) : nil }

    /// `87.5%`, rounded to a tenth half up, never to 100% while one is missing nor to 0% while there is one; `-` of nothing.
    public var text: String {
        guard whole > 0 else { return "-" }
        var permille = (part * 2_000 + whole) / (whole * 2)
        if part < whole { permille = min(permille, 999) }
        if part > 0 { permille = max(permille, 1) }
        return "\(permille / 10).\(permille % 10)%"
    }
}

/// The average of so many counts.
public struct Average: Hashable, Sendable {
    public let sum: Int
    public let count: Int

    public init(_ sum: Int, over count: Int) {
        self.sum = sum
        self.count = count
    }

    /// Nil of nothing.
    public var value: Double? { count > 0 ? Double(sum) / Double(count) : nil }

    /// `4.5`, rounded to a tenth half up; `-` of nothing.
    public var text: String {
        guard count > 0 else { return "-" }
        let tenths = (sum * 20 + count) / (count * 2)
        return "\(tenths / 10).\(tenths % 10)"
    }
}
