// 帐号: a person who signs in.

/// A person who signs in, as the store knows them at this moment.
public struct Clerk: Hashable, Sendable {
    public let id: Identifier<Clerk>
    /// The name typed at sign-in.
    public let name: String
    public let fullName: String
    public let unit: Unit
    public let site: Site
    public let roles: Set<Role>
    /// The password was given by somebody else and must be changed first.
    public let mustChangePassword: Bool

    /// The roles in their fixed order, as clerks read them.
    public var roleTitles: String { Role.titles(roles) }

    var withOwnPassword: Clerk {
        Clerk(
            id: id, name: name, fullName: fullName, unit: unit, site: site, roles: roles, mustChangePassword: false)
    }
}
