// 调动: a clerk goes on in another unit.

/// Moves a clerk to another unit. What the clerk has published stays with the former unit; what is not written to its end holds the
/// move up, so that no text is left where nobody can go on with it.
public struct MoveClerk: AccountAct {
    public static let name = "moveClerk"
    public static let title = "调动"
    public static let roles: Set<Role> = [.systemAdministrator]

    public let read: ClerkEntry
    let unit: Identifier<Unit>
    let reason: String

    public init(_ clerk: ClerkEntry, to unit: Identifier<Unit>, reason: String) {
        read = clerk
        self.unit = unit
        self.reason = reason
    }

    public func change(_ clerk: ClerkEntry, in office: Transaction) throws -> AccountChange {
        let (site, unit) = try office.openUnit(self.unit)
        guard unit.id != clerk.unit.id else {
            let sentence = "\(clerk.called) 就在\(unit.name), 没有调动"
            throw Refusal(sentence, fields: [FieldError("unit", sentence)])
        }
        let reason = try WrittenReason.required(reason, "调动的原因")
        let rows = office.accounts
        if site.id != clerk.site.id {
            if let refusal = try rows.refusal(toSpare: clerk, clerk.roles, doing: "调到别的站点") { throw Refusal(refusal) }
            if let refusal = try rows.profile(of: site.id).refusal(toCombine: clerk.roles) { throw Refusal(refusal) }
        }
        let unfinished = try rows.unfinished(of: clerk)
        guard unfinished == 0 else {
            throw Refusal("\(clerk.called) 在\(clerk.unit.name)有 \(unfinished) 份草稿没有写完, 不能调动; 请本人写完或放弃, 或由同事在草稿中接手")
        }
        try rows.set("unit_id = ?", [unit.id.rawValue], of: clerk.id)
        let ended = try rows.endSessions(of: clerk.id, .moved)
        return AccountChange(
            sentence: "把帐号 \(clerk.called) 从\(clerk.unit.name)调到\(unit.name)\(ended)", before: ["单位": clerk.unit.name],
            after: ["单位": unit.name], reason: reason)
    }
}
