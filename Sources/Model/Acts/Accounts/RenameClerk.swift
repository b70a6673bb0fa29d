// 改姓名: the name by which lists and the journal call a clerk from now on.

/// Changes a clerk's full name. What the journal has already said of the clerk keeps the old one.
public struct RenameClerk: AccountAct {
    public static let name = "renameClerk"
    public static let title = "改姓名"
    public static let roles: Set<Role> = [.systemAdministrator, .securityAdministrator]

    public let read: ClerkEntry
    let fullName: String

    public init(_ clerk: ClerkEntry, to fullName: String) {
        read = clerk
        self.fullName = fullName
    }

    public func change(_ clerk: ClerkEntry, in office: Transaction) throws -> AccountChange {
        let entries = Entries([Clerk.nameField.name: clerk.name, Clerk.fullNameField.name: fullName])
        let fullName = try Clerk.names(entries).fullName
        guard fullName != clerk.fullName else {
            let sentence = "姓名就是 \(fullName), 没有改动"
            throw Refusal(sentence, fields: [FieldError(Clerk.fullNameField.name, sentence)])
        }
        try office.accounts.set("full_name = ?", [fullName], of: clerk.id)
        return AccountChange(
            sentence: "帐号 \(clerk.name) 的姓名由 \(clerk.fullName) 改为 \(fullName)", before: ["姓名": clerk.fullName],
            after: ["姓名": fullName])
    }
}
