// Where menu entries lead, and where each role lands after sign-in (design 4).
import Model

enum Landing {
    /// Publishers, reviewers and supervisors land on the management list of the first system; the others on their own page.
    static func target(for clerk: Clerk) -> Menu.Target {
        if !clerk.roles.isDisjoint(with: [.publisher, .reviewer, .supervisor]) {
            return .matters(Procedure.all[0].system)
        }
        if clerk.roles.contains(.auditor) { return .journal }
        return .administration
    }

    /// Why a clerk cannot open a menu entry, or nil.
    static func refusal(of target: Menu.Target, for clerk: Clerk) -> String? {
        if clerk.mustChangePassword, target != .changePassword { return "首次登录要先修改密码; 不改请按 F10 退出" }
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
        case .changePassword: [ChangePasswordScreen(isFirst: clerk.mustChangePassword)]
        case .reviews: [ReviewsScreen()]
        case .journal: [UnavailableScreen(title: "操作日志")]
        case .administration: [UnavailableScreen(title: "系统管理")]
        case .system, .todo, .supervision, .signOut: []
        }
    }

    /// What the status line says after sign-in.
    static func greeting(_ clerk: Clerk, _ waiting: Waiting) -> String {
        var parts: [String] = []
        if waiting.overdue > 0 { parts.append("超期 \(waiting.overdue) 项") }
        if waiting.soon > 0 { parts.append("将到期 \(waiting.soon) 项") }
        let comments = waiting.comments.values.reduce(0, +)
        if comments > 0 { parts.append("待办建议 \(comments) 条") }
        if waiting.unposted > 0 { parts.append("未上网登记 \(waiting.unposted) 份") }
        if waiting.reviews > 0 { parts.append("待审核 \(waiting.reviews) 份") }
        if waiting.owedReviews > 0 { parts.append("待补审 \(waiting.owedReviews) 份") }
        if waiting.returned > 0 { parts.append("退回 \(waiting.returned) 份") }
        if waiting.agreed > 0 { parts.append("待发布 \(waiting.agreed) 份") }
        if waiting.drafts > 0 { parts.append("草稿 \(waiting.drafts) 份") }
        return parts.isEmpty
            ? "您好, \(clerk.fullName)。没有等待办理的事项" : "您好, \(clerk.fullName)。" + parts.joined(separator: ", ")
    }
}
