// Which roles one person may have together, by how the office divides its administration.

extension Founding.Profile {
    /// The profile's name in the store.
    var code: String {
        switch self {
        case .separated: "separated"
        case .small: "small"
        }
    }

    init?(code: String) {
        guard let profile = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = profile
    }

    /// Why one person may not have these roles together, or nil.
    public func refusal(toCombine roles: Set<Role>) -> String? {
        let administers = Role.allCases.filter { Role.administrators.contains($0) && roles.contains($0) }
        switch self {
        case .separated:
            guard let first = administers.first, roles.count > 1 else { return nil }
            return "本站点是\(rawValue), \(first.title)不能再有别的角色, 现在选了 \(Role.titles(roles)); 请只留一个, 或另设帐号"
        case .small:
            guard roles.contains(.auditor), administers.count > 1 else { return nil }
            return "本站点是\(rawValue), 审计员不能同时是系统管理员或安全管理员, 现在选了 \(Role.titles(roles)); 请由另一人担任审计员"
        }
    }
}

extension Role {
    /// 三员: those who administer and watch each other; the last of each kind is never taken away.
    public static let administrators: Set<Role> = [.systemAdministrator, .securityAdministrator, .auditor]

    /// Roles in their fixed order, as clerks read them.
    public static func titles(_ roles: Set<Role>) -> String {
        roles.isEmpty ? "没有角色" : allCases.filter(roles.contains).map(\.title).joined(separator: " ")
    }
}
