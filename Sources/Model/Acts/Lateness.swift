// What is said of the deadlines that an act misses.

extension [PublicationCheck.Late] {
    /// All of them in a row.
    var sentence: String { map(\.sentence).joined(separator: "; ") }
}

extension Journal.Entry {
    /// The entry of an act that misses deadlines: it names them, and the clerk's reason for it beside the act's own reason.
    func missing(_ late: [PublicationCheck.Late], because lateReason: String?) -> Journal.Entry {
        guard !late.isEmpty else { return self }
        var entry = self
        entry.sentence += ", \(late.sentence)"
        if let lateReason { entry.reason = reason.map { "\($0); 晚发布的原因: \(lateReason)" } ?? lateReason }
        return entry
    }
}
