// Accounts as the server's operator looks after them: added, locked, unlocked and given passwords, never granted a role.
internal import GRDB

extension Office {
    /// Every account, by site, unit and name; of one unit where one is named.
    public func clerkEntries(
        unit name: String?, site: String?, as operator: ServerOperator
    ) throws(Refusal) -> [ClerkEntry] {
        var wanted: Identifier<Unit>?
        if let name { wanted = try unit(named: name, site: site, as: `operator`) }
        let unit = wanted?.rawValue
        return try read { db in
            try AccountRows(db: db, now: self.clock.now()).clerks(
                "ifnull(u.id = ?, 1) ORDER BY t.id, u.pinyin, u.id, c.name", [unit])
        }
    }

    /// Adds an account without any role, with a one-time password.
    /// - Returns: the number of its journal row.
    @discardableResult
    public func addClerk(
        _ entries: Entries, to unit: String, site: String?, password: String, as operator: ServerOperator
    ) throws(Refusal) -> Int64 {
        let (name, fullName) = try Clerk.names(entries)
        let unit = try self.unit(named: unit, site: site, as: `operator`)
        let hash = try Self.hash(password, of: name, path)
        return try write { db in
            let rows = AccountRows(db: db, now: self.clock.now())
            let closed = try String.fetchOne(
                db, sql: "SELECT closed_day FROM unit WHERE id = ? AND closed_day IS NOT NULL",
                arguments: [unit.rawValue])
            if let closed { throw Refusal("这个单位已于 \(closed) 撤销, 不能再有帐号") }
            let id = try rows.add(name, fullName, to: unit, passwordHash: hash)
            let clerk = try Self.clerk(rows.clerks("c.id = ?", [id.rawValue]), name)
            try rows.tell(
                of: clerk, "\(`operator`.name) 开设了\(clerk.unit.name)的帐号 \(clerk.called), 还没有角色; 请核对后给角色",
                own: "\(`operator`.name) 给您开设了帐号和一次性密码; 角色由安全管理员给")
            return try Self.journal(
                AddClerk.entry(clerk), AddClerk.name, `operator`, rows)
        }
    }

    /// Locks an account and ends its sessions; the last of a kind is not locked.
    @discardableResult
    public func lockClerk(_ name: String, reason: String?, as operator: ServerOperator) throws(Refusal) -> Int64 {
        try changing(name, as: `operator`) { clerk, rows in
            if clerk.lockedAt != nil { throw Refusal("\(clerk.called) 已经锁定, 不用再锁") }
            if let refusal = try rows.refusal(toSpare: clerk, clerk.roles, doing: "锁定") { throw Refusal(refusal) }
            try rows.lock(clerk.id)
            let ended = try rows.endSessions(of: clerk.id, .locked)
            return OperatorChange("锁定帐号 \(clerk.called)\(ended)", act: LockClerk.name, reason: reason)
        }
    }

    @discardableResult
    public func unlockClerk(_ name: String, as operator: ServerOperator) throws(Refusal) -> Int64 {
        try changing(name, as: `operator`) { clerk, rows in
            if clerk.lockedAt == nil { throw Refusal("\(clerk.called) 没有锁定, 不用解锁") }
            try rows.unlock(clerk)
            return OperatorChange("解锁帐号 \(clerk.called)", act: UnlockClerk.name)
        }
    }

    /// Enters a clerk's true name, for whom no other administrator can do it.
    @discardableResult
    public func renameClerk(_ name: String, to fullName: String, as operator: ServerOperator) throws(Refusal) -> Int64 {
        let (_, fullName) = try Clerk.names(Entries(["name": name, "full_name": fullName]))
        return try changing(name, as: `operator`) { clerk, rows in
            if clerk.fullName == fullName { throw Refusal("\(name) 的姓名就是 \(fullName), 没有改动") }
            try rows.set("full_name = ?", [fullName], of: clerk.id)
            return OperatorChange(
                "帐号 \(name) 的姓名由 \(clerk.fullName) 改为 \(fullName)", act: RenameClerk.name,
                before: ["姓名": clerk.fullName], after: ["姓名": fullName])
        }
    }

    /// Gives an account a one-time password.
    @discardableResult
    public func resetPassword(of name: String, to password: String, as operator: ServerOperator) throws(Refusal)
        -> Int64
    {
        let hash = try Self.hash(password, of: name, path)
        return try changing(name, as: `operator`) { clerk, rows in
            try rows.setPassword(hash, of: clerk)
            let ended = try rows.endSessions(of: clerk.id, .passwordReset)
            return OperatorChange("给帐号 \(clerk.called) 设一次性密码\(ended)", act: GiveOneTimePassword.name)
        }
    }

    // MARK: - Parts

    /// What was done to an account, and what is to be written of it.
    private struct OperatorChange {
        let sentence: String
        let act: String
        var reason: String?
        var before: [String: String] = [:]
        var after: [String: String] = [:]

        init(
            _ sentence: String, act: String, reason: String? = nil, before: [String: String] = [:],
            after: [String: String] = [:]
        ) {
            self.sentence = sentence
            self.act = act
            self.reason = reason
            self.before = before
            self.after = after
        }
    }

    /// Changes an account that has not ended, journals it and leaves word of it.
    private func changing(
        _ name: String, as operator: ServerOperator, _ body: (ClerkEntry, AccountRows) throws -> OperatorChange
    ) throws(Refusal) -> Int64 {
        try write { db in
            let rows = AccountRows(db: db, now: self.clock.now())
            let clerk = try Self.clerk(rows.clerks("c.name = ?", [name]), name)
            if let day = clerk.endedDay, day <= rows.now.day {
                throw Refusal("\(clerk.called) 自 \(day) 起停用; 要再用, 请系统管理员先恢复")
            }
            let change = try body(clerk, rows)
            try rows.tell(
                of: clerk, "\(`operator`.name) \(change.sentence); 请核对是否应该",
                own: "\(`operator`.name) \(change.sentence); 如果不是您要求的, 请告诉安全管理员")
            let entry = Journal.Entry(
                subject: clerk.journalName, sentence: change.sentence, before: change.before, after: change.after,
                reason: change.reason)
            return try Self.journal(entry, change.act, `operator`, rows)
        }
    }

    private static func clerk(_ found: [ClerkEntry], _ name: String) throws -> ClerkEntry {
        guard let clerk = found.first else { throw Refusal("没有帐号 \(name); 用 yangguang clerk list 看有哪些") }
        return clerk
    }

    private static func journal(
        _ entry: Journal.Entry, _ act: String, _ operator: ServerOperator, _ rows: AccountRows
    ) throws -> Int64 {
        try Journal.append(entry, act: act, by: Journal.Writer(name: `operator`.name), at: rows.now, to: rows.db)
    }

    private static func hash(_ password: String, of name: String, _ path: String) throws(Refusal) -> String {
        if let refusal = PasswordPolicy.standard.refusal(password, clerkName: name) {
            throw Refusal("一次性密码: \(refusal)")
        }
        return try Store.mapped(path) { try Password.hash(password) }
    }
}
