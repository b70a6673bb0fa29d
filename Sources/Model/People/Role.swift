// 角色: what a clerk may do.

/// A clerk's duty. A clerk may have several, within what the profile allows.
public enum Role: String, CaseIterable, Hashable, Sendable {
    case publisher, reviewer, supervisor, systemAdministrator, securityAdministrator, auditor

    /// The role as clerks read it.
    public var title: String {
        switch self {
        case .publisher: "发布员"
        case .reviewer: "审核员"
        case .supervisor: "监管员"
        case .systemAdministrator: "系统管理员"
        case .securityAdministrator: "安全管理员"
        case .auditor: "审计员"
        }
    }
}
