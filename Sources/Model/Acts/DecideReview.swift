// 审核: another person agrees to a text, or returns it with reasons.

/// A reviewer's decision on a text that waits for it, before it goes out or, in an emergency, afterwards (R1).
public struct DecideReview: Act {
    public static let name = "decideReview"
    public static let title = "审核"
    public static let roles: Set<Role> = [.reviewer]

    public enum Decision: Hashable, Sendable {
        /// 同意; 追认 of what is out already.
        case agree
        /// 退回, or 提出异议 to what is out already.
        case refuse(reason: String)
    }

    let review: Identifier<Review>
    let version: Int
    let decision: Decision
    public let subjectMatter: Identifier<Matter>?

    /// - Parameter review: as the reviewer read it; one that was withdrawn, changed or decided meanwhile is not decided on.
    public init(_ review: Review, _ decision: Decision) {
        self.review = review.id
        version = review.version
        self.decision = decision
        subjectMatter = review.matter
    }

    /// The outcome: the review as it stands now.
    public func perform(in office: Transaction) throws -> Performed<Review> {
        let review = try office.reviewToDecide(review, version: version)
        if let refusal = review.refusal(toDecide: office.clerk) { throw Refusal(refusal) }
        let word = Self.word(of: decision, on: review)
        let state: Review.State
        var opinion: String?
        switch decision {
        case .agree: state = .agreed
        case .refuse(let reason):
            state = review.isEmergency ? .objected : .returned
            opinion = try WrittenReason.required(reason, "\(word)的原因")
        }
        try office.decide(review, state, opinion: opinion)
        return Performed(
            try office.visibleReview(review.id),
            Journal.Entry(
                matter: review.matter, subject: "review:\(review.id.rawValue)",
                sentence: "\(word): \(review.author.name)起草的\(review.documentName)《\(review.title)》",
                before: ["状态": review.word], after: ["状态": word], reason: opinion))
    }

    /// What the decision is called.
    public static func word(of decision: Decision, on review: Review) -> String {
        switch (decision, review.isEmergency) {
        case (.agree, false): "审核同意"
        case (.agree, true): "追认"
        case (.refuse, false): "退回"
        case (.refuse, true): "提出异议"
        }
    }
}
