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

    /// What the status line says after sign-in. Where all of it does not fit, it says it in fewer words, and leaves out the last.
    static func greeting(_ clerk: Clerk, _ waiting: Waiting, _ last: LastSignIn?, fits: (String) -> Bool) -> String {
        let counted = greeting(clerk, waiting, fits: fits)
        guard let last else { return counted }
        // The last sign-in is always said (GB/T 22239); what waits stands in the menu, too.
        let whole = "\(counted)。\(last.sentence)"
        if fits(whole) { return whole }
        let brief = "您好, \(clerk.fullName)。\(last.sentence)"
        return fits(brief) ? brief : last.sentence
    }

    private static func greeting(_ clerk: Clerk, _ waiting: Waiting, fits: (String) -> Bool) -> String {
        guard !clerk.roles.isEmpty else { return "您好, \(clerk.fullName)。您的帐号还没有角色, 请找安全管理员" }
        let counts = [
            (waiting.overdue, "超期", "项"), (waiting.soon, "将到期", "项"),
            (waiting.comments.values.reduce(0, +), "待办建议", "条"), (waiting.unposted, "未上网登记", "份"),
            (waiting.todos[.notes] ?? 0, "督办待答复", "件"), (waiting.todos[.answers] ?? 0, "督办答复", "件"),
            (waiting.reviews, "待审核", "份"), (waiting.owedReviews, "待补审", "份"), (waiting.returned, "退回", "份"),
            (waiting.agreed, "待发布", "份"), (waiting.drafts, "草稿", "份"),
        ].filter { $0.0 > 0 }
        guard !counts.isEmpty else { return "您好, \(clerk.fullName)。没有等待办理的事项" }
        let whole = counts.map { "\($1) \($0) \($2)" }.joined(separator: ", ")
        let greeting = "您好, \(clerk.fullName)。\(whole)"
        guard !fits(greeting) else { return greeting }
        var brief = counts.map { count, word, _ in "\(word) \(count)" }
        while brief.count > 1, !fits(brief.joined(separator: ", ")) { brief.removeLast() }
        return brief.joined(separator: ", ")
    }
}
