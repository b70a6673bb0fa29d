// What a clerk is told to do in a process of their own, one line of JSON each.

/// One act of one clerk at one desk. A list of such lines is a case that can be played again.
public struct Order: Codable, Hashable, Sendable {
    /// Which process does it.
    public let desk: Int
    /// The present moment there, such as `2026-03-02T09:00:00`, Beijing time.
    public let at: String
    /// The clerk's sign-in name.
    public let clerk: String
    /// Which matter it is about: its name in the case, not its key in the store.
    public let matter: Int
    public let deed: Deed

    public init(desk: Int, at: String, clerk: String, matter: Int, deed: Deed) {
        self.desk = desk
        self.at = at
        self.clerk = clerk
        self.matter = matter
        self.deed = deed
    }
}

/// What is done. Empty reasons are reasons not given.
public enum Deed: Codable, Hashable, Sendable {
    /// Reads the matter, as opening its page does; later acts at this desk rest on what was read.
    case look
    /// `hearing` is nil while the date is open.
    case announce(hearing: String?, commentsUntil: String, lateReason: String)
    case notify(hearing: String, lateReason: String)
    case report(present: Int, lateReason: String)
    case sendMaterials(lateReason: String)
    /// `hearing` is a day that the paper did not name before; nil where it keeps its day.
    case modify(paper: Paper, hearing: String?, reason: String, lateReason: String)
    case correct(paper: Paper, hearing: String?, reason: String, lateReason: String)
    case delete(paper: Paper, reason: String)
    case postpone(to: String, reason: String, lateReason: String)
    case terminate(reason: String)
    /// A letter; comments have names in the case like matters.
    case register(comment: Int, received: String)
    case handle(comments: [Int])
    case reply(comments: [Int], adoption: String, reason: String)
    case hide(comment: Int, reason: String)
    case show(comment: Int, reason: String)
    case markDuplicate(comment: Int, of: Int)
    case unmarkDuplicate(comment: Int)

    /// The comments it changes.
    public var changed: [Int] {
        if case .markDuplicate(let comment, _) = self { return [comment] }
        return comments
    }

    /// The comments it names.
    public var comments: [Int] {
        switch self {
        case .handle(let comments), .reply(let comments, _, _): comments
        case .hide(let comment, _), .show(let comment, _), .unmarkDuplicate(let comment): [comment]
        case .markDuplicate(let comment, let original): [comment, original]
        default: []
        }
    }
}

/// What is published about a hearing, in its order (H6).
public enum Paper: String, Codable, CaseIterable, Sendable {
    case announcement, notice, report
}

/// How many representatives every hearing of a case expects.
public let expectedRepresentatives = 20
