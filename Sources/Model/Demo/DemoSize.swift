// How large a demo store is.

/// The size of a demo store.
public struct DemoSize: Hashable, Sendable {
    public let matters: Int
    public let comments: Int
    public let units: Int

    public init(matters: Int, comments: Int, units: Int) {
        self.matters = matters
        self.comments = comments
        self.units = units
    }

    /// What `yangguang demo` makes without options.
    public static let standard = DemoSize(matters: 168, comments: 1200, units: 16)

    public static let mostMatters = 1_000_000
    public static let mostComments = 5_000_000
    public static let unitLimits = DemoUnit.limits

    /// From this many matters on, texts are shortened so that the store fits an ordinary disk.
    public static let shortTexts = 20_000

    var hasShortTexts: Bool { matters >= Self.shortTexts }

    /// Why a store of this size is not made, or nil.
    var refusal: String? {
        let limited = [
            ("事项", matters, 1...Self.mostMatters), ("群众建议", comments, 0...Self.mostComments),
            ("单位", units, Self.unitLimits),
        ]
        for (name, number, limits) in limited where !limits.contains(number) {
            return "\(name)数应在 \(limits.lowerBound) 到 \(limits.upperBound) 之间, 现在是 \(number)"
        }
        return nil
    }
}
