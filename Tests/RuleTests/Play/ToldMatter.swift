// A matter as the rows of the journal tell it.
import Foundation
import GRDB

struct ToldMatter {
    /// Documents that are out, by the subject of their rows.
    var documents: [String: (kind: String, at: String, versions: Int)] = [:]
    var event: String?
    var materials: String?
    var isDeleted = false
    var ended: String?

    /// Takes one more row.
    /// - Throws: `Trouble` for a row that does not tell enough.
    mutating func add(_ row: Row) throws {
        let subject: String = row["subject"]
        switch row["act"] as String {
        case "publish":
            let sentence: String = row["sentence"]
            let kinds = ["发布听证公告": "announcement", "发布听证通知": "notice", "发布听证报告": "report"]
            guard let kind = kinds.first(where: { sentence.hasPrefix($0.key) })?.value else {
                throw Trouble("the journal does not say what was published: \(sentence)")
            }
            documents[subject] = (kind, row["at"], 1)
            event = try Self.fields(row["after"])["听证日期"] ?? event
        case "registerStep": materials = row["at"]
        case "overdue", "overdueUndone": break
        case let act: throw Trouble("an act no account is kept of: \(act)")
        }
    }

    private static func fields(_ json: String) throws -> [String: String] {
        try JSONDecoder().decode([String: String].self, from: Data(json.utf8))
    }
}
