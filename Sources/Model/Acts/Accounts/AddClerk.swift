// 开设帐号: an account without roles and without a password; both come from the security administrator.

/// Makes an account in a unit of the site or of one below it.
public struct AddClerk: Act {
    public static let name = "addClerk"
    public static let title = "开设帐号"
    public static let roles: Set<Role> = [.systemAdministrator]

    public static let fields = [Clerk.nameField, Clerk.fullNameField]

    let unit: Identifier<Unit>
    let entries: Entries

    public init(to unit: Identifier<Unit>, _ entries: Entries) {
        self.unit = unit
        self.entries = entries
    }

    public func perform(in office: Transaction) throws -> Performed<Identifier<Clerk>> {
        let (name, fullName) = try Clerk.names(entries)
        let unit = try office.openUnit(self.unit).unit
        let id = try office.accounts.add(name, fullName, to: unit.id)
        return Performed(id, Self.entry(try office.clerkEntry(id)))
    }

    /// What the journal says of it.
    static func entry(_ clerk: ClerkEntry) -> Journal.Entry {
        Journal.Entry(
            subject: clerk.journalName, sentence: "开设帐号 \(clerk.called), 单位 \(clerk.unit.name)",
            after: ["帐号": clerk.name, "姓名": clerk.fullName, "单位": clerk.unit.name])
    }
}
