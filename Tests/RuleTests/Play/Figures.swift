// What the screens show, held against the rule book: matter page, list rows, and what is waiting.
import ActOrders
import Model

struct Figures {
    let office: Office
    private let sessions: [String: Session]
    let today: Day
    /// 群众建议管理 and all comments, as the supervisor sees them.
    let commented: [Int64: CommentedMatter]
    let comments: [Int64: [Comment]]

    init(_ office: Office, _ sessions: [String: Session], at now: Moment) throws {
        self.office = office
        self.sessions = sessions
        today = now.day
        guard let session = sessions["jianguan"] else { throw Trouble("the supervisor is not signed in") }
        let matters = try Course.played.flatMap {
            try office.commentedMatters($0.procedure(), .first, limit: 1000, in: session).rows
        }
        commented = Dictionary(uniqueKeysWithValues: matters.map { ($0.id.rawValue, $0) })
        let all = try office.comments(CommentFilter(isSiteWide: true), .first, limit: 1000, in: session).rows
        comments = Dictionary(grouping: all) { $0.matter.rawValue }
    }

    func session(_ name: String) throws -> Session {
        guard let session = sessions[name] else { throw Trouble("\(name) is not signed in") }
        return session
    }

    /// The matter's page.
    /// - Returns: what it shows; nil where it is deleted.
    func compare(_ affair: Affair, key: Int64, _ reviews: [Int: Vetting]) throws -> Matter? {
        let matter: Matter
        do {
            matter = try office.matter(Identifier(key), in: session("fabu"))
        } catch let refusal as Refusal {
            guard affair.isDeleted, refusal.reason == .rule || refusal.reason == .stale else { throw refusal }
            return nil
        }
        try same("deleted", false, affair.isDeleted)
        for paper in affair.course.papers {
            let document = matter.document(DocumentKind(rawValue: paper.rawValue))
            let sheet = affair.papers[paper]
            try same("\(paper) out", document?.publishedAt, sheet?.at)
            try same("versions of \(paper)", document?.versions, sheet?.versions)
            try same("\(paper) backfilled", document?.isBackfilled, sheet?.isBackfilled)
            try same("\(paper) on the web", document?.posting?.postedAt, sheet?.posted)
            try same("\(paper) awaits posting", document?.awaitsPosting, sheet?.awaitsPosting)
            let vetting = sheet?.review.flatMap { reviews[$0] }
            try same("review of \(paper)", document?.latest.review?.mark, vetting?.mark)
        }
        try same("documents", matter.documents.count, affair.papers.count)
        try same("entered", matter.backfilledDay, affair.entered)
        try same("event", matter.event.day, affair.event?.day)
        try same("end of the event", matter.event.ends, affair.event?.ends)
        try same("last day for comments", matter.lastCommentDay, affair.commentsUntil)
        try same("ended", matter.ending?.at, affair.ended)
        let notices = affair.notices.values.compactMap(\.review).compactMap { reviews[$0]?.mark }
        let told = matter.postponements.map(\.review) + [matter.ending?.review]
        try same("reviews of 改期 and 终止", told.compactMap { $0?.mark }.sorted(), notices.sorted())
        try same("comments", matter.comments.all, affair.letters.count)
        try same("unhandled", matter.comments.unhandled, affair.timely.count { $0.isUnhandled })
        try same("unanswered", matter.comments.unanswered, affair.timely.count { $0.isUnanswered })
        try compare(matter.deadlines, affair)
        return matter
    }

    private func compare(_ deadlines: [Deadline], _ affair: Affair) throws {
        let steps = affair.course.steps
        try same("deadlines", deadlines.count, steps.count { affair.due($0) != nil })
        for step in steps {
            let deadline = deadlines.first { $0.rule == step.name }
            try same("\(step.name) due", deadline?.due, affair.due(step))
            try same("\(step.name) light", deadline?.light, affair.light(step, on: today))
            try same("\(step.name) late", deadline?.lateDays, affair.lateDays(step))
            try same("\(step.name) met", deadline?.metAt, affair.due(step) == nil ? nil : affair.metAt(step))
            try same("\(step.name) reason", deadline?.lateReason != nil, affair.lateDays(step) != nil)
        }
    }
}

extension Course {
    /// The systems that the program has and the clerks here know how to type.
    static let played = all

    func procedure() throws -> Procedure {
        guard let procedure = Procedure.of(system) else { throw Trouble("\(system.rawValue) is not in use") }
        return procedure
    }
}

/// - Throws: `Trouble` where what is shown is not what the rules say.
func same<Value: Equatable>(_ what: String, _ shown: Value, _ right: Value) throws {
    guard shown != right else { return }
    throw Trouble("\(what): shown \(shown), by the rules \(right)")
}
