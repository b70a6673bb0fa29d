// A matter as the rows of the journal tell it.
import Foundation
import GRDB

struct ToldMatter {
    /// Documents that are out, by the subject of their rows.
    var documents: [String: (kind: String, at: String, versions: Int)] = [:]
    /// The days that were told of the hearing, by the subject of their rows, the latest last.
    private var tellings: [(subject: String, day: String)] = []
    /// 编号 given out, also to documents deleted since.
    private(set) var numbers: [String] = []
    var materials: String?
    /// What 系统 has noted to be overdue; each once.
    private var overdue: Set<String> = []
    /// Comments by their keys.
    private(set) var comments: [Int64: ToldComment] = [:]
    var isDeleted = false
    var ended: String?

    var event: String? { tellings.last?.day }

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
            numbers.append(try Self.number(sentence))
            try tell("听证日期", row)
        case "modify", "correct":
            documents[subject]?.versions += 1
            try tell("听证日期", row)
        case "deleteDocument":
            let kind = documents.removeValue(forKey: subject)?.kind
            tellings.removeAll { $0.subject == subject }
            if tellings.isEmpty {
                materials = nil
                overdue = []
            }
            isDeleted = kind == "announcement"
        case "postpone": try tell("新的日期", row)
        case "terminate": ended = row["at"]
        case "registerStep": materials = row["at"]
        case "registerComment": comments[try comment(subject)] = ToldComment()
        case "handleComment": comments[try comment(subject)]?.isHandled = true
        case "replyToComment": comments[try comment(subject)]?.isAnswered = true
        case "hideComment": comments[try comment(subject)]?.isHidden = true
        case "showComment": comments[try comment(subject)]?.isHidden = false
        case "markDuplicate": comments[try comment(subject)]?.isDuplicate = true
        case "unmarkDuplicate": comments[try comment(subject)]?.isDuplicate = false
        case "overdue":
            guard overdue.insert(subject).inserted else { throw Trouble("noted twice: \(row["sentence"] as String)") }
        case "overdueUndone": overdue.remove(subject)
        case let act: throw Trouble("an act no account is kept of: \(act)")
        }
    }

    private static func number(_ sentence: String) throws -> String {
        guard let number = sentence.firstMatch(of: /编号 (\d+-\d+)/)?.1 else {
            throw Trouble("the journal does not say the number: \(sentence)")
        }
        return String(number)
    }

    private func comment(_ subject: String) throws -> Int64 {
        guard subject.hasPrefix("comment:"), let key = Int64(subject.dropFirst(8)) else {
            throw Trouble("the journal does not say which comment: \(subject)")
        }
        return key
    }

    private mutating func tell(_ label: String, _ row: Row) throws {
        let after: String = row["after"]
        let fields = try JSONDecoder().decode([String: String].self, from: Data(after.utf8))
        if let day = fields[label] { tellings.append((row["subject"], String(day.prefix(10)))) }
    }
}

/// A comment as the journal tells it.
struct ToldComment {
    var isHandled = false
    var isAnswered = false
    var isHidden = false
    var isDuplicate = false

    var state: String {
        if isHidden { return "hidden" }
        if isDuplicate { return "duplicate" }
        return isAnswered ? "answered" : isHandled ? "handled" : "waiting"
    }
}
