// A matter as the rows of the journal tell it.
import Foundation
import GRDB
import Model

struct ToldMatter {
    /// Documents that are out, by the subject of their rows.
    private(set) var documents: [String: ToldDocument] = [:]
    /// Temporary notices that told of it, by the subject of their rows, and whether 上网登记 is asked for still.
    private var notices: [String: Bool] = [:]
    /// The days that were told of the event, by the subject of their rows.
    private var tellings: [(subject: String, at: Moment, day: String)] = []
    /// 编号 given out, each in the series of its system, also to documents deleted since.
    private(set) var numbers: [String] = []
    private(set) var materials: String?
    /// What 系统 has noted to be overdue; each once.
    private var overdue: Set<String> = []
    /// Comments by their keys.
    private(set) var comments: [Int64: ToldComment] = [:]
    /// When they came and were answered, by the same keys.
    private(set) var letters: [Int64: ToldLetter] = [:]
    /// Whose it is, and by which course.
    private(set) var unit: Int64?
    private(set) var course: Course?
    /// How many texts went out before they were reviewed, and still wait for that (R1).
    private(set) var owedReviews = 0
    private(set) var isDeleted = false
    private(set) var ended: String?
    /// 补录: when the first document was entered.
    private(set) var entered: Day?

    /// What was told last holds.
    var event: String? {
        tellings.enumerated().max { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }?.element.day
    }

    /// How many 上网登记 are asked for and not done.
    var unposted: Int { documents.values.count { $0.awaitsPosting } + notices.values.count { $0 } }

    /// Takes one more row.
    /// - Throws: `Trouble` for a row that does not tell enough.
    mutating func add(_ row: Row) throws {
        let subject: String = row["subject"]
        if (row["sentence"] as String).hasSuffix("紧急发布, 审核后补") { owedReviews += 1 }
        switch row["act"] as String {
        case "publish": try publish(row, at: moment(row), isBackfilled: false)
        case "backfill":
            let sentence: String = row["sentence"]
            guard let day = sentence.firstMatch(of: /原发布日期 (\d{4}-\d\d-\d\d)/).flatMap({ Day(String($0.1)) }) else {
                throw Trouble("the journal does not say the true day: \(sentence)")
            }
            entered = try entered ?? moment(row).day
            try publish(row, at: .at(day, hour: 0, minute: 0), isBackfilled: true)
        case "modify", "correct":
            documents[subject]?.versions += 1
            try tell(["听证日期", "公示结束"], row)
        case "registerPosting":
            let posted = try fields(row)["上网时间"]
            documents[subject]?.posted = posted
            if notices[subject] != nil { notices[subject] = false }
        case "deleteDocument":
            let kind = documents.removeValue(forKey: subject)?.kind
            tellings.removeAll { $0.subject == subject }
            if tellings.isEmpty {
                materials = nil
                overdue = []
            }
            isDeleted = kind == "announcement"
        case "postpone":
            notices[subject] = true
            try tell(["新的日期", "新的结束"], row)
        case "terminate":
            notices[subject] = true
            ended = row["at"]
        case "registerStep": materials = row["at"]
        case "registerComment":
            comments[try comment(subject)] = ToldComment()
            guard let received = try fields(row)["收到日期"].flatMap({ Day($0) }) else {
                throw Trouble("the journal does not say when \(subject) came")
            }
            letters[try comment(subject)] = ToldLetter(received: received)
        case "handleComment": comments[try comment(subject)]?.isHandled = true
        case "replyToComment", "changeReply":
            let fields = try fields(row)
            comments[try comment(subject)]?.answer(fields["采纳情况"])
            let day = try moment(row).day
            letters[try comment(subject)]?.answer(on: day)
        case "extendReply":
            let due = try fields(row)["答复最迟"].flatMap { Day($0) }
            comments[try comment(subject)]?.extendedTo = due
            letters[try comment(subject)]?.isExtended = true
        case "recordSatisfaction":
            let degree = try fields(row)["满意度"]
            comments[try comment(subject)]?.satisfaction = degree
        case "hideComment": comments[try comment(subject)]?.isHidden = true
        case "showComment": comments[try comment(subject)]?.isHidden = false
        case "markDuplicate": comments[try comment(subject)]?.isDuplicate = true
        case "unmarkDuplicate": comments[try comment(subject)]?.isDuplicate = false
        case "overdue":
            guard overdue.insert(subject).inserted else { throw Trouble("noted twice: \(row["sentence"] as String)") }
        case "overdueUndone": overdue.remove(subject)
        case "submitForReview", "withdrawFromReview": break
        case "decideReview": if try ["追认", "提出异议"].contains(fields(row)["状态"]) { owedReviews -= 1 }
        case "registerPaperApproval": owedReviews -= 1
        case let act: throw Trouble("an act no account is kept of: \(act)")
        }
    }

    private mutating func publish(_ row: Row, at: Moment, isBackfilled: Bool) throws {
        let sentence: String = row["sentence"]
        let kinds = try Course.played.flatMap { course in
            try course.procedure().documents.map { (name: $0.name, kind: $0.kind.rawValue, course.system) }
        }
        guard let (_, kind, system) = kinds.first(where: { sentence.dropFirst(2).hasPrefix($0.name) }) else {
            throw Trouble("the journal does not say what was published: \(sentence)")
        }
        course = Course.played.first { $0.system == system }
        unit = row["unit_id"]
        documents[row["subject"]] = ToldDocument(kind: kind, at: at, isBackfilled: isBackfilled)
        guard let number = sentence.firstMatch(of: /编号 (\d+-\d+)/)?.1 else {
            throw Trouble("the journal does not say the number: \(sentence)")
        }
        numbers.append("\(system.rawValue) \(number)")
        try tell(["听证日期", "公示结束"], row)
    }

    private func comment(_ subject: String) throws -> Int64 {
        guard subject.hasPrefix("comment:"), let key = Int64(subject.dropFirst(8)) else {
            throw Trouble("the journal does not say which comment: \(subject)")
        }
        return key
    }

    /// A document tells when it went out, whenever its text was changed.
    private mutating func tell(_ labels: [String], _ row: Row) throws {
        let fields = try fields(row)
        guard let day = labels.compactMap({ fields[$0] }).first else { return }
        let subject: String = row["subject"]
        tellings.append((subject, try documents[subject]?.at ?? moment(row), String(day.prefix(10))))
    }

    private func fields(_ row: Row) throws -> [String: String] {
        let after: String = row["after"]
        return try JSONDecoder().decode([String: String].self, from: Data(after.utf8))
    }

    private func moment(_ row: Row) throws -> Moment {
        guard let moment = Moment(utc: row["at"]) else { throw Trouble("no such moment: \(row["at"] as String)") }
        return moment
    }
}

/// A document as the journal tells it.
struct ToldDocument: Hashable {
    let kind: String
    let at: Moment
    let isBackfilled: Bool
    var versions = 1
    /// When it was put on the web, as clerks write it.
    var posted: String?

    var awaitsPosting: Bool { posted == nil && !isBackfilled }
}

/// A comment as the journal tells it.
struct ToldComment: Equatable {
    var isHandled = false
    var answers = 0
    var adoption: String?
    var extendedTo: Day?
    var satisfaction: String?
    var isHidden = false
    var isDuplicate = false

    mutating func answer(_ adoption: String?) {
        isHandled = true
        answers += 1
        self.adoption = adoption
    }
}
