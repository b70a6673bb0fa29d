// 帐号: a person who signs in.

/// Why a password must be changed.
public enum PasswordChange: Hashable, Sendable {
    /// It was given by somebody else.
    case given
    /// It has served its time.
    case expired

    /// What a clerk is told who wants to do something else first.
    func refusal(of act: String) -> String {
        switch self {
        case .given: "您的密码是别人设的, 请先修改密码, 再办理\(act)"
        case .expired: "您的密码已经到期, 请先修改密码, 再办理\(act)"
        }
    }
}

/// A person who signs in, as the store knows them at this moment.
public struct Clerk: Hashable, Sendable {
    public let id: Identifier<Clerk>
    /// The name typed at sign-in.
    public let name: String
    public let fullName: String
    public let unit: Unit
    public let site: Site
    public let roles: Set<Role>
    /// Why the password must be changed before anything else; nil where it need not.
    public let duePasswordChange: PasswordChange?

    /// The roles in their fixed order, as clerks read them.
    public var roleTitles: String { Role.titles(roles) }

    public var mustChangePassword: Bool { duePasswordChange != nil }

    var withOwnPassword: Clerk {
        Clerk(id: id, name: name, fullName: fullName, unit: unit, site: site, roles: roles, duePasswordChange: nil)
    }
}
