// Accounts as a command looks after them: as the server's operator, or as the administrator who signed in for it (design 7).
internal import GRDB

extension Office {
    /// Every account within the party's reach, by site, unit and name; of one unit where one is named.
    public func clerkEntries(
        unit: String?, site: String?, as party: ActingParty
    ) throws(Refusal) -> [ClerkEntry] {
        switch party {
        case .serverOperator(let who): try clerkEntries(unit: unit, site: site, as: who)
        case .clerk(let session):
            try read(in: session) { office in
                try office.mustAdminister()
                let unit = try unit.map { try office.administeredUnit(named: $0, site: site).rawValue }
                return try office.accounts.clerks(
                    "t.id IN (\(office.administered)) AND ifnull(u.id = ?, 1) ORDER BY t.id, u.pinyin, u.id, c.name",
                    [unit])
            }
        }
    }

    /// Adds an account without any role; the operator gives it a one-time password besides, which a system administrator may not.
    /// - Returns: the number of its journal row.
    public func addClerk(
        _ entries: Entries, to unit: String, site: String?, password: String?, as party: ActingParty
    ) throws(Refusal) -> Int64 {
        switch party {
        case .serverOperator(let who):
            guard let password else { throw Refusal("开设帐号要给一次性密码") }
            return try addClerk(entries, to: unit, site: site, password: password, as: who)
        case .clerk(let session):
            try mustBeAllowed(AddClerk.self, in: session)
            let unit = try read(in: session) { try $0.administeredUnit(named: unit, site: site) }
            return try perform(AddClerk(to: unit, entries), in: session).journalNumber
        }
    }

    /// Locks an account and ends its sessions.
    public func lockClerk(_ name: String, reason: String?, as party: ActingParty) throws(Refusal) -> Int64 {
        switch party {
        case .serverOperator(let who): try lockClerk(name, reason: reason, as: who)
        case .clerk(let session):
            try perform(LockClerk(clerkEntry(name, for: LockClerk.self, session), reason: reason ?? ""), in: session)
                .journalNumber
        }
    }

    public func unlockClerk(_ name: String, as party: ActingParty) throws(Refusal) -> Int64 {
        switch party {
        case .serverOperator(let who): try unlockClerk(name, as: who)
        case .clerk(let session):
            try perform(UnlockClerk(clerkEntry(name, for: UnlockClerk.self, session)), in: session).journalNumber
        }
    }

    public func renameClerk(_ name: String, to fullName: String, as party: ActingParty) throws(Refusal) -> Int64 {
        switch party {
        case .serverOperator(let who): try renameClerk(name, to: fullName, as: who)
        case .clerk(let session):
            try perform(RenameClerk(clerkEntry(name, for: RenameClerk.self, session), to: fullName), in: session)
                .journalNumber
        }
    }

    /// Gives an account a one-time password.
    public func resetPassword(
        of name: String, to password: String, as party: ActingParty
    ) throws(Refusal) -> Int64 {
        switch party {
        case .serverOperator(let who): try resetPassword(of: name, to: password, as: who)
        case .clerk(let session):
            try perform(
                GiveOneTimePassword(password, to: clerkEntry(name, for: GiveOneTimePassword.self, session)), in: session
            ).journalNumber
        }
    }

    /// - Throws: `Refusal` where the clerk may not do the act to anybody, before it says what there is.
    private func clerkEntry<A: Act>(_ name: String, for act: A.Type, _ session: Session) throws(Refusal) -> ClerkEntry {
        try mustBeAllowed(act, in: session)
        return try read(in: session) { office in
            guard
                let found = try office.accounts.clerks("c.name = ? AND t.id IN (\(office.administered))", [name]).first
            else { throw Refusal("\(office.clerk.site.name)和下级站点没有帐号 \(name)") }
            return found
        }
    }
}

extension Transaction {
    fileprivate func administeredUnit(named name: String, site: String?) throws -> Identifier<Unit> {
        let found = try Int64.fetchAll(
            db,
            sql: """
                SELECT u.id FROM unit u JOIN site t ON t.id = u.site_id
                WHERE (u.name = :name OR u.short_name = :name) AND ifnull(t.name = :site, 1) AND t.id IN (\(administered))
                """, arguments: ["name": name, "site": site])
        guard let id = found.first else { throw Refusal("\(clerk.site.name)和下级站点没有单位 \(name)") }
        guard found.count == 1 else { throw Refusal("有 \(found.count) 个单位叫 \(name), 请用 --site 写明站点") }
        return Identifier(id)
    }
}
