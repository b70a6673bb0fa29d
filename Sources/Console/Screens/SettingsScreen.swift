// 设置: in what this office differs, each with its meaning, its value and its default.
import Model

/// Every setting of the site, a line each; whose it is may change it.
struct SettingsScreen: Screen {
    enum Action: Hashable, Sendable { case change, standard }

    static let name = "settings"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .change, label: "改动", help: "改动光标所在的一项; 改动前后的值都记入日志。"),
        Binding(does: .standard, label: "恢复默认", help: "把光标所在的一项改回默认值。", onBar: false),
    ]
    static let about = """
        本站点的各项设置, 每项写明现在的值; 改过的在右边写 改过。用上下键选择, 下面写明这一项的意思、默认值、可以怎样写和谁最后改动。\
        改动立即生效, 别人正在办的也按新的算。
        """
    static let heading = "设置"

    let title = Self.heading
    private var entries: [SettingEntry] = []
    private var window = ListWindow()

    /// Rows round the list: a heading, the column heads, a rule and five lines for the setting in hand.
    private static let surroundings = 8

    mutating func fit(_ size: Size) { window.fit(page: size.rows - Self.surroundings) }

    var inHand: AnyHashable? { current?.setting.name }

    private var current: SettingEntry? { window.current.map { entries[$0] } }

    mutating func read(_ desk: Desk) -> Effect {
        switch desk.read({ (office, session) throws(Refusal) in try office.settingEntries(in: session) }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let entries):
            self.entries = entries
            window.update(count: entries.count)
            return .none
        }
    }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? { window.handle(Paging.key(key)) ? Effect.none : nil }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        guard let current, let clerk = desk.clerk else { return "还没有读出来; 请按 F5 重新读取" }
        if let refusal = ChangeSetting.refusal(current.setting, for: clerk) { return refusal }
        return action == .standard && current.isStandard ? "\(current.setting.label)现在就是默认值: \(current.reading)" : nil
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        guard let current else { return .none }
        let setting = current.setting
        switch action {
        case .change:
            return .push(
                EntryScreen(
                    EntryTask(
                        title: setting.label,
                        lines: [
                            "现在是 \(current.reading), 默认是 \(setting.reading(setting.standard)), 可以是 \(setting.choices)。"
                        ],
                        fields: [setting.entryField], beginning: Entries(["value": current.value]), verb: "改动"
                    ) { entries, desk in Self.change(current, to: entries["value"], desk) }))
        case .standard:
            let standard = setting.reading(setting.standard)
            return .push(
                QuestionScreen(
                    "恢复默认?", lines: ["\(setting.label): \(current.reading) 改为 \(standard)", setting.meaning],
                    confirm: "恢复"))
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        guard case .confirmed = answer, let current else { return .none }
        switch Self.change(current, to: current.setting.standard, desk) {
        case .success(let effect): return read(desk).then(effect)
        case .failure(let refusal): return .refuse(refusal.sentence)
        }
    }

    private static func change(_ entry: SettingEntry, to value: String, _ desk: Desk) -> Result<Effect, Refusal> {
        let setting = entry.setting
        return desk.read { (office, session) throws(Refusal) in
            try office.perform(ChangeSetting(setting, to: value, read: entry.value), in: session)
        }.map { .say($0.sentence("已改动\(setting.label)")) }
    }

    // MARK: - Picture

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.putHeading(title, "共 \(entries.count) 项")
        let table = canvas.part(row: 0, column: 0, columns: canvas.columns - 1)
        let columns = Columns(
            Columns.Column("设置", .flexible(share: 3)), Columns.Column("现在的值", .flexible(share: 2)),
            Columns.Column("", .fixed(4)))
        columns.drawHeadings(on: table, row: 1)
        for (line, index) in window.visible.enumerated() {
            let entry = entries[index]
            let style: Style =
                desk.clerk.flatMap { ChangeSetting.refusal(entry.setting, for: $0) } == nil ? .plain : .dim
            columns.draw(
                [
                    Columns.Value(entry.setting.label, style), Columns.Value(entry.reading, style),
                    Columns.Value(entry.isStandard ? "" : "改过"),
                ], row: 2 + line, on: table, current: index == window.cursor ? Columns.Current(cell: 1) : nil)
        }
        drawDetail(on: canvas)
        canvas.placeCursor(row: 2 + window.cursor - window.top, column: 0)
    }

    private func drawDetail(on canvas: Canvas) {
        let row = canvas.rows - 6
        canvas.rule(row: row)
        guard let current else { return }
        let setting = current.setting
        let lines = [
            StyledLine(setting.meaning),
            StyledLine("默认 \(setting.reading(setting.standard)); 可以是 \(setting.choices)", .dim),
            StyledLine("由\(setting.role.title)改动; \(current.history)", .dim),
        ]
        Passage(lines, columns: canvas.columns - 2, most: 5)
            .draw(on: canvas.part(row: row + 1, column: 1, columns: canvas.columns - 2))
    }
}

extension Setting {
    /// The field in a form that is already headed by the setting's name.
    fileprivate var entryField: Field {
        Field(field.name, "改为", field.kind, limit: field.limit, required: field.isRequired, help: meaning)
    }
}
