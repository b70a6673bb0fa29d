// 角色: what a clerk may do from now on, given and taken by the security administrator alone.

/// Sets the roles of a clerk. The clerk's sessions end, so that the desk is the one of the new roles.
public struct SetRoles: AccountAct {
    public static let name = "setRoles"
    public static let title = "设定角色"
    public static let roles: Set<Role> = [.securityAdministrator]

    public let read: ClerkEntry
    let granted: Set<Role>
    let reason: String

    public init(_ clerk: ClerkEntry, to roles: Set<Role>, reason: String) {
        read = clerk
        granted = roles
        self.reason = reason
    }

    public func change(_ clerk: ClerkEntry, in office: Transaction) throws -> AccountChange {
        let rows = office.accounts
        guard granted != clerk.roles else { throw Refusal("\(clerk.called) 的角色就是 \(Role.titles(granted)), 没有改动") }
        if let refusal = try rows.profile(of: clerk.site.id).refusal(toCombine: granted) { throw Refusal(refusal) }
        if let refusal = try rows.refusal(toSpare: clerk, clerk.roles.subtracting(granted), doing: "去掉这个角色") {
            throw Refusal(refusal)
        }
        let reason = try WrittenReason.required(reason, "设定角色的原因")
        try rows.setRoles(granted, of: clerk)
        let ended = try rows.endSessions(of: clerk.id, .rolesChanged)
        let told = (before: Role.titles(clerk.roles), after: Role.titles(granted))
        return AccountChange(
            sentence: "帐号 \(clerk.called) 的角色由 \(told.before) 改为 \(told.after)\(ended)", before: ["角色": told.before],
            after: ["角色": told.after], reason: reason)
    }
}
