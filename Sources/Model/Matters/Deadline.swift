// 期限: a date the law sets for a matter, or for a unit's period.

/// A deadline and how it stands.
public struct Deadline: Hashable, Sendable {
    /// The rule's name in its procedure.
    public let rule: String
    /// The quarter for which a unit owes it; nil where it is a matter's.
    public let period: Quarter?
    /// What must be done, such as 听证通知.
    public let label: String
    /// How it is met, as sentences say it: 发布, 登记.
    public let verb: String
    public let due: Day
    public let metAt: Moment?
    /// Working days by which it was met late, with the clerk's reason.
    public let lateDays: Int?
    public let lateReason: String?
    public let light: Light
    /// Whether its matter was ended without a report (终止); a deadline may have ended before, as one that this program did not know.
    public let isMatterEnded: Bool
    /// A remark where the count rests on a year whose days off are not known.
    public let remark: String?

    /// Whether it was met by its last day; what was not in time may still not be counted late, as a backfilled document.
    public var isInTime: Bool { metAt.map { $0.day <= due } ?? false }

    /// What is late, in few words, and why; nil where nothing is.
    func lateness(today: Day, calendar: WorkCalendar) -> String? {
        switch light {
        case .metLate:
            "\(label)晚 \(lateDays ?? 0) 个工作日" + (lateReason.map { $0.isEmpty ? "" : ", 原因: \($0)" } ?? "")
        case .overdue: sentence(today: today, calendar: calendar)
        case .met, .ended, .open, .soon: nil
        }
    }

    /// The sentence below the list and on the matter page.
    public func sentence(today: Day, calendar: WorkCalendar) -> String {
        let last = "\(label)最迟 \(due)（含当日）"
        switch light {
        case .met:
            let met = "\(last), 已于 \(metAt?.day.description ?? "")"
            if isInTime { return "\(met) 按时\(verb)" }
            return "\(met) \(verb), \(period == nil ? "期限在录入以前, " : "")不计超期"
        case .metLate: return "\(last), 已于 \(metAt?.day.description ?? "") \(verb), 晚 \(lateDays ?? 0) 个工作日"
        case .ended: return "\(last), \(isMatterEnded ? "事项已终止" : period == nil ? "已不再计算" : "已不再要求")"
        case .overdue: return "\(last), 已超期 \(max(1, calendar.workingDays(after: due, through: today))) 个工作日"
        case .open, .soon:
            let left = calendar.workingDays(after: today, through: due)
            if due == today { return "\(last), 今天是最后一天" }
            return "\(last), 还有 \(left) 个工作日"
        }
    }
}
