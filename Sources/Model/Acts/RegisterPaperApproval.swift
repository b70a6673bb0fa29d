// 补登审签: the signature for what went out in an emergency, registered by another person.

/// Registers the signature that an emergency publication is owed.
public struct RegisterPaperApproval: Act {
    public static let name = "registerPaperApproval"
    public static let title = "补登审签"
    public static let roles: Set<Role> = [.publisher, .reviewer]

    let review: Identifier<Review>
    let version: Int
    let entries: Entries
    public let subjectMatter: Identifier<Matter>?

    public init(_ review: Review, entries: Entries) {
        self.review = review.id
        version = review.version
        self.entries = entries
        subjectMatter = review.matter
    }

    public func perform(in office: Transaction) throws -> Performed<Void> {
        let review = try office.visibleReview(review)
        try office.mustBeAsRead(review, version: version)
        guard review.unitID == office.clerk.unit.id else {
            throw Refusal("这是\(review.unit)的文书, 审签由那里补登", reason: .notAllowed)
        }
        if let refusal = review.refusal(toRegisterPaper: office.clerk) { throw Refusal(refusal) }
        let (paper, errors) = PaperApproval.read(entries, today: office.today, authors: review.writers.map(\.name))
        if let first = errors.first { throw Refusal(PersonalData.text(first.sentence), fields: errors) }
        guard let paper else { throw Refusal("请填写审签人、职务、日期和审签单号") }
        try office.registerAfterwards(paper, review)
        try office.discardDraft(PaperApprovalTask.draftForm(review.id), matter: nil)
        return Performed(
            (),
            Journal.Entry(
                matter: review.matter, subject: "review:\(review.id.rawValue)",
                sentence: "补登审签: \(review.documentName)《\(review.title)》", before: ["状态": review.word],
                after: paper.labelled))
    }
}
