// 各单位季度通报: a unit's quarters in a row.

/// What a unit owes for its quarters and what it has published.
public struct UnitQuarters: PagedRow, Hashable {
    public let id: Identifier<Unit>
    /// The unit's full name.
    public let name: String
    public let shortName: String
    /// The unit's government.
    public let site: Site
    public let duty: UnitDuty?
    /// The quarters in the order of time, the present one last.
    public let quarters: [UnitQuarter]
    /// How many documents that are for no quarter it published in them (突发).
    public let besides: Int
}

/// One quarter of a unit.
public struct UnitQuarter: Hashable, Sendable {
    public let quarter: Quarter
    /// What is owed for it; nil where nothing is.
    public let deadline: Deadline?
    /// The first document for it that went out.
    public let document: Published?

    /// A document that was published for a quarter.
    public struct Published: Hashable, Sendable {
        public let matter: Identifier<Matter>
        public let number: DocumentNumber
        public let title: String
        public let day: Day
    }

    /// How it stands, in one word; what is late is counted in working days.
    public var word: String {
        guard let deadline else { return document == nil ? "不要求" : "已发" }
        switch deadline.light {
        case .met: return deadline.isInTime ? "按时" : "已发"
        case .metLate: return "晚 \(deadline.lateDays ?? 0)"
        case .overdue, .soon: return deadline.light.word
        case .open: return "未到期"
        case .ended: return document == nil ? "不要求" : "已发"
        }
    }

    /// How it stands, in a sentence.
    public func sentence(_ duty: PeriodDuty, today: Day, calendar: WorkCalendar) -> String {
        if let deadline, deadline.light != .ended { return deadline.sentence(today: today, calendar: calendar) }
        let owed = "\(quarter.text)不要求\(duty.label)"
        return document.map { "\(owed), 已于 \($0.day) 发布" } ?? owed
    }
}

extension [UnitQuarter] {
    /// What is owed and not published, the earliest first.
    public var owed: [Deadline] {
        compactMap(\.deadline).filter { [.open, .soon, .overdue].contains($0.light) }
    }
}
