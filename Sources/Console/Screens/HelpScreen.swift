// 帮助: what a field or a screen is for, and its keys.

/// Help for a field or a screen, made from the key tables.
struct HelpScreen: Screen {
    enum Action: Hashable, Sendable { case close, testKeys }

    static let name = "help"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .close, label: "关闭", help: "看完了, 回到上一页。"),
        Binding(
            .function(2), .control("p"), does: .testKeys, label: "按键测试", help: "按一个键, 看终端送来什么、认作哪个键、在这一页办什么。"),
    ]
    static let about = "帮助写明这一页怎么用、有哪些键。"

    private let heading: String
    var title: String { pager.scrolls ? "\(heading)  \(pager.position)" : heading }
    private var pager: Pager

    var placement: Placement { .popup(Size(rows: min(18, rows), columns: Self.columns)) }
    /// Rows the whole text takes at that width.
    private let rows: Int
    private static let columns = 66
    /// What could be done where help was asked for, and whether the cursor was in a text.
    private let acts: [ListedAct]
    private let inText: Bool

    init(title: String, paragraphs: [String], acts: [ListedAct], inText: Bool) {
        self.init(title, paragraphs.map { StyledLine($0) }, acts: acts, inText: inText)
    }

    init(title: String, about: String, acts: [ListedAct]) {
        var lines = about.isEmpty ? [] : [StyledLine(about), .empty]
        lines += acts.map { act in
            let keys = act.keys.isEmpty ? "F3" : act.keyNames
            let blanks = String(repeating: " ", count: max(1, 20 - TextWidth.of(keys)))
            return StyledLine(keys + blanks, .keyName, indent: 20)
                .then(act.label + ": ", .label).then(act.help)
        }
        lines += [.empty, StyledLine("上下左右键移动, PgUp、PgDn 或 F7、F8 翻页, Home、End 到开头和末尾。按 F3 列出这里能办的所有事, 记不住键也能办。")]
        self.init(title, lines, acts: acts, inText: false)
    }

    private init(_ title: String, _ lines: [StyledLine], acts: [ListedAct], inText: Bool) {
        (self.acts, self.inText) = (acts, inText)
        heading = "帮助: \(title)"
        pager = Pager(lines, size: Size(rows: 1, columns: Self.columns - 2))
        rows = pager.rows.count
    }

    mutating func fit(_ size: Size) { pager.fit(Size(rows: size.rows, columns: size.columns - 2)) }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? {
        pager.handle(Paging.reading(key)) ? Effect.none : nil
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .close: .pop
        case .testKeys: .replace(KeyTestScreen(acts: acts, inText: inText))
        }
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        pager.draw(on: canvas.part(row: 0, column: 1, columns: canvas.columns - 2))
        canvas.placeCursor(row: canvas.rows - 1, column: 0)
    }
}
