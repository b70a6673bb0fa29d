// The small forms in which acts on an account end.
import Model

/// What is asked before an account is changed.
struct ClerkTasks {
    private let clerk: ClerkEntry
    private let profile: Founding.Profile

    init(_ clerk: ClerkEntry, _ profile: Founding.Profile) {
        self.clerk = clerk
        self.profile = profile
    }

    private var called: String { clerk.called }

    var renaming: EntryTask {
        EntryTask(
            title: RenameClerk.title, lines: ["帐号 \(clerk.name); 日志中以前的记录仍是 \(clerk.fullName)。"],
            fields: [Clerk.fullNameField], beginning: Entries([Clerk.fullNameField.name: clerk.fullName]), verb: "保存"
        ) { [clerk] entries, desk in
            desk.perform(RenameClerk(clerk, to: entries[Clerk.fullNameField.name]), "已改姓名")
        }
    }

    func moving(to units: [Unit]) -> EntryTask {
        EntryTask(
            title: MoveClerk.title, lines: ["\(called) 现在在\(clerk.unit.name)。办过的事项留在那里, 本人的登录随即结束。"],
            fields: [
                Unit.field(units), EntryTask.reason("调动原因", help: "写明依据, 例如调令的文号, 最多 200 个字。"),
            ], beginning: Entries(["unit": String(clerk.unit.id.rawValue)]), verb: "调动"
        ) { [clerk] entries, desk in
            guard let unit = Int64(entries["unit"]) else { return .failure(Refusal("请选择单位")) }
            return desk.perform(
                MoveClerk(clerk, to: Identifier(unit), reason: entries["reason"]), "已调动 \(clerk.called)")
        }
    }

    var roles: EntryTask {
        let rule =
            switch profile {
            case .separated: "三员分立: 系统管理员、安全管理员、审计员都不能再有别的角色。"
            case .small: "小单位: 审计员不能同时是系统管理员或安全管理员。"
            }
        let ticks = Role.allCases.map { role in
            Field(
                role.rawValue, role.title, .tick(role.meaning), required: false,
                help: "按空格键打勾或去掉; \(role.title)\(role.meaning)。")
        }
        let held = clerk.roles.map { ($0.rawValue, "1") }
        return EntryTask(
            title: "\(called) 的角色", lines: [rule],
            fields: ticks + [EntryTask.reason("原因", help: "写明为什么这样设定, 最多 200 个字。")],
            beginning: Entries(Dictionary(uniqueKeysWithValues: held)), verb: "设定"
        ) { [clerk] entries, desk in
            let granted = Set(Role.allCases.filter { !entries[$0.rawValue].isEmpty })
            return desk.perform(SetRoles(clerk, to: granted, reason: entries["reason"]), "已设定 \(clerk.called) 的角色")
        }
    }

    var locking: EntryTask {
        EntryTask(
            title: LockClerk.title, lines: ["锁定 \(called) 以后不能登录, 现在的登录随即结束; 草稿还在, 解锁后接着写。"],
            fields: [EntryTask.reason("锁定原因", help: "写明为什么锁定, 最多 200 个字。")], verb: "锁定"
        ) { [clerk] entries, desk in
            desk.perform(LockClerk(clerk, reason: entries["reason"]), "已锁定帐号 \(clerk.called)")
        }
    }

    func ending(_ today: Day) -> EntryTask {
        EntryTask(
            title: EndClerk.title, lines: ["\(called) 停用以后不能登录; 草稿留在\(clerk.unit.name), 由同事接手。"],
            fields: [EndClerk.dayField, EntryTask.reason("停用原因", help: "写明为什么停用, 例如调离、退休, 最多 200 个字。")],
            beginning: Entries([EndClerk.dayField.name: today.description]), verb: "停用"
        ) { [clerk] entries, desk in
            desk.perform(
                EndClerk(clerk, on: entries[EndClerk.dayField.name], reason: entries["reason"]), "已停用帐号 \(clerk.called)"
            )
        }
    }

    var restoring: EntryTask {
        EntryTask(
            title: RestoreClerk.title, lines: ["\(called) 恢复使用, 角色和密码仍是原来的。"],
            fields: [EntryTask.reason("恢复原因", help: "写明为什么恢复, 最多 200 个字。")], verb: "恢复"
        ) { [clerk] entries, desk in
            desk.perform(RestoreClerk(clerk, reason: entries["reason"]), "已恢复帐号 \(clerk.called)")
        }
    }
}

extension Role {
    /// What it is for, beside its name.
    fileprivate var meaning: String {
        switch self {
        case .publisher: "发布文书, 登记和答复建议"
        case .reviewer: "审核待发布的文书"
        case .supervisor: "督查各单位, 发出督办"
        case .systemAdministrator: "管理单位、帐号和设置"
        case .securityAdministrator: "管理角色、密码和锁定"
        case .auditor: "查看操作日志"
        }
    }
}
