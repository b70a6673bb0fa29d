// What may be done about a matter and what citizens wrote about it.

/// What is done. Empty reasons are reasons not given.
public enum Deed: Codable, Hashable, Sendable {
    /// Reads the matter, as opening its page does; later acts at this desk rest on what was read.
    case look
    case announce(dates: Dates, lateReason: String)
    case notify(hearing: String, lateReason: String)
    case report(present: Int, lateReason: String)
    /// 补录 of a matter that was running before, with its true day.
    case backfillAnnouncement(dates: Dates, day: String, reason: String)
    /// `hearing` is what a notice names.
    case backfill(paper: Paper, hearing: String?, day: String, reason: String)
    case sendMaterials(lateReason: String)
    /// `hearing` is a day that the paper did not name before; nil where it keeps its day.
    case modify(paper: Paper, hearing: String?, reason: String, lateReason: String)
    case correct(paper: Paper, hearing: String?, reason: String, lateReason: String)
    case delete(paper: Paper, reason: String)
    /// `notice` names, in the case, the temporary notice that tells the public.
    case postpone(to: String, reason: String, lateReason: String, notice: Int)
    case terminate(reason: String, notice: Int)
    /// 上网登记 of a document, or of the temporary notice that told of 改期 or 终止.
    case post(paper: Paper, at: String, address: String)
    case postNotice(notice: Int, at: String)
    /// A letter; comments have names in the case like matters.
    case register(comment: Int, received: String)
    case handle(comments: [Int])
    case reply(comments: [Int], adoption: String, reason: String)
    /// `because` is the reason of the change.
    case changeReply(comment: Int, adoption: String, reason: String, because: String)
    case extendReply(comment: Int, reason: String)
    case recordSatisfaction(comment: Int, degree: String, day: String)
    case hide(comment: Int, reason: String)
    case show(comment: Int, reason: String)
    case markDuplicate(comment: Int, of: Int)
    case unmarkDuplicate(comment: Int)
    /// Reads a review; decisions on it at this desk rest on what was read.
    case readReview(review: Int)
    /// Hands in, in the console, the text that a deed would publish.
    indirect case submit(deed: Deed, review: Int)
    case withdraw(review: Int)
    /// A reason is wanted where it is not agreed to.
    case decide(review: Int, agrees: Bool, reason: String)
    /// Registers the signature, of somebody of this full name, for what went out in an emergency.
    case sign(review: Int, by: String)

    /// The comments it changes.
    public var changed: [Int] {
        if case .markDuplicate(let comment, _) = self { return [comment] }
        return comments
    }

    /// The comments it names.
    public var comments: [Int] {
        switch self {
        case .handle(let comments), .reply(let comments, _, _): comments
        case .hide(let comment, _), .show(let comment, _), .unmarkDuplicate(let comment),
            .changeReply(let comment, _, _, _), .extendReply(let comment, _), .recordSatisfaction(let comment, _, _):
            [comment]
        case .markDuplicate(let comment, let original): [comment, original]
        default: []
        }
    }

    /// What the store is to give a key to: its name in the case.
    public var made: Int? {
        switch self {
        case .register(let name, _), .submit(_, let name), .postpone(_, _, _, let name), .terminate(_, let name): name
        default: nil
        }
    }

    /// The review that it reads or decides on.
    public var review: Int? {
        switch self {
        case .readReview(let review), .withdraw(let review), .decide(let review, _, _), .sign(let review, _): review
        default: nil
        }
    }
}
