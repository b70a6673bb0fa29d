// 系统管理: what administrators look after, a line each.
import Model

/// The pages of administration. A line that is another role's is dimmed and says whose it is.
struct AdministrationScreen: Screen {
    enum Action: Hashable, Sendable { case open }

    static let name = "administration"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, .right, does: .open, label: "打开", help: "打开光标所在的一项。")
    ]
    static let about = "系统管理员和安全管理员办理的各项。用上下键选择, 按 Enter 打开; 不归您办理的一项颜色变淡, 光标移上去写明归谁办理。"

    /// A page and the roles it is for.
    private struct Entry: Sendable {
        let title: String
        let words: String
        let roles: Set<Role>
        let screen: @Sendable () -> any Screen

        var whose: String {
            "要由\(Role.allCases.filter(roles.contains).map(\.title).joined(separator: "或"))办理"
        }
    }

    private static let administrators: Set<Role> = [.systemAdministrator, .securityAdministrator]

    private static let entries: [Entry] =
        [
            Entry(
                title: ClerksScreen.heading, words: "谁能登录; 开设、调动、角色、一次性密码、锁定、停用", roles: administrators
            ) { ClerksScreen() },
            Entry(title: UnitsScreen.heading, words: "有哪些单位; 新建、改名、撤销", roles: administrators) { UnitsScreen() },
            Entry(title: SettingsScreen.heading, words: "期限、审核等各项设置, 每项的意思和默认值", roles: administrators) {
                SettingsScreen()
            },
            Entry(
                title: CalendarScreen.heading, words: "哪些天上班、哪些天放假, 各有依据; 导入每年的放假安排",
                roles: administrators
            ) { CalendarScreen() },
        ]
        + Procedure.all.compactMap { procedure in
            procedure.duty.map { duty in
                Entry(
                    title: QuartersScreen.heading(duty), words: "要求哪些单位按季度发布, 各单位发布得怎样",
                    roles: SetPeriodDuty.roles
                ) { QuartersScreen(procedure, duty) }
            }
        } + [backups]

    private static let backups = Entry(
        title: BackupsScreen.heading, words: "数据库备份的记录, 多久没有备份了", roles: [.systemAdministrator]
    ) { BackupsScreen() }

    let title = "系统管理"
    /// What is said of an entry in place of what it is.
    private struct Remark {
        let sentence: String
        let isUrgent: Bool
    }

    /// By the titles of the entries, for those whose matter they are.
    private var remarks: [String: Remark] = [:]
    private var window = ListWindow(count: Self.entries.count)

    mutating func read(_ desk: Desk) -> Effect {
        remarks = [:]
        if let year = desk.calendar?.missingYear(on: desk.today) {
            remarks[CalendarScreen.heading] = Remark(
                sentence: "\(year) 年放假安排尚未录入, 公布后请从文件导入", isUrgent: true)
        }
        guard let clerk = desk.clerk, Self.refusal(of: Self.backups, for: clerk) == nil else { return .none }
        switch desk.read({ (office, session) throws(Refusal) in try office.backupStanding(in: session) }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let standing):
            remarks[BackupsScreen.heading] = Remark(sentence: standing.sentence, isUrgent: standing.isOverdue)
        }
        return .none
    }

    mutating func fit(_ size: Size) { window.fit(page: max(1, (size.rows - 2) / 2)) }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? { window.handle(Paging.key(key)) ? Effect.none : nil }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        guard let clerk = desk.clerk, let current = window.current else { return "请先登录" }
        return Self.refusal(of: Self.entries[current], for: clerk)
    }

    private static func refusal(of entry: Entry, for clerk: Clerk) -> String? {
        clerk.roles.isDisjoint(with: entry.roles)
            ? "\(entry.title)\(entry.whose), 您的角色是\(clerk.roleTitles)" : nil
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        window.current.map { .push(Self.entries[$0].screen()) } ?? .none
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.put(title, row: 0, column: 1, style: .label)
        for (line, index) in window.visible.enumerated() {
            let entry = Self.entries[index]
            let isCurrent = index == window.cursor
            let refusal = desk.clerk.flatMap { Self.refusal(of: entry, for: $0) }
            let row = 2 + 2 * line
            canvas.put(isCurrent ? ">" : " ", row: row, column: 0)
            canvas.put(
                entry.title, row: row, column: 1, style: isCurrent ? .current : refusal == nil ? .plain : .dim)
            let remark = refusal == nil ? remarks[entry.title] : nil
            canvas.put(
                remark?.sentence ?? (refusal == nil ? entry.words : entry.whose), row: row + 1, column: 3,
                style: remark?.isUrgent == true ? .soon : .dim)
            if isCurrent { canvas.placeCursor(row: row, column: 0) }
        }
    }
}
