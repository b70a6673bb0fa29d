// 一个单位: its names, its clerks, and whether it is closed.
import Model

/// A line for each thing that can be changed; Enter changes it.
struct UnitScreen: Screen {
    enum Action: Hashable, Sendable { case press, rename, clerks, close, reopen }

    static let name = "unit"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, .right, does: .press, label: "办理", help: "办理光标所在的一项: 改名称、看帐号、撤销或恢复。"),
        Binding(does: .rename, label: "改名称", help: "改单位的全称、简称和拼音; 已经发布的仍是原来的名称。", onBar: false),
        Binding(does: .clerks, label: "帐号", help: "列出这个单位的帐号。", onBar: false),
        Binding(does: .close, label: "撤销单位", help: "单位不再存在时撤销; 还有没办完的, 会写明是什么。", onBar: false),
        Binding(does: .reopen, label: "恢复单位", help: "撤销错了, 或者单位重新设立, 恢复使用。", onBar: false),
    ]
    static let about = "一个单位的名称、帐号和撤销日期。用上下键选一项, 按 Enter 办理; 不能办的颜色变淡, 下面写明为什么。"

    let title = "单位"
    private let id: Identifier<Unit>
    private var site: Site?
    private var entry: UnitEntry?
    private var obstacles: [String] = []
    private var window = ListWindow(count: 3, page: 3)

    init(_ id: Identifier<Unit>) { self.id = id }

    mutating func read(_ desk: Desk) -> Effect {
        switch desk.read({ [id] (office, session) throws(Refusal) in try office.unitEntry(id, in: session) }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let found):
            (site, entry, obstacles) = found
            return .none
        }
    }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? { window.handle(Paging.key(key)) ? Effect.none : nil }

    /// What Enter does on the line in hand.
    private var act: Action { [.rename, .clerks, entry?.closedDay == nil ? .close : .reopen][window.cursor] }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        guard let entry, let clerk = desk.clerk else { return "还没有读出来; 请按 F5 重新读取" }
        switch action {
        case .press: return refusal(of: act, desk)
        case .clerks: return nil
        case .rename: return ChangeUnit.refusal(for: clerk)
        case .close: return CloseUnit.refusal(for: clerk) ?? CloseUnit.refusal(entry, obstacles)
        case .reopen:
            return ReopenUnit.refusal(for: clerk) ?? (entry.closedDay == nil ? "\(entry.unit.name)没有撤销, 不用恢复" : nil)
        }
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        guard let entry else { return .none }
        switch action {
        case .press: return update(act, desk)
        case .clerks: return .push(ClerksScreen(of: entry.unit))
        case .rename: return .push(EntryScreen(Self.renaming(entry)))
        case .close: return .push(EntryScreen(Self.closing(entry, desk.today), calendar: desk.calendar))
        case .reopen: return .push(EntryScreen(Self.reopening(entry)))
        }
    }

    private static func renaming(_ entry: UnitEntry) -> EntryTask {
        let unit = entry.unit
        return EntryTask(
            title: ChangeUnit.title, lines: ["已经发布的文书、临时通知和公开文件包仍是原来的名称。"], fields: Unit.fields,
            beginning: Entries(["name": unit.name, "short_name": unit.shortName, "pinyin": unit.pinyin]), verb: "保存"
        ) { entries, desk in
            desk.perform(ChangeUnit(entry, to: entries), "已改动单位名称")
        }
    }

    private static func closing(_ entry: UnitEntry, _ today: Day) -> EntryTask {
        EntryTask(
            title: CloseUnit.title, lines: ["\(entry.unit.name)撤销以后不再列在各处, 发布过的仍可查看。"],
            fields: [CloseUnit.dayField, EntryTask.reason("撤销原因", help: "写明依据, 例如机构改革文件的文号, 最多 200 个字。")],
            beginning: Entries([CloseUnit.dayField.name: today.description]), verb: "撤销"
        ) { entries, desk in
            desk.perform(
                CloseUnit(entry, on: entries[CloseUnit.dayField.name], reason: entries["reason"]),
                "已撤销\(entry.unit.name)")
        }
    }

    private static func reopening(_ entry: UnitEntry) -> EntryTask {
        EntryTask(
            title: ReopenUnit.title, lines: ["\(entry.unit.name)恢复使用; 帐号要另外恢复或开设。"],
            fields: [EntryTask.reason("恢复原因", help: "写明为什么恢复, 最多 200 个字。")], verb: "恢复"
        ) { entries, desk in
            desk.perform(ReopenUnit(entry, reason: entries["reason"]), "已恢复\(entry.unit.name)")
        }
    }

    // MARK: - Picture

    func draw(on canvas: Canvas, _ desk: Desk) {
        guard let entry, let site else { return }
        let unit = entry.unit
        let isOpen = entry.closedDay == nil
        let properties = [
            Property(
                label: "名称", value: unit.name,
                words: "按 Enter 改全称、简称和拼音。", refusal: refusal(of: .rename, desk)),
            Property(label: "帐号", value: "没有停用的 \(entry.clerks) 个", words: "按 Enter 列出这个单位的帐号。", refusal: nil),
            Property(
                label: "撤销", value: entry.closedDay.map { "已于 \($0) 撤销" } ?? "没有",
                words: isOpen ? "按 Enter 撤销这个单位, 要写日期和原因。" : "按 Enter 恢复使用这个单位, 要写原因。",
                refusal: refusal(of: isOpen ? .close : .reopen, desk)),
        ]
        var remarks = [StyledLine("简称 \(unit.shortName), 拼音 \(unit.pinyin)", .dim)]
        if !entry.formerNames.isEmpty {
            remarks.append(StyledLine("曾用名: \(entry.formerNames.joined(separator: "、"))", .dim, indent: 8))
        }
        if !obstacles.isEmpty {
            remarks.append(StyledLine("撤销前要先办完:", .dim))
            remarks += obstacles.map { StyledLine("  \($0)", .dim, indent: 2) }
        }
        PropertyList.draw(
            properties, heading: "\(title)  \(site.name)", remarks: remarks, cursor: window.cursor, on: canvas)
    }
}
