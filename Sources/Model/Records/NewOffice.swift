// A new store with its government, first unit and first people: what `yangguang init` makes.
internal import GRDB

extension Office {
    /// Makes a new store at `path` and founds an office in it, in one transaction, journaled as the operator's act.
    /// Every first password is a one-time password: it must be changed at the first sign-in.
    /// - Throws: `Refusal` if something is at `path` already, or the founding breaks a rule; then no file is left behind.
    public static func found(
        _ founding: Founding, at path: String, by operator: ServerOperator = .current, clock: Clock = .system
    ) throws(Refusal) {
        if let refusal = founding.refusal { throw Refusal(refusal) }
        var hashes: [String] = []
        for password in founding.passwords { hashes.append(try Store.mapped(path) { try Password.hash(password) }) }
        let office = try make(at: path, kind: .office, clock: clock)
        do throws(Refusal) {
            try office.fill(founding, hashes, by: `operator`)
        } catch {
            Store.remove(path)
            throw error
        }
    }

    private func fill(_ founding: Founding, _ hashes: [String], by operator: ServerOperator) throws(Refusal) {
        try entering(as: `operator`) { entry in
            let site = try entry.addSite(founding.site, level: .county, profile: founding.profile)
            let unit = try entry.addUnit(
                founding.unit, shortName: founding.shortName, pinyin: founding.pinyin, of: site)
            for (person, hash) in zip(founding.profile.people, hashes) {
                try entry.addClerk(
                    NewClerk(person.name, person.fullName, roles: person.roles, passwordHash: hash), of: unit)
            }
        }
    }
}
