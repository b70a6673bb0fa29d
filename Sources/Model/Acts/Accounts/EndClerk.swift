// 停用和恢复: an account of somebody who leaves, from a day on.

/// Ends an account from a day on. Its drafts stay with the unit, where colleagues take them over.
public struct EndClerk: AccountAct {
    public static let name = "endClerk"
    public static let title = "停用帐号"
    public static let roles: Set<Role> = [.systemAdministrator]

    public static let dayField = Field(
        "day", "停用日期", .day, beginning: .today, help: "从这一天起不能登录; 今天或以后的日期。草稿留在本单位, 由同事接手。")

    public let read: ClerkEntry
    let day: String
    let reason: String

    /// - Parameter day: the first day on which the clerk cannot sign in any more, as it was typed.
    public init(_ clerk: ClerkEntry, on day: String, reason: String) {
        read = clerk
        self.day = day
        self.reason = reason
    }

    public func change(_ clerk: ClerkEntry, in office: Transaction) throws -> AccountChange {
        if let ended = clerk.endedDay, ended <= office.today { throw Refusal("\(clerk.called) 自 \(ended) 起已经停用") }
        let day = try Self.dayField.day(day, today: office.today)
        guard day >= office.today else {
            let sentence = "停用日期不能早于今天 \(office.today), 填的是 \(day)"
            throw Refusal(sentence, fields: [FieldError(Self.dayField.name, sentence)])
        }
        let rows = office.accounts
        if let refusal = try rows.refusal(toSpare: clerk, clerk.roles, doing: "停用") { throw Refusal(refusal) }
        let reason = try WrittenReason.required(reason, "停用的原因")
        try rows.set("ended_day = ?", [day.description], of: clerk.id)
        let ended = day == office.today ? try rows.endSessions(of: clerk.id, .ended) : ""
        return AccountChange(
            sentence: "自 \(day) 起停用帐号 \(clerk.called)\(ended)",
            before: ["停用日期": clerk.endedDay?.description ?? "没有"], after: ["停用日期": day.description], reason: reason)
    }
}

/// Takes an account into use again, or takes back an end that has not come yet.
public struct RestoreClerk: AccountAct {
    public static let name = "restoreClerk"
    public static let title = "恢复帐号"
    public static let roles: Set<Role> = [.systemAdministrator]

    public let read: ClerkEntry
    let reason: String

    public init(_ clerk: ClerkEntry, reason: String) {
        read = clerk
        self.reason = reason
    }

    public func change(_ clerk: ClerkEntry, in office: Transaction) throws -> AccountChange {
        guard let day = clerk.endedDay else { throw Refusal("\(clerk.called) 没有停用, 不用恢复") }
        _ = try office.openUnit(clerk.unit.id)
        let reason = try WrittenReason.required(reason, "恢复的原因")
        try office.accounts.set("ended_day = NULL", of: clerk.id)
        return AccountChange(
            sentence: "恢复帐号 \(clerk.called)", before: ["停用日期": day.description], after: ["停用日期": "没有"], reason: reason)
    }
}

extension Field {
    /// A day that was typed.
    /// - Throws: `Refusal` naming the field and what is wrong.
    func day(_ typed: String, today: Day) throws(Refusal) -> Day {
        switch FieldReader.read(self, typed, today: today) {
        case .success(.day(let day)?): return day
        case .success: throw Refusal("请填写\(label)", fields: [FieldError(name, "请填写\(label)")])
        case .failure(let error): throw Refusal(error.sentence, fields: [error])
        }
    }
}
