// 锁定和解锁: an account that nobody signs in with until it is unlocked.

/// Locks an account: its sessions end at once, its drafts stay.
public struct LockClerk: AccountAct {
    public static let name = "lockClerk"
    public static let title = "锁定帐号"
    public static let roles: Set<Role> = [.securityAdministrator]

    public let read: ClerkEntry
    let reason: String

    public init(_ clerk: ClerkEntry, reason: String) {
        read = clerk
        self.reason = reason
    }

    public func change(_ clerk: ClerkEntry, in office: Transaction) throws -> AccountChange {
        guard clerk.lockedAt == nil else { throw Refusal("\(clerk.called) 已经锁定, 不用再锁") }
        let rows = office.accounts
        if let refusal = try rows.refusal(toSpare: clerk, clerk.roles, doing: "锁定") { throw Refusal(refusal) }
        let reason = try WrittenReason.required(reason, "锁定的原因")
        try rows.lock(clerk.id)
        let ended = try rows.endSessions(of: clerk.id, .locked)
        return AccountChange(sentence: "锁定帐号 \(clerk.called)\(ended)", reason: reason)
    }
}

/// Unlocks an account; waiting for failed sign-ins ends, too.
public struct UnlockClerk: AccountAct {
    public static let name = "unlockClerk"
    public static let title = "解锁帐号"
    public static let roles: Set<Role> = [.securityAdministrator]

    public let read: ClerkEntry

    public init(_ clerk: ClerkEntry) { read = clerk }

    public func change(_ clerk: ClerkEntry, in office: Transaction) throws -> AccountChange {
        guard clerk.lockedAt != nil else { throw Refusal("\(clerk.called) 没有锁定, 不用解锁") }
        try office.accounts.unlock(clerk)
        return AccountChange(sentence: "解锁帐号 \(clerk.called)")
    }
}
