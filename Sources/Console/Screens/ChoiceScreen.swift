// A list to choose one line from: units, choices of a field, where a file goes.

/// A pick list over the screen that asked for it.
struct ChoiceScreen: Screen {
    enum Action: Hashable, Sendable { case choose }

    static let name = "choice"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .choose, label: "选定", help: "选光标所在的这一行。")
    ]
    static let about = "用上下键选择, 按 Enter 选定, 按 Esc 不选。"

    let title: String
    private let lines: [String]
    private var window: ListWindow

    init(_ title: String, _ lines: [String], current: Int = 0) {
        self.title = title
        self.lines = lines
        window = ListWindow(count: lines.count, cursor: current)
    }

    var placement: Placement {
        let widest = lines.map(TextWidth.of(_:)).max() ?? 0
        return .popup(
            Size(rows: min(max(1, lines.count), 15), columns: min(70, max(widest + 4, TextWidth.of(title) + 6))))
    }

    mutating func fit(_ size: Size) { window.fit(page: size.rows) }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? { window.handle(Paging.key(key)) ? Effect.none : nil }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        window.current.map { .answer(.chosen($0)) } ?? .pop
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        for (line, index) in window.visible.enumerated() {
            let isCurrent = index == window.cursor
            let style: Style = isCurrent ? .current : .plain
            canvas.fill(row: line, style: style)
            canvas.put(isCurrent ? ">" : " ", row: line, column: 0, style: style)
            canvas.put(lines[index], row: line, column: 2, style: style)
            if isCurrent { canvas.placeCursor(row: line, column: 0) }
        }
    }
}
