// The function menu tree (design 4): one heading per system with its entries, then what there is once.
import Model

/// The menu as rows, for one clerk.
struct Menu {
    enum Action: Hashable, Sendable { case open }

    static let bindings: [Binding<Action>] = [
        Binding(.enter, .right, does: .open, label: "打开", help: "打开光标所在的一项; 在系统的名称上是展开或收起它的各项。")
    ]
    static let about = "用上下键选择, 按 Enter 打开; 系统名称前的 > 表示收起, v 表示展开。右边的数字是等待办理的件数, 待办中超期的另写在前面。按 F6 回到工作区。"
    static let acts = bindings.map { ListedAct(.menu($0.action), $0) }

    /// Where a row leads.
    enum Target: Hashable {
        case system(System)
        case temporaryNotices(System)
        case announce(System)
        case matters(System)
        case comments(System)
        case reports(System)
        case fullText
        case reviews, todo, supervision, administration, journal, changePassword, signOut
    }

    struct Row: Equatable {
        let target: Target
        let label: String
        /// 0 for headings and the entries at the bottom, 1 for a system's entries.
        let level: Int
        /// `v` open, `>` closed, nil for what is not a heading.
        let mark: String?
        var count = 0
        /// How many of them are overdue.
        var red = 0
    }

    private(set) var rows: [Row] = []
    var window = ListWindow()
    private var open: Set<System> = Set(Procedure.all.prefix(1).map(\.system))
    /// What the work area was opened from.
    private var followed: Target?
    private let roles: Set<Role>

    init(for clerk: Clerk) {
        roles = clerk.roles
        build(Waiting())
    }

    /// The row the cursor is on.
    var current: Row? { rows.indices.contains(window.cursor) ? rows[window.cursor] : nil }

    /// Sets the counts of what is waiting.
    mutating func show(_ waiting: Waiting) { build(waiting) }

    /// Opens or closes a system's entries.
    mutating func toggle(_ system: System, _ waiting: Waiting) {
        if open.remove(system) == nil { open.insert(system) }
        build(waiting)
    }

    /// Puts the cursor on a target as far as its row is shown.
    mutating func point(at target: Target) {
        if let row = rows.firstIndex(where: { $0.target == target }) { window.select(row) }
    }

    /// Takes in what the work area was opened from, and marks it.
    mutating func follow(_ target: Target) {
        followed = target
        point(at: target)
    }

    /// Marks what the work area was opened from once more.
    mutating func pointBack() {
        if let followed { point(at: followed) }
    }

    private mutating func build(_ waiting: Waiting) {
        let kept = current?.target
        rows = []
        let publishes = !roles.isDisjoint(with: [.publisher, .reviewer, .supervisor])
        if publishes {
            for system in System.inMenu { add(system, waiting) }
            let reviews = waiting.reviews + (roles.contains(.supervisor) ? waiting.owedReviews : 0)
            // Others see the entry only while there is something in it for them.
            if roles.contains(.reviewer) || reviews > 0 {
                rows.append(Row(target: .reviews, label: "待审核", level: 0, mark: nil, count: reviews))
            }
            rows.append(
                Row(
                    target: .todo, label: "待办", level: 0, mark: nil, count: waiting.total, red: waiting.redTodos))
        }
        if roles.contains(.supervisor) { add(.supervision, "督查") }
        if !roles.isDisjoint(with: [.systemAdministrator, .securityAdministrator]) { add(.administration, "系统管理") }
        if roles.contains(.auditor) { add(.journal, "操作日志") }
        add(.changePassword, "修改密码")
        add(.signOut, "退出系统")
        window.update(count: rows.count)
        if let kept { point(at: kept) }
    }

    private mutating func add(_ system: System, _ waiting: Waiting) {
        let isOpen = open.contains(system)
        rows.append(Row(target: .system(system), label: system.title, level: 0, mark: isOpen ? "v" : ">"))
        if isOpen, system.hasFullTextQuery {
            rows.append(Row(target: .fullText, label: "全文查询", level: 1, mark: nil))
        }
        guard isOpen, let procedure = Procedure.of(system) else { return }
        rows.append(Row(target: .temporaryNotices(system), label: "临时通知发布", level: 1, mark: nil))
        rows.append(Row(target: .announce(system), label: procedure.announcementName + "发布", level: 1, mark: nil))
        rows.append(Row(target: .matters(system), label: procedure.announcementName + "管理", level: 1, mark: nil))
        rows.append(
            Row(
                target: .comments(system), label: "群众建议管理", level: 1, mark: nil,
                count: waiting.comments[system] ?? 0))
        rows.append(Row(target: .reports(system), label: "报表管理", level: 1, mark: nil))
    }

    private mutating func add(_ target: Target, _ label: String) {
        rows.append(Row(target: target, label: label, level: 0, mark: nil))
    }
}
