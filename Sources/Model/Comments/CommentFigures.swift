// The comments of one matter in figures.

/// How many comments a matter had and what became of them; `late` came after the last day, all other figures count what came in time.
struct CommentFigures: Sendable {
    /// By channel, in the order of the channels' codes.
    let byChannel: [(channel: String, count: Int)]
    /// Of these: what needs no answer of its own.
    let hidden: Int
    let duplicate: Int
    /// Of the others: how far the office is.
    let handled: Int
    let answered: Int
    let adoptions: [Adoption: Int]
    let satisfactions: [Satisfaction.Degree: Int]
    /// 逾期意见.
    let late: Int

    var received: Int { byChannel.reduce(0) { $0 + $1.count } }
    /// What wants an answer of its own.
    var standing: Int { received - hidden - duplicate }
}
