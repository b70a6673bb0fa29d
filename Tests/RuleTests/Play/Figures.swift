// What the screens show, held against the rule book: matter page, list rows, and what is waiting.
import ActOrders
import Model

struct Figures {
    let office: Office
    private let sessions: [String: Session]
    private let today: Day
    /// 群众建议管理 and all comments, as the supervisor sees them.
    let commented: [Int64: CommentedMatter]
    let comments: [Int64: [Comment]]

    init(_ office: Office, _ sessions: [String: Session], at now: Moment) throws {
        self.office = office
        self.sessions = sessions
        today = now.day
        guard let session = sessions["jianguan"] else { throw Trouble("the supervisor is not signed in") }
        let matters = try office.commentedMatters(.hearing, .first, limit: 1000, in: session).rows
        commented = Dictionary(uniqueKeysWithValues: matters.map { ($0.id.rawValue, $0) })
        let all = try office.comments(CommentFilter(isSiteWide: true), .first, limit: 1000, in: session).rows
        comments = Dictionary(grouping: all) { $0.matter.rawValue }
    }

    func session(_ name: String) throws -> Session {
        guard let session = sessions[name] else { throw Trouble("\(name) is not signed in") }
        return session
    }

    /// The matter's page.
    /// - Returns: its version; nil where it is deleted.
    func compare(_ hearing: Hearing, key: Int64) throws -> Int? {
        let matter: Matter
        do {
            matter = try office.matter(Identifier(key), in: session("fabu"))
        } catch let refusal as Refusal {
            guard hearing.isDeleted, refusal.reason == .rule || refusal.reason == .stale else { throw refusal }
            return nil
        }
        try same("deleted", false, hearing.isDeleted)
        for paper in Paper.allCases {
            let document = matter.document(DocumentKind(rawValue: paper.rawValue))
            try same("\(paper) out", document?.publishedAt, hearing.papers[paper]?.at)
            try same("versions of \(paper)", document?.versions, hearing.papers[paper]?.versions)
        }
        try same("documents", matter.documents.count, hearing.papers.count)
        try same("hearing", matter.event.day, hearing.event?.day)
        try same("end of the hearing", matter.event.ends, hearing.event?.ends)
        try same("ended", matter.ending?.at, hearing.ended)
        try same("comments", matter.comments.all, hearing.letters.count)
        try same("unhandled", matter.comments.unhandled, hearing.timely.count { $0.isUnhandled })
        try same("unanswered", matter.comments.unanswered, hearing.timely.count { $0.isUnanswered })
        try compare(matter.deadlines, hearing)
        return matter.version
    }

    private func compare(_ deadlines: [Deadline], _ hearing: Hearing) throws {
        try same("deadlines", deadlines.count, hearing.event == nil ? 0 : Step.allCases.count)
        for step in Step.allCases {
            let deadline = deadlines.first { $0.rule == step.rawValue }
            try same("\(step) due", deadline?.due, hearing.due(step))
            try same("\(step) light", deadline?.light, hearing.light(step, on: today))
            try same("\(step) late", deadline?.lateDays, hearing.lateDays(step))
            try same("\(step) met", deadline?.metAt, hearing.event == nil ? nil : hearing.metAt(step))
            try same("\(step) reason", deadline?.lateReason != nil, hearing.lateDays(step) != nil)
        }
    }

    /// The lists and the counts of what is waiting, for a clerk of each unit and for the supervisor.
    func compareLists(_ hearings: [(key: Int64, hearing: Hearing)]) throws {
        let living = hearings.filter { !$0.hearing.isDeleted }
        for (clerk, unit) in [("fabu", 0), ("jiaoyu", 1), ("jianguan", nil)] as [(String, Int?)] {
            let own = living.filter { unit == nil || $0.hearing.unit == unit }
            let session = try session(clerk)
            let page = try office.matters(.hearing, .first, limit: 1000, in: session)
            try same("rows of \(clerk)", page.rows.map(\.id.rawValue).sorted(), own.map(\.key).sorted())
            try same("total of \(clerk)", page.total, own.count)
            for row in page.rows {
                guard let hearing = own.first(where: { $0.key == row.id.rawValue })?.hearing else { continue }
                let cells = Procedure.hearing.stateDocuments.map {
                    Procedure.hearing.cell($0.kind, published: row.published, isEnded: row.isEnded).text
                }
                try same("state of row \(row.id.rawValue)", cells, hearing.cells)
                let open = Step.allCases.filter { [.open, .soon, .overdue].contains(hearing.light($0, on: today)) }
                try same("light of row \(row.id.rawValue)", row.light, hearing.light(on: today))
                try same("nearest of row \(row.id.rawValue)", row.nearest?.due, open.compactMap(hearing.due).min())
            }
            let waiting = try office.waiting(in: session)
            let lights = own.flatMap { pair in Step.allCases.map { pair.hearing.light($0, on: today) } }
            try same("overdue for \(clerk)", waiting.overdue, lights.count { $0 == .overdue })
            try same("soon for \(clerk)", waiting.soon, lights.count { $0 == .soon })
            let letters = own.flatMap(\.hearing.letters.values).filter(\.isUnanswered)
            try same("comments for \(clerk)", waiting.comments[.hearing] ?? 0, letters.count)
            try same("overdue replies for \(clerk)", waiting.overdueReplies, letters.count { $0.due < today })
        }
    }
}

/// - Throws: `Trouble` where what is shown is not what the rules say.
func same<Value: Equatable>(_ what: String, _ shown: Value, _ right: Value) throws {
    guard shown != right else { return }
    throw Trouble("\(what): shown \(shown), by the rules \(right)")
}
