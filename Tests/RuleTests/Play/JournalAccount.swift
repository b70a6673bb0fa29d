// What happened as the journal alone tells it: from its rows the figures on the screens must follow.
import GRDB
import Model

struct JournalAccount {
    private var matters: [Int64: ToldMatter] = [:]

    /// - Parameter path: the store; of it only the journal is read.
    init(of path: String) throws {
        let rows = try DatabaseQueue(path: path).read {
            try Row.fetchAll(
                $0, sql: "SELECT * FROM journal WHERE is_refusal = 0 AND matter_id IS NOT NULL ORDER BY id")
        }
        for row in rows {
            var told = matters[row["matter_id"]] ?? ToldMatter()
            try told.add(row)
            matters[row["matter_id"]] = told
        }
    }

    /// Holds the screens' figures against the journal's.
    func compare(with office: Office, _ sessions: [String: Session], _ keys: [Int64]) throws {
        try same("matters in the journal", keys, matters.keys.sorted())
        let numbers = matters.values.flatMap(\.numbers)
        try same("numbers given twice", numbers.count - Set(numbers).count, 0)
        guard let session = sessions["jianguan"] else { throw Trouble("the supervisor is not signed in") }
        let living = matters.filter { !$0.value.isDeleted }
        for (key, told) in living {
            let matter = try office.matter(Identifier(key), in: session)
            let out = matter.documents.map { "\($0.kind.rawValue) \($0.publishedAt.iso) \($0.versions)" }
            try same(
                "documents of \(key) by the journal", out.sorted(),
                told.documents.values.map { "\($0.kind) \($0.at) \($0.versions)" }.sorted())
            try same("hearing of \(key) by the journal", matter.event.day?.description, told.event)
            let materials = matter.deadlines.first { $0.rule == "materials" }?.metAt?.iso
            try same("materials of \(key) by the journal", materials, told.event == nil ? nil : told.materials)
            let filter = CommentFilter(matter: matter.id, isSiteWide: true)
            let comments = try office.comments(filter, .first, limit: 1000, in: session).rows
            try same(
                "comments of \(key) by the journal",
                Dictionary(uniqueKeysWithValues: comments.map { ($0.id.rawValue, $0.state.rawValue) }),
                told.comments.mapValues(\.state))
            try same("end of \(key) by the journal", matter.ending?.at.iso, told.ended)
        }
        let total = try office.matters(.hearing, .first, limit: 1, in: session).total
        try same("matters by the journal", total, living.count)
    }
}
