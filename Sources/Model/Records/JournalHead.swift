// The journal's last hash as it is told outside of the store, so that a tail cut off or written anew shows.

/// The last row of the journal at one moment.
public struct JournalHead: Hashable, Sendable {
    /// When it was told.
    public let at: Moment
    /// The number of the row.
    public let number: Int64
    /// SHA-256 of the row, which holds all rows before it.
    public let hash: String

    /// As the file has it: the moment in UTC, the number and the hash, with a blank between.
    var line: String { "\(at.iso) \(number) \(hash)" }

    init(at: Moment, number: Int64, hash: String) {
        self.at = at
        self.number = number
        self.hash = hash
    }

    /// Reads what `line` writes, and nothing else.
    init?(line: some StringProtocol) {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, let at = Moment(utc: String(parts[0])), let number = Int64(parts[1]), number > 0,
            String(number) == parts[1], parts[2].utf8.count == 64,
            parts[2].utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        self.init(at: at, number: number, hash: String(parts[2]))
    }
}
