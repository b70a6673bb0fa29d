// Work that a clerk does without being told each act, as fast as the store lets them.

/// Act after act, chosen by a seed.
public struct Labour: Codable, Hashable, Sendable {
    public let clerk: String
    /// Stands in every text that is written, so that it is found again.
    public let name: String
    public let seed: UInt64
    public let acts: Int
    /// Announced hearings on which others work, too.
    public let matters: [Int64]

    public init(clerk: String, name: String, seed: UInt64, acts: Int, matters: [Int64]) {
        self.clerk = clerk
        self.name = name
        self.seed = seed
        self.acts = acts
        self.matters = matters
    }
}

/// One act of it that is done; said only then.
public struct Stroke: Codable, Hashable, Sendable {
    public enum Kind: String, Codable, CaseIterable, Sendable {
        case announce, notify, correct, register
    }

    public let kind: Kind
    public let matter: Int64
    /// The journal's row.
    public let journal: Int64
    /// The text that must be in the store now.
    public let mark: String

    public init(_ kind: Kind, matter: Int64, journal: Int64, mark: String) {
        self.kind = kind
        self.matter = matter
        self.journal = journal
        self.mark = mark
    }
}
