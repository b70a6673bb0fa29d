// 审核: one text under review, from its submission to what came of it.

/// A text that was handed in for review, was signed on paper, or went out in an emergency and is reviewed afterwards (R1).
public struct Review: PagedRow, Hashable {
    public enum State: String, Hashable, Sendable {
        /// Nobody has decided yet.
        case waiting
        case agreed
        /// 退回, with reasons: the draft may be changed again.
        case returned
        /// 提出异议, with reasons, to what is public already.
        case objected
        /// 撤回送审, by its author.
        case withdrawn
    }

    /// Somebody by identity and full name.
    public struct Person: Hashable, Sendable {
        public let id: Identifier<Clerk>
        public let name: String
    }

    public let id: Identifier<Review>
    public let system: System
    public let mode: ReviewMode
    /// The draft's form, such as "hearing.announcement".
    public let form: String
    /// What it is, such as 听证公告 or 更正听证公告.
    public let documentName: String
    public let title: String
    public let site: Identifier<Site>
    public let unitID: Identifier<Unit>
    public let unit: String
    public let matter: Identifier<Matter>?
    public let draft: Identifier<Draft>?
    public let author: Person
    /// Everybody who had the draft, the author among them: none of them reviews it.
    public let writers: [Person]
    public let submittedAt: Moment
    /// Why it went out before it was reviewed.
    public let emergencyReason: String?
    /// Whether it has gone out.
    public let isPublished: Bool
    public let state: State
    public let decidedAt: Moment?
    /// Who agreed, returned or objected in the console; who registered the signature of what is signed on paper.
    public let decider: Person?
    /// Why it was returned or objected to.
    public let opinion: String?
    public let paper: PaperApproval?
    public let version: Int

    public var isEmergency: Bool { emergencyReason != nil }
    /// Whether it went out in an emergency and nobody has reviewed it yet.
    public var isOwed: Bool { isEmergency && state == .waiting }
    /// Whether its draft is locked.
    var isOpen: Bool { !isPublished && (state == .waiting || state == .agreed) }

    /// What it means for whoever wants to change the text; nil while that is free.
    public var lock: String? {
        guard isOpen else { return nil }
        return state == .waiting ? "已提交审核, 文字已锁定; 要修改请先撤回" : "审核已同意, 文字已锁定; 要修改请先撤回"
    }

    /// The state in a word of lists.
    public var word: String {
        switch state {
        case .waiting: isEmergency ? "待补审" : "待审核"
        case .agreed: "已同意"
        case .returned: "已退回"
        case .objected: "有异议"
        case .withdrawn: "已撤回"
        }
    }

    /// Who did what and when, as matter page, register and the author's form say it.
    public var text: String {
        var parts: [String] = []
        if let emergencyReason { parts.append("紧急发布 (\(emergencyReason))") }
        let decided = "\(decider?.name ?? "") \(decidedAt?.text ?? "")"
        switch state {
        case .waiting: parts.append(isEmergency ? owed : "\(author.name) \(submittedAt.text) 提交审核, 还没有审核")
        case .agreed:
            if let paper {
                parts.append("\(paper.text) (\(decider?.name ?? "") 登记)")
            } else {
                parts.append("\(decided) \(isEmergency ? "追认" : "审核同意")")
            }
        case .returned: parts.append("\(decided) 退回: \(opinion ?? "")")
        case .objected: parts.append("\(decided) 提出异议: \(opinion ?? "")")
        case .withdrawn: parts.append("\(author.name) \(decidedAt?.text ?? "") 撤回送审")
        }
        return parts.joined(separator: ", ")
    }

    private var owed: String { mode == .paper ? "待补登审签" : "待补审核" }

    /// What happened to it meanwhile, for whoever decides on what they saw before.
    public func changed(on today: Day) -> String {
        let who = decider?.name ?? author.name
        let when = (decidedAt ?? submittedAt).told(on: today)
        return switch state {
        case .waiting: "\(author.name) \(when) 重新提交"
        case .agreed: "\(who) \(when) \(paper == nil ? "已同意" : "已登记审签")"
        case .returned: "\(who) \(when) 已退回"
        case .objected: "\(who) \(when) 已提出异议"
        case .withdrawn: "\(author.name) \(when) 已撤回"
        }
    }
}

extension Review {
    /// Why a clerk cannot decide on it in the console, or nil. Whether it is theirs to see is the store's affair.
    public func refusal(toDecide clerk: Clerk) -> String? {
        if state != .waiting { return "《\(title)》\(text)" }
        if mode == .paper { return "这是线下审签的, 请办理\(RegisterPaperApproval.title)" }
        if let refusal = DecideReview.refusal(for: clerk) { return refusal }
        return refusalOfWriter(clerk, to: "审核")
    }

    /// Why a clerk cannot register the signature that it is owed, or nil.
    public func refusal(toRegisterPaper clerk: Clerk) -> String? {
        if mode == .console { return "这是在线审核的, 不用登记纸质审签" }
        if state != .waiting { return "《\(title)》\(text)" }
        if let refusal = RegisterPaperApproval.refusal(for: clerk) { return refusal }
        return refusalOfWriter(clerk, to: "补登审签")
    }

    private func refusalOfWriter(_ clerk: Clerk, to act: String) -> String? {
        guard writers.contains(where: { $0.id == clerk.id }) else { return nil }
        return "《\(title)》是您\(author.id == clerk.id ? "起草" : "参与起草")的, 要由另一人\(act)"
    }
}
