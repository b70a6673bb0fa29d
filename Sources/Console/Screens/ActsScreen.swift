// 操作: every act of field, screen and program in a list worked by arrows and Enter.

/// The list behind F3. What cannot be done now is dimmed, and its reason stands below.
struct ActsScreen: Screen {
    enum Action: Hashable, Sendable { case perform, close }

    static let name = "acts"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .perform, label: "办理", help: "办理光标所在的这一项。"),
        Binding(.function(3), .control("o"), does: .close, label: "收起", help: "收起这张列表, 什么也不办。"),
    ]
    static let about = "列出这里能办的所有事。用上下键选择, 按 Enter 办理; 灰色的现在不能办, 下面写着原因。"

    /// How many there are is said where not all fit.
    var title: String {
        let seen = window.visible
        return seen.count == acts.count ? "操作" : "操作  第 \(seen.lowerBound + 1)-\(seen.upperBound) 项 共 \(acts.count) 项"
    }
    private let acts: [ListedAct]
    private var window: ListWindow

    /// The list, a rule, and two lines for what the act is or why it cannot be done.
    var placement: Placement { .popup(Size(rows: min(acts.count, 14) + 3, columns: 54)) }

    init(acts: [ListedAct]) {
        self.acts = acts
        window = ListWindow(count: acts.count)
    }

    mutating func fit(_ size: Size) { window.fit(page: size.rows - 3) }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? { window.handle(Paging.key(key)) ? Effect.none : nil }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        guard action == .perform, let current = window.current else { return .pop }
        if let refusal = acts[current].refusal { return .refuse(refusal) }
        return .answer(.act(acts[current].name))
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        for (line, index) in window.visible.enumerated() {
            let act = acts[index]
            let isCurrent = index == window.cursor
            let style: Style = isCurrent ? .current : act.refusal == nil ? .plain : .dim
            canvas.fill(row: line, style: style)
            canvas.put(isCurrent ? ">" : " ", row: line, column: 0, style: style)
            canvas.put(act.label, row: line, column: 2, style: style)
            canvas.putRight(act.keyNames, row: line, column: 0, width: canvas.columns - 1, style: style)
            if isCurrent { canvas.placeCursor(row: line, column: 0) }
        }
        canvas.rule(row: canvas.rows - 3)
        guard let current = window.current else { return }
        let act = acts[current]
        let words = act.refusal.map { "现在不能办: \($0)" } ?? act.help
        for (line, text) in StyledLine(words, act.refusal == nil ? .plain : .refusal).wrapped(to: canvas.columns - 2)
            .prefix(2).enumerated()
        {
            text.draw(on: canvas, row: canvas.rows - 2 + line, column: 1)
        }
    }
}
