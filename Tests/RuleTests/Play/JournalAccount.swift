// What happened as the journal alone tells it: from its rows the figures on the screens must follow.
import GRDB
import Model

struct JournalAccount {
    private var matters: [Int64: ToldMatter] = [:]
    /// Which matters temporary notices tell of, by the subjects of their rows.
    private var told: [String: Int64] = [:]

    /// - Parameter path: the store; of it only the journal is read.
    init(of path: String) throws {
        let rows = try DatabaseQueue(path: path).read {
            try Row.fetchAll($0, sql: "SELECT * FROM journal WHERE is_refusal = 0 ORDER BY id")
        }
        for row in rows {
            let subject: String = row["subject"]
            let isNotice = subject.hasPrefix("temporaryNotice:")
            let matter: Int64? = row["matter_id"]
            if let matter, isNotice { told[subject] = matter }
            guard let key = matter ?? told[subject] else { continue }
            try matters[key, default: ToldMatter()].add(row)
        }
    }

    /// Holds the screens' figures against the journal's.
    func compare(with office: Office, _ sessions: [String: Session], _ keys: [Int64]) throws {
        try same("matters in the journal", keys, matters.keys.sorted())
        let numbers = matters.values.flatMap(\.numbers)
        try same("numbers given twice", numbers.count - Set(numbers).count, 0)
        guard let session = sessions["jianguan"] else { throw Trouble("the supervisor is not signed in") }
        let living = matters.filter { !$0.value.isDeleted }
        for (key, told) in living { try compare(told, key, office, session) }
        let total = try Course.played.map {
            try office.matters($0.procedure(), .first, limit: 1, in: session).total
        }
        try same("matters by the journal", total.reduce(0, +), living.count)
        let unposted = living.values.map(\.unposted).reduce(0, +)
        let waiting = try office.reviews(.first, limit: 1000, in: session).rows
        let owed = matters.values.map(\.owedReviews).reduce(0, +)
        try same("owed reviews by the journal", waiting.count { $0.isOwed }, owed)
        try same("未上网登记 by the journal", try office.waiting(in: session).unposted, unposted)
        try ToldReports(living).compare(with: office, session)
    }

    private func compare(_ told: ToldMatter, _ key: Int64, _ office: Office, _ session: Session) throws {
        let matter = try office.matter(Identifier(key), in: session)
        let out = matter.documents.map {
            ToldDocument(
                kind: $0.kind.rawValue, at: $0.publishedAt, isBackfilled: $0.isBackfilled, versions: $0.versions,
                posted: $0.posting?.postedAt.text)
        }
        try same("documents of \(key) by the journal", Set(out), Set(told.documents.values))
        try same("event of \(key) by the journal", matter.event.day?.description, told.event)
        // Of what was due before it was entered here nothing is shown.
        if let materials = matter.deadlines.first(where: { $0.rule == "materials" }) {
            try same("materials of \(key) by the journal", materials.metAt?.iso, told.materials)
        }
        let filter = CommentFilter(matter: matter.id, isSiteWide: true)
        let comments = try office.comments(filter, .first, limit: 1000, in: session).rows
        let shown = comments.map { comment in
            (
                comment.id.rawValue,
                ToldComment(
                    isHandled: comment.handledAt != nil, answers: comment.reply?.version ?? 0,
                    adoption: comment.adoption?.name, extendedTo: comment.extendedReason == nil ? nil : comment.due,
                    satisfaction: comment.satisfaction?.degree.name, isHidden: comment.hiddenReason != nil,
                    isDuplicate: comment.duplicateOf != nil)
            )
        }
        try same("comments of \(key) by the journal", Dictionary(uniqueKeysWithValues: shown), told.comments)
        try same("end of \(key) by the journal", matter.ending?.at.iso, told.ended)
        try same("entered by the journal", matter.backfilledDay, told.entered)
    }
}
