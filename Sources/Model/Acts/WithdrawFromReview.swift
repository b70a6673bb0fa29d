// 撤回送审: the author takes a text back before it goes out, and may change it again.

/// Withdraws a text from review, agreed to or not.
public struct WithdrawFromReview: Act {
    public static let name = "withdrawFromReview"
    public static let title = "撤回送审"
    public static let roles: Set<Role> = [.publisher]

    let review: Identifier<Review>
    let version: Int
    public let subjectMatter: Identifier<Matter>?

    public init(_ review: Review) {
        self.review = review.id
        version = review.version
        subjectMatter = review.matter
    }

    public func perform(in office: Transaction) throws -> Performed<Void> {
        let review = try office.visibleReview(review)
        try office.mustBeAsRead(review, version: version)
        guard review.isOpen, let draft = review.draft else { throw Refusal("《\(review.title)》\(review.text), 没有可以撤回的") }
        guard let holder = try office.unitDraft(draft), holder.writer == office.clerk.id else {
            throw Refusal("只有起草人本人可以撤回; 这份草稿在\(review.author.name)手里", reason: .notAllowed)
        }
        try office.withdraw(review)
        return Performed(
            (),
            Journal.Entry(
                matter: review.matter, subject: "review:\(review.id.rawValue)",
                sentence: "撤回送审: \(review.documentName)《\(review.title)》", before: ["状态": review.word],
                after: ["状态": "已撤回"]))
    }
}
