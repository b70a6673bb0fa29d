// 撤销和恢复单位: a unit in which nothing is left to do.

/// Closes a unit. Whatever still waits in it holds that up and is named; clerks are moved or ended first.
public struct CloseUnit: Act {
    public static let name = "closeUnit"
    public static let title = "撤销单位"
    public static let roles: Set<Role> = [.systemAdministrator]

    public static let dayField = Field(
        "day", "撤销日期", .day, beginning: .today, help: "单位撤销的日期, 今天或以前。撤销以后不再列在各处, 发布过的仍可查看。")

    let read: UnitEntry
    let day: String
    let reason: String

    /// - Parameter day: as it was typed.
    public init(_ unit: UnitEntry, on day: String, reason: String) {
        read = unit
        self.day = day
        self.reason = reason
    }

    /// Why a unit cannot be closed while this is in the way, or nil.
    public static func refusal(_ unit: UnitEntry, _ obstacles: [String]) -> String? {
        if let day = unit.closedDay { return "\(unit.unit.name)已于 \(day) 撤销" }
        return obstacles.isEmpty ? nil : "\(unit.unit.name)还有 \(obstacles.joined(separator: "、")), 不能撤销"
    }

    public func perform(in office: Transaction) throws -> Performed<Void> {
        let entry = try office.unitEntry(asRead: read)
        if let refusal = Self.refusal(entry, try office.obstacles(toClose: entry.unit.id)) { throw Refusal(refusal) }
        let day = try Self.dayField.day(day, today: office.today)
        guard day <= office.today else {
            let sentence = "撤销日期不能晚于今天 \(office.today), 填的是 \(day)"
            throw Refusal(sentence, fields: [FieldError(Self.dayField.name, sentence)])
        }
        let reason = try WrittenReason.required(reason, "撤销的原因")
        try office.close(entry.unit.id, on: day)
        return Performed(
            (),
            Journal.Entry(
                subject: "unit:\(entry.unit.id.rawValue)", sentence: "自 \(day) 起撤销单位 \(entry.unit.name)",
                before: ["撤销日期": "没有"], after: ["撤销日期": day.description], reason: reason))
    }
}

/// Takes a closed unit into use again.
public struct ReopenUnit: Act {
    public static let name = "reopenUnit"
    public static let title = "恢复单位"
    public static let roles: Set<Role> = [.systemAdministrator]

    let read: UnitEntry
    let reason: String

    public init(_ unit: UnitEntry, reason: String) {
        read = unit
        self.reason = reason
    }

    public func perform(in office: Transaction) throws -> Performed<Void> {
        let entry = try office.unitEntry(asRead: read)
        guard let day = entry.closedDay else { throw Refusal("\(entry.unit.name)没有撤销, 不用恢复") }
        let reason = try WrittenReason.required(reason, "恢复的原因")
        try office.close(entry.unit.id, on: nil)
        return Performed(
            (),
            Journal.Entry(
                subject: "unit:\(entry.unit.id.rawValue)", sentence: "恢复单位 \(entry.unit.name)",
                before: ["撤销日期": day.description], after: ["撤销日期": "没有"], reason: reason))
    }
}
