// What a new office begins with: its government, its first unit and its first people.

/// The founding of an office: everything `yangguang init` is told.
public struct Founding: Sendable {
    /// How administration is divided among people.
    public enum Profile: String, CaseIterable, Sendable {
        /// Three administrators who watch each other, none of whom publishes, and a publisher.
        case separated = "三员分立"
        /// Two people for an office that has no more: both may publish, and one audits the other.
        case small = "小单位"

        /// The first people, in the order in which their passwords are given.
        public var people: [Person] {
            switch self {
            case .separated:
                [
                    Person("xitong", "系统管理员", [.systemAdministrator]),
                    Person("anquan", "安全管理员", [.securityAdministrator]),
                    Person("shenji", "审计员", [.auditor]),
                    Person("fabu", "发布员", [.publisher]),
                ]
            case .small:
                [
                    Person("guanli", "管理员", [.systemAdministrator, .securityAdministrator, .publisher]),
                    Person("shenji", "审计员", [.auditor, .publisher]),
                ]
            }
        }
    }

    /// One of the first people. Real names are entered later.
    public struct Person: Sendable {
        /// The name typed at sign-in.
        public let name: String
        public let fullName: String
        public let roles: Set<Role>

        init(_ name: String, _ fullName: String, _ roles: Set<Role>) {
            self.name = name
            self.fullName = fullName
            self.roles = roles
        }
    }

    let site: String
    let unit: String
    let shortName: String
    let pinyin: String
    let profile: Profile
    let passwords: [String]

    /// - Parameters:
    ///   - shortName: 简称; the beginning of the unit's name when empty.
    ///   - pinyin: what the unit is sorted by; its name when empty.
    ///   - passwords: a one-time password for each of `profile.people`.
    public init(
        site: String, unit: String, shortName: String = "", pinyin: String = "", profile: Profile, passwords: [String]
    ) {
        self.site = site.trimmed
        self.unit = unit.trimmed
        self.shortName =
            shortName.trimmed.isEmpty ? String(unit.trimmed.prefix(Unit.longestShortName)) : shortName.trimmed
        self.pinyin = pinyin.trimmed.isEmpty ? unit.trimmed : pinyin.trimmed.lowercased()
        self.profile = profile
        self.passwords = passwords
    }

    /// Why an office cannot be founded so, or nil.
    public var refusal: String? { namesRefusal ?? passwordsRefusal }

    /// What is wrong with the names, before any password is typed.
    public var namesRefusal: String? {
        let names = [
            (Field("site", "站点名称", .line, limit: Site.longestName, help: ""), site),
            (Field("unit", "单位名称", .line, limit: Unit.longestName, help: ""), unit),
            (Field("short_name", "单位简称", .line, limit: Unit.longestShortName, help: ""), shortName),
            (Field("pinyin", "单位拼音", .line, limit: Unit.longestName, help: ""), pinyin),
        ]
        for (field, name) in names {
            if case .failure(let error) = FieldReader.read(field, name, today: Day.first) { return error.sentence }
        }
        for (label, name) in [("站点名称", site), ("单位名称", unit)] where name.unicodeScalars.count < 2 {
            return "\(label)至少 2 字, 填的是 \(name)"
        }
        return nil
    }

    private var passwordsRefusal: String? {
        guard passwords.count == profile.people.count else {
            let names = profile.people.map(\.name).joined(separator: "、")
            return "\(profile.rawValue)要 \(profile.people.count) 个初始密码, 依次给 \(names), 现在有 \(passwords.count) 个"
        }
        for (person, password) in zip(profile.people, passwords) {
            if let refusal = PasswordPolicy.standard.refusal(password, clerkName: person.name) {
                return "帐号 \(person.name): \(refusal)"
            }
        }
        return nil
    }
}
