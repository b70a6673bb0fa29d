// 一次性密码: for who has none yet or has forgotten it; told once, changed at the next sign-in.

/// Gives a clerk a one-time password. Neither the journal nor any log has it.
public struct GiveOneTimePassword: AccountAct {
    public static let name = "giveOneTimePassword"
    public static let title = "一次性密码"
    public static let roles: Set<Role> = [.securityAdministrator]

    public let read: ClerkEntry
    let password: String

    /// - Parameter password: made by `OneTimePassword`, and shown to the security administrator once.
    public init(_ password: String, to clerk: ClerkEntry) {
        read = clerk
        self.password = password
    }

    public func change(_ clerk: ClerkEntry, in office: Transaction) throws -> AccountChange {
        if let ended = clerk.endedDay, ended <= office.today {
            throw Refusal("\(clerk.called) 自 \(ended) 起停用; 要再用, 请系统管理员先恢复")
        }
        if let refusal = PasswordPolicy.standard.refusal(password, clerkName: clerk.name) { throw Refusal(refusal) }
        let rows = office.accounts
        try rows.setPassword(try Password.hash(password), of: clerk)
        let ended = try rows.endSessions(of: clerk.id, .passwordReset)
        return AccountChange(sentence: "给帐号 \(clerk.called) 设一次性密码\(ended)")
    }
}
