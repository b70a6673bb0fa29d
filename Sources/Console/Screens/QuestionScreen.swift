// A question before something that cannot be taken back, with the thing it is about.

/// A question. 返回 has the focus, so the key that began never ends it; a reason is asked for where the act needs one.
struct QuestionScreen: Screen {
    enum Action: Hashable, Sendable { case press, next }

    static let name = "question"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .press, label: "选定", help: "按下光标所在的按钮。返回在前面, 要办理请先按向右键。"),
        Binding(.tab, .backTab, does: .next, label: "换栏", help: "在原因和按钮之间切换。"),
    ]
    static let about = "看清楚要办的事, 用左右键选按钮, 按 Enter 选定。按 Esc 返回, 什么也不做。"

    let title: String
    private let lines: [String]
    private let effect: Effect?
    private var buttons: Buttons
    private var reason: TextEdit?
    private var isInReason: Bool
    private let reasonLabel: String

    /// - Parameters:
    ///   - confirm: the word on the button that does it.
    ///   - reason: the label of the written reason, where one is needed.
    ///   - written: a reason that was written before.
    ///   - effect: what happens on confirming; nil hands `.confirmed` to the screen below.
    init(
        _ title: String, lines: [String], confirm: String, reason: String? = nil, written: String = "",
        limit: Int = 200,
        effect: Effect? = nil
    ) {
        self.title = title
        self.lines = lines
        self.effect = effect
        buttons = Buttons("返回", confirm)
        reasonLabel = reason ?? ""
        self.reason =
            reason == nil ? nil : TextEdit(written, shape: .multiLine, limit: limit, size: Size(rows: 3, columns: 52))
        isInReason = reason != nil
    }

    var placement: Placement {
        let wrapped = lines.reduce(0) { $0 + StyledLine($1).wrapped(to: 52).count }
        return .popup(Size(rows: min(16, wrapped + (reason == nil ? 3 : 8)), columns: 54))
    }
    var isTyping: Bool { isInReason }
    var selectedText: String? { isInReason ? reason?.selectedText : nil }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        action == .next && reason == nil ? "这里没有要填写的内容; 按左右键选按钮" : nil
    }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? {
        guard isInReason, var edit = reason else { return buttons.handle(key) ? Effect.none : nil }
        if key == .down, !edit.isSelecting, edit.cursorLine == edit.wrap.lines.count - 1 {
            isInReason = false
            return Effect.none
        }
        let outcome = edit.handle(key)
        reason = edit
        if case .ignored = outcome { return nil }
        return outcome.sentence.map(Effect.refuse) ?? Effect.none
    }

    mutating func paste(_ text: String, _ desk: Desk) -> Effect? {
        guard isInReason, var edit = reason else { return nil }
        let outcome = edit.paste(text)
        reason = edit
        return outcome.sentence.map(Effect.refuse) ?? Effect.none
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .next:
            isInReason = reason != nil && !isInReason
            return .none
        case .press:
            guard buttons.current == 1 else { return .pop }
            let written = reason?.text.trimmed ?? ""
            if reason != nil, written.isEmpty {
                isInReason = true
                return .refuse("请先填写\(reasonLabel)")
            }
            return effect.map { .several([.pop, $0]) } ?? .answer(.confirmed(reason: written))
        }
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        var row = 0
        for line in lines {
            for text in StyledLine(line).wrapped(to: canvas.columns - 2) where row < canvas.rows - 2 {
                text.draw(on: canvas, row: row, column: 1)
                row += 1
            }
        }
        if let reason {
            canvas.put(reasonLabel + " (写好后按 Tab)", row: row + 1, column: 1, style: .label)
            canvas.putRight(reason.counter, row: row + 1, column: 1, width: canvas.columns - 2, style: .dim)
            reason.draw(
                on: canvas.part(row: row + 2, column: 1, rows: 3, columns: canvas.columns - 2), focused: isInReason)
        }
        buttons.draw(on: canvas, row: canvas.rows - 1, column: 1, focused: !isInReason)
    }
}
