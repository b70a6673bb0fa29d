// What clerks were told is done, held against what the store has.
import ActOrders
import GRDB

struct Ledger {
    private(set) var strokes: [Stroke] = []
    private(set) var refusals: [(reason: String, sentence: String)] = []

    mutating func enter(_ answers: [Answer]) { for answer in answers { enter(answer) } }

    mutating func enter(_ answer: Answer) {
        switch answer {
        case .stroke(let stroke): strokes.append(stroke)
        case .refused(let reason, let sentence): refusals.append((reason, sentence))
        default: break
        }
    }

    /// Sentences that no rule gives a reason for: a busy or failing store.
    var troubles: [String] { refusals.filter { $0.reason != "rule" && $0.reason != "stale" }.map(\.sentence) }

    /// What was told to be done and is not in the store, whole and once.
    /// - Parameter unsaid: how many acts may be in the store besides, because who did them was ended before they could say so.
    func faults(in path: String, unsaid: Int) throws -> [String] {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        return try DatabaseQueue(path: path, configuration: configuration).read { db in
            try faults(Found(db), unsaid)
        }
    }

    private func faults(_ found: Found, _ unsaid: Int) -> [String] {
        var faults: [String] = []
        for stroke in strokes {
            if found.journal[stroke.journal] != stroke.matter {
                faults.append("no row \(stroke.journal) of the journal: \(stroke)")
            }
            let times =
                switch stroke.kind {
                case .announce: found.titles[stroke.mark]
                case .register: found.comments[stroke.mark]
                case .correct: found.subjects[stroke.mark]
                case .notify: found.notices[stroke.matter]
                }
            if times != 1 { faults.append("\(times ?? 0) times in the store: \(stroke)") }
        }
        for (kind, count) in [
            (Stroke.Kind.announce, found.titles.count), (.register, found.comments.count),
            (.correct, found.subjects.count),
            (.notify, found.notices.count),
        ] {
            let told = strokes.filter { $0.kind == kind }.count
            if !(told...told + unsaid).contains(count) { faults.append("\(kind): told \(told), found \(count)") }
        }
        return faults
    }

    /// How often each text is in the store.
    private struct Found {
        let journal: [Int64: Int64]
        let titles: [String: Int]
        let subjects: [String: Int]
        let comments: [String: Int]
        let notices: [Int64: Int]

        init(_ db: Database) throws {
            func counted(_ sql: String) throws -> [String: Int] {
                Dictionary(try String.fetchAll(db, sql: sql).map { ($0, 1) }, uniquingKeysWith: +)
            }
            journal = try Dictionary(
                uniqueKeysWithValues: Row.fetchAll(
                    db, sql: "SELECT id, matter_id FROM journal WHERE matter_id IS NOT NULL AND is_refusal = 0"
                ).map { ($0["id"], $0["matter_id"]) })
            titles = try counted(
                "SELECT title FROM document_version WHERE change = 'publish' AND title LIKE '%的第%件'")
            subjects = try counted(
                "SELECT subject FROM hearing_announcement WHERE subject LIKE '%的第%件'")
            comments = try counted("SELECT body FROM comment")
            notices = try Dictionary(
                Row.fetchAll(db, sql: "SELECT matter_id FROM document WHERE kind = 'notice'").map {
                    ($0["matter_id"], 1)
                },
                uniquingKeysWith: +)
        }
    }
}
