// What an invented hearing is about: the phrases from which its documents and comments are made.

/// One kind of matter a county hears. `{地}` stands for a place.
struct DemoSubject: Sendable {
    /// What is decided, as the title says it after 关于.
    let title: String
    /// Why it is decided.
    let purpose: String
    /// What is proposed, a sentence each.
    let points: [String]
    /// The law or rule it rests on.
    let basis: String
    /// Whom it touches: the first group of representatives.
    let affected: String
    /// What people worry about, as noun phrases.
    let concerns: [String]

    init(
        _ title: String, for purpose: String, on basis: String, affecting affected: String, points: [String],
        concerns: [String]
    ) {
        self.title = title
        self.purpose = purpose
        self.basis = basis
        self.affected = affected
        self.points = points
        self.concerns = concerns
    }
}
