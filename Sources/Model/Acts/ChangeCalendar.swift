// 改动工作日历: a file takes the place of a layer's years, or a year is taken back.

/// Changes a layer of the work calendar as it was worked out and seen before; every open deadline that rests on it moves with it.
public struct ChangeCalendar: Act {
    public static let name = "changeCalendar"
    public static let title = "改动工作日历"
    public static let roles: Set<Role> = [.systemAdministrator]

    /// The characters of the reason for taking a year back.
    public static let longestReason = WrittenReason.longest

    let plan: CalendarPlan
    let reason: String
    let watch: WorkWatch

    /// - Parameter reason: why a year is taken back; a file tells its sources itself.
    public init(_ plan: CalendarPlan, reason: String = "", _ watch: WorkWatch = .nobody) {
        self.plan = plan
        self.reason = reason
        self.watch = watch
    }

    public func perform(in office: Transaction) throws -> Performed<CalendarPlan> {
        try office.mustOwn(plan.owner)
        let (done, entry) = try office.changeCalendar(plan, reason: reason, watch)
        return Performed(done, entry)
    }

    /// What the journal says of it.
    static func entry(_ plan: CalendarPlan, _ number: Int64, reason: String) throws(Refusal) -> Journal.Entry {
        var entry = Journal.Entry(subject: "calendarChange:\(number)", sentence: sentence(plan))
        for change in plan.days {
            entry.before[change.day.description] = change.before.map(told)
            entry.after[change.day.description] = change.after.map(told)
        }
        switch plan.change {
        case .replace(let file):
            entry.after["文件"] = AttachmentName.shown(file.name)
            entry.after["SHA-256"] = file.sha256
        case .takeBack: entry.reason = try WrittenReason.required(reason, "撤回的原因")
        }
        return entry
    }

    private static func told(_ day: DayException) -> String { "\(day.words), \(day.source)" }

    private static func sentence(_ plan: CalendarPlan) -> String {
        let what =
            switch plan.change {
            case .replace(let file): "从文件 \(AttachmentName.quoted(file.name)) 导入\(plan.subject)的工作日历"
            case .takeBack: "撤回\(plan.subject)的工作日历"
            }
        return "\(what): \(plan.dayCounts); \(plan.deadlineCounts)"
    }
}

extension CalendarPlan {
    /// `新增 33 天, 改动 0 天, 删去 2 天`.
    public var dayCounts: String { "新增 \(added.count) 天, 改动 \(changed.count) 天, 删去 \(removed.count) 天" }

    /// `期限改动 12 项, 变成超期 1 项, 超期撤销 0 项`.
    public var deadlineCounts: String {
        "期限改动 \(moved.count.grouped) 项, 变成超期 \(becomingOverdue.count.grouped) 项, 超期撤销 \(noLongerOverdue.count.grouped) 项"
    }
}
