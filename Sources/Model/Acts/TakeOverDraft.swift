// 接手草稿: a colleague of the unit goes on with what somebody has begun to write.

/// Makes a colleague's draft the clerk's own, its files with it.
public struct TakeOverDraft: Act {
    public static let name = "takeOverDraft"
    public static let title = "接手草稿"
    public static let roles: Set<Role> = [.publisher]

    let draft: Identifier<Draft>
    public let subjectMatter: Identifier<Matter>?

    public init(_ draft: Draft) {
        self.draft = draft.id
        subjectMatter = draft.matter
    }

    public func perform(in office: Transaction) throws -> Performed<Draft> {
        guard let draft = try office.unitDraft(draft) else {
            throw Refusal("这份草稿已经不在, 可能已发布或丢掉; 请按 F5 重新读取", reason: .stale)
        }
        guard draft.writer != office.clerk.id else { throw Refusal("这份草稿就是您自己的, 直接打开接着写") }
        let name = FormTasks.name(of: draft)
        if let own = try office.draft(draft.form, matter: draft.matter) {
            throw Refusal(
                "您自己也有一份\(name)草稿 (\(own.savedAt.text)), 不能再接手\(draft.writerName)的; 先发布或丢掉自己的那一份")
        }
        try office.mustWriteDrafts(draft.matter, draft.form)
        if let review = draft.review, review.isOpen, review.state == .waiting {
            throw Refusal("\(draft.writerName) \(review.submittedAt.text) 已把这份草稿提交审核, 审核以后才能接手")
        }
        try office.hand(draft.id)
        guard let taken = try office.unitDraft(draft.id) else { throw Refusal("草稿没有接手成; 请按 F5 重新读取") }
        let title = draft.title.isEmpty ? "" : "《\(draft.title)》"
        return Performed(
            taken,
            Journal.Entry(
                matter: draft.matter, subject: "draft:\(draft.id.rawValue)",
                sentence: "接手\(draft.writerName)的\(name)草稿\(title)", before: ["起草人": draft.writerName],
                after: ["起草人": office.clerk.fullName]))
    }
}
