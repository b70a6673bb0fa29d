// Where menu entries lead, and where each role lands after sign-in (design 4).
import Model

enum Landing {
    /// Publishers and reviewers land on the management list of the first system; the others on their own page.
    static func target(for clerk: Clerk) -> Menu.Target {
        if !clerk.roles.isDisjoint(with: [.publisher, .reviewer]) { return .matters(Procedure.all[0].system) }
        if clerk.roles.contains(.supervisor) { return .supervision }
        if clerk.roles.contains(.auditor) { return .journal }
        if clerk.roles.isEmpty { return .changePassword }
        return .administration
    }

    /// Why a clerk cannot open a menu entry, or nil.
    static func refusal(of target: Menu.Target, for clerk: Clerk) -> String? {
        if let due = clerk.duePasswordChange, target != .changePassword {
            return ChangePasswordScreen.refusalToLeave(due)
        }
        guard case .announce(let system) = target, let procedure = Procedure.of(system) else { return nil }
        return clerk.roles.contains(.publisher)
            ? nil : "发布\(procedure.announcementName)要由发布员办理, 您的角色是\(clerk.roleTitles)"
    }

    /// The screens of a menu entry, the last on top; none while it is not in use yet.
    static func screens(for target: Menu.Target, of clerk: Clerk) -> [any Screen] {
        switch target {
        case .matters(let system): Procedure.of(system).map { [MatterListScreen($0)] } ?? []
        case .announce(let system):
            Procedure.of(system).map {
                [MatterListScreen($0), FormScreen(PublishTask($0, $0.documents[0], of: nil))]
            } ?? []
        case .temporaryNotices(let system): Procedure.of(system).map { [TemporaryNoticeListScreen($0)] } ?? []
        case .reports(let system): Procedure.of(system).map { [ReportsScreen($0)] } ?? []
        case .comments(let system): Procedure.of(system).map { [CommentMattersScreen($0)] } ?? []
        case .fullText: [FullTextScreen()]
        case .changePassword: [ChangePasswordScreen(clerk.duePasswordChange)]
        case .reviews: [ReviewsScreen()]
        case .journal: [JournalScreen()]
        case .administration: [AdministrationScreen()]
        case .todo: [TodoScreen()]
        case .supervision: [SupervisionScreen()]
        case .system, .signOut: []
        }
    }

    /// What the status line says after sign-in: what waits, then the last sign-in (GB/T 22239) where there is room for it beside
    /// every count; failed tries are told in a window of their own. Where not even the counts fit, the last of them are left out.
    static func greeting(_ clerk: Clerk, _ waiting: Waiting, _ last: LastSignIn?, fits: (String) -> Bool) -> String {
        let hello = "您好, \(clerk.fullName)。"
        guard !clerk.roles.isEmpty else { return hello + "您的帐号还没有角色, 请找安全管理员" }
        let counts = counts(clerk, waiting).filter { $0.count > 0 }
        let whole =
            counts.isEmpty ? "没有等待办理的事项" : counts.map { "\($0.word) \($0.count) \($0.measure)" }.joined(separator: ", ")
        var brief = counts.map { "\($0.word) \($0.count)" }
        func short() -> String { brief.isEmpty ? whole : brief.joined(separator: ", ") }
        let before = last.map { "。\($0.sentence)" } ?? ""
        for greeting in [hello + whole + before, hello + short() + before, hello + whole] where fits(greeting) {
            return greeting
        }
        while brief.count > 1, !fits(hello + short()) { brief.removeLast() }
        return hello + short()
    }

    /// What waits, the most pressing first; 超期 and 将到期 are the rows of 待办 that say so, as the menu counts them.
    private static func counts(
        _ clerk: Clerk, _ waiting: Waiting
    ) -> [(count: Int, word: String, measure: String)] {
        let ofUnits: [(count: Int, word: String, measure: String)] =
            clerk.roles.contains(.supervisor)
            ? [(waiting.overdue, "各单位超期", "项"), (waiting.soon, "各单位将到期", "项")] : []
        return [(waiting.redTodos, "超期", "项"), (waiting.soonTodos, "将到期", "项")] + ofUnits + [
            (waiting.reviews, "待审核", "份"), (waiting.owedReviews, "待补审", "份"),
            (waiting.comments.values.reduce(0, +), "待办建议", "条"),
            (waiting.todos[.notes] ?? 0, "督办待答复", "件"), (waiting.todos[.answers] ?? 0, "督办答复", "件"),
            (waiting.returned, "退回", "份"), (waiting.agreed, "待发布", "份"),
            (waiting.todos[.drafts] ?? 0, "草稿", "份"), (waiting.unposted, "未上网登记", "份"),
        ]
    }
}
