// 查找: the words sought in a list.

/// One line of text to look for.
struct FindScreen: Screen {
    enum Action: Hashable, Sendable { case find }

    static let name = "find"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .find, label: "查找", help: "从光标所在的行往下找有这几个字的一行。")
    ]
    static let about = "输入要找的几个字, 按 Enter 查找。找到后按 \(MatterListScreen.key(.findNext)) 往下找。"

    let title = "查找"
    private var edit: TextEdit
    /// Whether the words of last time stand there untouched: what is typed then takes their place.
    private var isLastTime: Bool
    private static let size = Size(rows: 1, columns: 40)
    private static let limit = 50

    /// Where the words are sought.
    private let place: String

    init(_ text: String, in place: String = "标题或编号") {
        edit = TextEdit(text, limit: Self.limit, size: Self.size)
        isLastTime = !text.isEmpty
        self.place = place
    }

    var placement: Placement { .popup(Size(rows: 2, columns: 44)) }
    var isTyping: Bool { true }
    var selectedText: String? { edit.selectedText }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? {
        if case .character = key { beginAnew() }
        let outcome = edit.handle(key)
        if case .ignored = outcome { return nil }
        isLastTime = false
        return outcome.sentence.map(Effect.refuse) ?? Effect.none
    }

    mutating func paste(_ text: String, _ desk: Desk) -> Effect? {
        beginAnew()
        return edit.paste(text).sentence.map(Effect.refuse) ?? Effect.none
    }

    private mutating func beginAnew() {
        if isLastTime { edit = TextEdit("", limit: Self.limit, size: Self.size) }
        isLastTime = false
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        let text = edit.text.trimmed
        return text.isEmpty ? .refuse("请输入要找的字") : .answer(.text(text))
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.put("\(place)中的字:", row: 0, column: 1)
        if isLastTime { canvas.putRight("直接输入就换掉", row: 0, column: 0, width: canvas.columns - 1, style: .dim) }
        edit.draw(on: canvas.part(row: 1, column: 1, rows: 1, columns: canvas.columns - 2), focused: true)
    }
}
