// 信息发布登记台账: everything that went out, a row each (R1).

/// The span of days a register is looked at for.
public struct PublicationSpan: Hashable, Sendable {
    public let from: Day
    public let to: Day

    public static let all = PublicationSpan(from: .first, to: .last)

    /// The days in either order.
    public init(from: Day, to: Day) {
        self.from = min(from, to)
        self.to = max(from, to)
    }

    /// The spans that are asked for most, with their names.
    public static func usual(today: Day) -> [(name: String, span: PublicationSpan)] {
        let month = today.adding(days: 1 - today.day)
        let lastMonth = month.adding(days: -1)
        let quarter = Quarter(of: today).firstDay ?? month
        let lastQuarter = quarter.adding(days: -1)
        let year = Day(year: today.year, month: 1, day: 1) ?? .first
        let lastYear = year.adding(days: -1)
        return [
            ("全部日期", .all), ("本月", PublicationSpan(from: month, to: today)),
            ("上月", PublicationSpan(from: lastMonth.adding(days: 1 - lastMonth.day), to: lastMonth)),
            ("本季度", PublicationSpan(from: quarter, to: today)),
            ("上季度", PublicationSpan(from: Quarter(of: lastQuarter).firstDay ?? .first, to: lastQuarter)),
            ("本年", PublicationSpan(from: year, to: today)),
            ("上年", PublicationSpan(from: Day(year: lastYear.year, month: 1, day: 1) ?? .first, to: lastYear)),
        ]
    }

    /// The same as lists offer them: the name and the days behind it.
    public static func offered(today: Day) -> [(text: String, span: PublicationSpan)] {
        usual(today: today).map { name, span in
            (span == .all ? name : "\(name)  \(span.from) 至 \(span.to)", span)
        }
    }

    /// In words, such as `2026-01-01 至 2026-11-20 发布的`.
    public var text: String { self == .all ? "全部日期" : "\(days)发布的" }

    /// What is said where nothing lies in it.
    public var nothing: String { self == .all ? "还没有发布过文书和临时通知" : "\(days)没有发布过文书和临时通知" }

    /// The days as they stand in a sentence; an open end is not a date.
    var days: String {
        if from == .first { return "到 \(to) 为止" }
        return to == .last ? "\(from) 起" : "\(from) 至 \(to) "
    }
}

/// A published document or temporary notice as the register has it.
public struct RegisterRow: PagedRow, Hashable {
    public let id: Identifier<RegisterRow>
    public let number: DocumentNumber
    public let title: String
    /// Such as 听证公告.
    public let documentName: String
    /// Its word in short columns, such as 公告.
    public let documentWord: String
    /// The unit's full name.
    public let unit: String
    public let publishedAt: Moment
    public let publisher: String
    /// W2: who put their name to the secrecy review of the latest version.
    public let secrecyCheckedBy: String
    /// What happened to it since: how often it was modified and corrected, whether it was entered later or taken back.
    public let changes: Changes
    /// The posting that counts.
    public let posting: Posting?
    public let awaitsPosting: Bool
    /// What let its latest version out; nil where nothing was set.
    public var reviewed: Review? = nil

    public struct Changes: Hashable, Sendable {
        public let isBackfilled: Bool
        public let modifications: Int
        public let corrections: Int
        /// When it was deleted or withdrawn.
        public let takenBackAt: Moment?
        /// 删除 or 撤回.
        public let takenBackWord: String

        /// All of it in words; empty where nothing happened.
        public var text: String {
            var parts: [String] = []
            if isBackfilled { parts.append("补录") }
            if modifications > 0 { parts.append("修改 \(modifications) 次") }
            if corrections > 0 { parts.append("更正 \(corrections) 次") }
            if let takenBackAt { parts.append("\(takenBackAt.day) \(takenBackWord)") }
            return parts.joined(separator: ", ")
        }

        /// The one that matters most, as a mark of two characters.
        public var mark: String {
            if takenBackAt != nil { return takenBackWord }
            if corrections > 0 { return "更正" }
            if modifications > 0 { return "修改" }
            return isBackfilled ? "补录" : ""
        }
    }

    /// R1: who approved it, and how.
    public var review: String { reviewed?.text ?? "无须审核" }

    public var postingText: String {
        if let posting { return "\(posting.postedAt.text) \(posting.postedBy) \(posting.address)" }
        return awaitsPosting ? "未上网登记" : ""
    }

    /// The row as the printed register has it, a cell under each heading.
    public var cells: [(heading: String, text: String)] {
        [
            ("编号", number.description), ("标题", title), ("文书", documentName), ("单位", unit), ("发布时间", publishedAt.text),
            ("发布人", publisher), ("保密审查", secrecyCheckedBy), ("审批", review), ("更正或删除", changes.text),
            ("上网登记", postingText),
        ]
    }
}

/// A row of the register with all that happened to it.
public struct RegisterEntry: Sendable {
    public struct Version: Hashable, Sendable {
        public let ordinal: Int
        public let change: DocumentVersion.Change
        public let reason: String?
        public let at: Moment
        public let by: String
        public var review: Review? = nil
    }

    public struct RegisteredPosting: Hashable, Sendable {
        public let posting: Posting
        public let registeredAt: Moment
        public let registeredBy: String
    }

    public let row: RegisterRow
    public let versions: [Version]
    /// Why it was taken back.
    public let takenBackReason: String?
    /// All of them, the latest first.
    public let postings: [RegisteredPosting]
}
