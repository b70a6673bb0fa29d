// The settings in which offices differ, each with its meaning and default.

/// The settings that hold for a site.
public struct Settings: Sendable {
    /// One setting: its name in the store, what it means, and what holds where nothing is set.
    public struct Item: Sendable {
        public let name: String
        public let meaning: String
        public let standard: String
    }

    /// Full days between for H1 and H2: the deadline lies one working day earlier.
    public static let strict = Item(
        name: "strict", meaning: "听证公告和通知的期限按整日计算, 提前一个工作日 (是/否)", standard: "否")

    /// H11: one prefecture wants at least 15 representatives.
    public static let leastRepresentatives = Item(
        name: "leastRepresentatives", meaning: "听证代表少于这个人数时提醒 (人)", standard: "15")

    /// Where public packages are written.
    public static let publicFolder = Item(
        name: "publicFolder", meaning: "公开文件包写到哪个文件夹, 写绝对路径; 不写时是数据库旁边的同名文件夹, 扩展名 .public", standard: "")

    /// C1: a comment is answered within 7 working days, where a channel has no term of its own.
    public static func replyDays(_ channel: Channel) -> Item {
        Item(name: "replyDays.\(channel.code)", meaning: "\(channel.name)的答复期限 (工作日)", standard: "7")
    }

    /// C1: a complex one within 15, by a reasoned extension.
    public static let complexReplyDays = Item(
        name: "replyDays.complex", meaning: "情况复杂、经说明理由延长的答复期限 (工作日)", standard: "15")

    /// B1: what is owed for a quarter is due on this day of the month after it.
    public static func dueDay(_ procedure: Procedure) -> Item {
        Item(
            name: "\(procedure.system.rawValue).dueDay",
            meaning: "\(procedure.duty?.label ?? "")最迟在下一季度第一个月的几日发布, 1 到 28, 遇休息日顺延 (日)", standard: "10")
    }

    /// R1: how the documents of a system are reviewed before they go out.
    public static func review(_ system: System) -> Item {
        let modes = ReviewMode.allCases.map(\.title).joined(separator: "/")
        return Item(
            name: "review.\(system.rawValue)", meaning: "\(system.title)发布前的审核方式 (\(modes))",
            standard: ReviewMode.least(system).title)
    }

    private let values: [String: String]

    public init(_ values: [String: String] = [:]) { self.values = values }

    public var strict: Bool { self[Self.strict] == "是" }

    /// The fewest representatives of a hearing without a warning (H11).
    public var leastRepresentatives: Int { count(Self.leastRepresentatives) }

    /// The folder of public packages as it was set; empty where none is.
    public var publicFolder: String { self[Self.publicFolder] }

    /// Working days for the reply to a comment of a channel (C1), within what can be meant.
    public func replyDays(_ channel: Channel) -> Int { replyDays(Self.replyDays(channel)) }

    public var complexReplyDays: Int { replyDays(Self.complexReplyDays) }

    /// The day of the month by which what a system's units owe for a quarter is due (B1), 1 to 28.
    public func dueDay(_ procedure: Procedure) -> Int { min(max(count(Self.dueDay(procedure)), 1), 28) }

    /// How a system is reviewed, never less than it must be (B3).
    public func review(_ system: System) -> ReviewMode {
        let set = ReviewMode(titled: self[Self.review(system)]) ?? .none
        return set == .none ? .least(system) : set
    }

    private func replyDays(_ item: Item) -> Int { min(max(count(item), 1), 250) }

    /// A setting that is a number; what is not one counts as the standard.
    private func count(_ item: Item) -> Int { Int(self[item]) ?? Int(item.standard) ?? 0 }

    /// The same within limits.
    func count(_ item: Item, within limits: ClosedRange<Int>) -> Int {
        min(max(count(item), limits.lowerBound), limits.upperBound)
    }

    private subscript(item: Item) -> String { values[item.name] ?? item.standard }
}
