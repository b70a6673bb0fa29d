// The table of settings: each with its meaning, limits, default and who changes it.

extension Setting {
    /// Every setting of an office, in the order of the page.
    /// - Parameter channels: the channels by which comments come; each has a term of its own.
    public static func all(_ channels: [Channel]) -> [Setting] {
        let duties = Procedure.all.filter { $0.duty != nil }.map(dueDay)
        let replies = channels.map(replyDays) + [complexReplyDays]
        return [strict] + duties + Procedure.all.map { review($0.system) } + replies
            + [leastRepresentatives, publicFolder, backupDays]
    }

    /// H1, H2: full days between; the deadline lies one working day earlier.
    public static let strict = Setting(
        "strict", "听证期限按整日计算", .choice(["否", "是"]), standard: "否", by: .systemAdministrator, movesDeadlines: true,
        meaning: "选 是, 听证公告和听证通知的最迟日期提前一个工作日, 没有办结的期限随即重算。")

    /// B1: what is owed for a quarter is due on this day of the month after it.
    public static func dueDay(_ procedure: Procedure) -> Setting {
        let label = procedure.duty?.label ?? ""
        return Setting(
            "\(procedure.system.rawValue).dueDay", "\(label)的期限", .count(1...28, of: "日"), standard: "10",
            by: .systemAdministrator, movesDeadlines: true,
            meaning: "\(label)最迟在下一季度第一个月的这一天发布, 遇休息日顺延; 没有办结的期限随即重算。")
    }

    /// R1: how the documents of a system are reviewed before they go out.
    public static func review(_ system: System) -> Setting {
        let least = ReviewMode.least(system)
        let modes = ReviewMode.allCases.filter { $0 != .none || least == .none }
        let rest = least == .none ? "" : "这个系统的文书必须审核。"
        return Setting(
            "review.\(system.rawValue)", "\(Procedure.of(system)?.name ?? system.title)的审核方式",
            .choice(modes.map(\.title)), standard: least.title, by: .systemAdministrator,
            meaning: "\(system.title)的文书在发布前怎样审核: 线下审签要登记签发人, 在线审核由审核员在这里同意后才能发布。\(rest)")
    }

    /// C1: a comment is answered within 7 working days, where a channel has no term of its own.
    public static func replyDays(_ channel: Channel) -> Setting {
        Setting(
            "replyDays.\(channel.code)", "\(channel.name)的答复期限", replyTerm, standard: "7", by: .systemAdministrator,
            meaning: "从\(channel.name)收到的建议, 最迟在收到后第几个工作日答复; 还没有答复的随即按新的期限计算。")
    }

    /// C1: a complex one within 15, by a reasoned extension.
    public static let complexReplyDays = Setting(
        "replyDays.complex", "延长后的答复期限", replyTerm, standard: "15", by: .systemAdministrator,
        meaning: "情况复杂、经说明理由延长的建议, 最迟在收到后第几个工作日答复。")

    private static let replyTerm = Allowed.count(1...250, of: "个工作日")

    /// H11: one prefecture wants at least 15 representatives.
    public static let leastRepresentatives = Setting(
        "leastRepresentatives", "听证代表的人数", .count(1...200, of: "人"), standard: "15", by: .systemAdministrator,
        meaning: "听证公告上的代表名额少于这个人数时提醒, 仍可以发布。")

    /// Where public packages are written.
    public static let publicFolder = Setting(
        "publicFolder", "公开文件包的文件夹", .folder, standard: "", by: .systemAdministrator,
        meaning: "发布后公开文件包写到服务器上的这个文件夹; 不写时是数据库旁边的同名文件夹, 扩展名 .public。")

    /// From so many days without a backup on, administrators are told.
    public static let backupDays = Setting(
        "backupDays", "备份的间隔", .count(1...365, of: "天"), standard: "7", by: .systemAdministrator,
        meaning: "最近一次备份已经过了这么多天, 就在系统管理中提醒。")
}
