// 督办: what a supervising unit asks of a unit, with a day to answer by.

/// A note of a supervising unit, and what became of it. It is answered once, or withdrawn before that.
public struct SupervisionNote: PagedRow, Hashable {
    public static let title = "督办"

    /// The unit that is asked.
    public struct Recipient: Hashable, Sendable {
        public let id: Identifier<Unit>
        public let name: String
        public let shortName: String
        public let site: Identifier<Site>
        public let siteName: String
    }

    /// The matter it is about.
    public struct Subject: Hashable, Sendable {
        public let id: Identifier<Matter>
        public let system: System
        public let title: String

        public init(id: Identifier<Matter>, system: System, title: String) {
            self.id = id
            self.system = system
            self.title = title
        }
    }

    /// The unit's answer.
    public struct Answer: Hashable, Sendable {
        public let text: String
        public let at: Moment
        public let by: String
        /// Working days by which it came late; nil where it was in time.
        public let lateDays: Int?
        /// When the supervising unit took note of it, and who did.
        public let accepted: Acceptance?
    }

    public struct Acceptance: Hashable, Sendable {
        public let at: Moment
        public let by: String
    }

    public struct Withdrawal: Hashable, Sendable {
        public let at: Moment
        public let by: String
        public let reason: String
    }

    public let id: Identifier<SupervisionNote>
    public let unit: Recipient
    /// Nil where it is about no matter alone.
    public let matter: Subject?
    public let senderUnit: Identifier<Unit>
    public let senderUnitName: String
    public let senderUnitShortName: String
    public let sender: String
    public let title: String
    public let body: String
    /// The last day for the answer.
    public let due: Day
    public let sentAt: Moment
    public let answer: Answer?
    public let withdrawal: Withdrawal?
    public let light: Light
    public let version: Int

    /// How it stands, in a word for lists and reports.
    public var word: String {
        if withdrawal != nil { return "已撤回" }
        guard let answer else { return light == .overdue ? "超期未复" : "待答复" }
        return answer.lateDays == nil ? "已答复" : "晚答复"
    }

    public var isOpen: Bool { answer == nil && withdrawal == nil }

    /// Until when it wants an answer, or what became of it.
    public func sentence(today: Day, calendar: WorkCalendar) -> String {
        let last = "最迟 \(due)（含当日）答复"
        if let withdrawal { return "\(last), 已于 \(withdrawal.at.text) 撤回" }
        if let answer {
            let late = answer.lateDays.map { ", 晚 \($0) 个工作日" } ?? ", 按时"
            return "\(last), 已于 \(answer.at.text) 答复\(late)"
        }
        if light == .overdue { return "\(last), 已超期 \(max(1, calendar.workingDays(after: due, through: today))) 个工作日" }
        if due == today { return "\(last), 今天是最后一天" }
        return "\(last), 还有 \(calendar.workingDays(after: today, through: due)) 个工作日"
    }

    /// As the journal names it.
    var journalName: String { Self.journalName(id) }

    static func journalName(_ id: Identifier<SupervisionNote>) -> String { "\(journalPrefix)\(id.rawValue)" }

    static let journalPrefix = "supervisionNote:"

    /// Who settled it and when, for whoever came later; nil while it is open.
    func settled(on today: Day) -> String? {
        if let withdrawal { return "\(withdrawal.by) \(withdrawal.at.told(on: today)) 已撤回" }
        return answer.map { "\($0.by) \($0.at.told(on: today)) 已答复" }
    }

    /// Why a clerk cannot answer it, or nil.
    public func refusal(toAnswer clerk: Clerk, today: Day) -> String? {
        if let refusal = AnswerSupervisionNote.refusal(for: clerk) { return refusal }
        guard unit.id == clerk.unit.id else { return "这是给\(unit.name)的督办, 由那里答复" }
        return settled(on: today).map { "督办《\(title)》\($0), 不用再答复" }
    }

    /// Why a clerk cannot withdraw it, or nil.
    public func refusal(toWithdraw clerk: Clerk, today: Day) -> String? {
        if let refusal = WithdrawSupervisionNote.refusal(for: clerk) { return refusal }
        guard senderUnit == clerk.unit.id else { return "这件督办是\(senderUnitName)发出的, 由那里撤回" }
        return settled(on: today).map { "督办《\(title)》\($0), 不能再撤回" }
    }

    /// Why a clerk cannot take note of its answer, or nil.
    public func refusal(toAccept clerk: Clerk, today: Day) -> String? {
        if let refusal = AcceptSupervisionAnswer.refusal(for: clerk) { return refusal }
        guard senderUnit == clerk.unit.id else { return "这件督办是\(senderUnitName)发出的, 由那里阅知" }
        guard let answer else { return "督办《\(title)》还没有答复" }
        return answer.accepted.map { "\($0.by) \($0.at.told(on: today)) 已阅知" }
    }
}
