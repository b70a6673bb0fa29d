// What administrators see of accounts: of the own site and of those below it.
internal import GRDB

extension Office {
    /// A page of accounts by site, unit and name.
    public func clerkEntries(
        _ filter: ClerkFilter, _ place: PagePlace<Clerk>, limit: Int, in session: Session
    ) throws(Refusal) -> Page<ClerkEntry> {
        try read(in: session) { try $0.clerkEntries(filter, place, limit: limit) }
    }

    /// The next account of a list after one whose name or full name has these words, going round at the end.
    public func clerk(
        having words: String, after last: Identifier<Clerk>?, _ filter: ClerkFilter, in session: Session
    ) throws(Refusal) -> Identifier<Clerk>? {
        try read(in: session) { try $0.clerk(having: words, after: last, filter) }
    }

    /// One account with how its site divides administration.
    public func clerkEntry(
        _ id: Identifier<Clerk>, in session: Session
    ) throws(Refusal) -> (clerk: ClerkEntry, profile: Founding.Profile) {
        try read(in: session) { office in
            let clerk = try office.clerkEntry(id)
            return (clerk, try office.accounts.profile(of: clerk.site.id))
        }
    }
}

extension Transaction {
    var accounts: AccountRows { AccountRows(db: db, now: now) }

    /// The sites an administrator looks after, as SQL.
    var administered: String { PeriodDeadlines.sites(from: clerk.site.id) }

    func mustAdminister() throws {
        let roles: Set<Role> = [.systemAdministrator, .securityAdministrator]
        guard clerk.roles.isDisjoint(with: roles) else { return }
        throw Refusal("单位和帐号由系统管理员和安全管理员查看, 您的角色是\(clerk.roleTitles)", reason: .notAllowed)
    }

    /// An account within the administrator's reach.
    func clerkEntry(_ id: Identifier<Clerk>) throws -> ClerkEntry {
        try mustAdminister()
        guard let found = try accounts.clerks("c.id = ? AND t.id IN (\(administered))", [id.rawValue]).first else {
            throw Refusal("\(clerk.site.name)和下级站点没有这个帐号", reason: .notAllowed)
        }
        return found
    }

    fileprivate func clerkEntries(
        _ filter: ClerkFilter, _ place: PagePlace<Clerk>, limit: Int
    ) throws -> Page<ClerkEntry> {
        try query(filter).page(place, limit: limit, db) { try accounts.clerks($0, $1) }
    }

    fileprivate func clerk(
        having words: String, after last: Identifier<Clerk>?, _ filter: ClerkFilter
    ) throws -> Identifier<Clerk>? {
        let query = try query(filter)
        let pattern = likePattern(words)
        let condition = "(c.name LIKE ? ESCAPE '\\' OR c.full_name LIKE ? ESCAPE '\\')"
        return try query.first(after: last, where: condition, [pattern, pattern], db)
            ?? query.first(after: nil, where: condition, [pattern, pattern], db)
    }

    private func query(_ filter: ClerkFilter) throws -> PageQuery {
        try mustAdminister()
        var conditions = ["t.id IN (\(administered))"]
        var arguments: StatementArguments = []
        if let unit = filter.unit {
            conditions.append("u.id = ?")
            arguments += [unit.rawValue]
        }
        if let role = filter.role {
            conditions.append("EXISTS (SELECT 1 FROM clerk_role r WHERE r.clerk_id = c.id AND r.role = ?)")
            arguments += [role.rawValue]
        }
        let hasEnded = "ifnull(c.ended_day <= '\(today)', 0)"
        switch filter.state {
        case .active: conditions.append("c.locked_at IS NULL AND NOT \(hasEnded)")
        case .locked: conditions.append("c.locked_at IS NOT NULL AND NOT \(hasEnded)")
        case .ended: conditions.append(hasEnded)
        case nil: break
        }
        return PageQuery(
            table: AccountRows.table, key: "c.id", filter: conditions.joined(separator: " AND "), arguments: arguments,
            order: PageQuery.Order(
                value: """
                    iif(t.id = \(clerk.site.id.rawValue), '', t.name) || ' ' || u.pinyin || ' ' || u.id || ' ' || c.name
                    """, isAscending: true))
    }
}
