// R1: what lets a text go out to the public, asked by every act that publishes.

/// What an act is about to put out.
struct PublicationRequest {
    let system: System
    /// The draft's form, and the matter under which the draft stands.
    let form: String
    let draftMatter: Identifier<Matter>?
    /// Such as 听证公告 or 更正听证公告.
    let documentName: String
    let title: String
    /// The matter it belongs to.
    var matter: Identifier<Matter>?

    init(_ system: System, form: String, of matter: Identifier<Matter>?, _ documentName: String, title: String) {
        self.system = system
        self.form = form
        draftMatter = matter
        self.documentName = documentName
        self.title = title
        self.matter = matter
    }
}

/// Why a text may go out.
enum Clearance {
    /// Nothing is set for its system.
    case unreviewed
    /// Signed on paper.
    case signed(PaperApproval)
    /// Agreed to in the console, exactly as it is.
    case agreed(Review)
    /// Before it was reviewed, with a written reason; the approval is owed.
    case emergency(ReviewMode, reason: String)

    /// What is stored with the version or notice.
    var mode: ReviewMode {
        switch self {
        case .unreviewed: .none
        case .signed: .paper
        case .agreed: .console
        case .emergency(let mode, _): mode
        }
    }
}

extension Transaction {
    /// Whether a text may go out now.
    /// - Parameters:
    ///   - form: the form whose entries are published.
    ///   - emergency: the clerk's reason for publishing before it is reviewed; nil for doing it in order.
    /// - Throws: `Refusal` with what is missing and what to do.
    func clearance(
        _ request: PublicationRequest, _ form: Form, _ entries: Entries, emergency: String?
    ) throws -> Clearance {
        let draft = try draft(request.form, matter: request.draftMatter)
        let review = draft?.review
        // What is under review stays so whatever is set meanwhile.
        if let review, review.isOpen {
            guard review.state == .agreed else { throw Refusal("《\(review.title)》\(review.text); 要立即发布请先撤回送审") }
            guard let draft, form.fields.allSatisfy({ draft.entries[$0.name] == entries[$0.name] }) else {
                throw Refusal("要发布的内容与审核同意的不一样, 没有发布; 请按 Esc 离开, 重新打开这份草稿", reason: .stale)
            }
            return .agreed(review)
        }
        let mode = try settings.get().review(request.system)
        if mode == .none { return .unreviewed }
        if let emergency {
            return .emergency(mode, reason: try WrittenReason.required(emergency, "紧急发布的原因"))
        }
        if mode == .console {
            if let review, review.state == .returned { throw Refusal("《\(review.title)》\(review.text); 请修改后重新提交审核") }
            throw Refusal("\(request.system.title)的文书发布前要经审核; 请先预览, 提交审核")
        }
        let (paper, errors) = PaperApproval.read(entries, today: today, authors: [clerk.fullName])
        if let first = errors.first { throw Refusal(first.sentence, fields: errors) }
        guard let paper else { throw Refusal(ReviewMode.unsigned) }
        return .signed(paper)
    }
}

extension ReviewMode {
    /// What is said of a text that wants a signature and has none.
    static let unsigned = "还没有填写审签 (表单末尾的审签四栏), 没有审签不能发布; 情况紧急的可以紧急发布, 事后补签"
}

extension Journal.Entry {
    /// The entry of an act that put a text out, with what cleared it.
    func cleared(by clearance: Clearance) -> Journal.Entry {
        var entry = self
        switch clearance {
        case .unreviewed: break
        case .signed(let paper):
            entry.sentence += ", 线下审签"
            entry.after.merge(paper.labelled) { $1 }
        case .agreed(let review): entry.sentence += ", \(review.text)"
        case .emergency(_, let reason):
            entry.sentence += ", 紧急发布, 审核后补"
            entry.reason = entry.reason.map { "\($0); 紧急发布的原因: \(reason)" } ?? reason
        }
        return entry
    }
}
