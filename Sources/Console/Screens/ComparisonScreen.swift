// 对照: what a colleague or another session has saved beside what was typed here, and what to go on with.
import Model

/// Two texts of a form side by side. 返回 has the focus; nothing is chosen by the key that led here.
struct ComparisonScreen: Screen {
    enum Action: Hashable, Sendable { case press }

    static let name = "comparison"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .press, label: "选定", help: "按下光标所在的按钮。返回在前面, 要选用一份请先按左右键。")
    ]
    static let about = """
        左边是已经保存的, 右边是您在这里输入的, 不一样的字标了出来。用上下键、PgUp、PgDn 翻看, 用左右键选按钮, 按 Enter 选定。\
        没有选定以前, 两份都不会丢。
        """

    let title: String
    private let sentence: String
    private var comparison: Comparison
    private var buttons: Buttons
    private var sentenceRows = 1

    /// - Parameters:
    ///   - sentence: who did what and when, and what can be done now.
    ///   - choices: the buttons after 返回; the answer is `.chosen` with their number. Where there is none the form is all there is
    ///     to go back to.
    ///   - back: the word of the first button, where another is meant.
    init(_ title: String, sentence: String, _ comparison: Comparison, choices: [String], back: String? = nil) {
        self.title = title
        self.sentence = sentence
        self.comparison = comparison
        buttons = Buttons([back ?? (choices.isEmpty ? "回表单" : "返回")] + choices)
    }

    mutating func fit(_ size: Size) {
        sentenceRows = StyledLine(sentence).wrapped(to: size.columns - 2).count
        comparison.fit(Size(rows: size.rows - sentenceRows - 3, columns: size.columns - 2))
    }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? {
        comparison.handle(Paging.reading(key)) || buttons.handle(key) ? Effect.none : nil
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        buttons.current == 0 ? .pop : .answer(.chosen(buttons.current - 1))
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.putHeading(title, comparison.scrolls ? comparison.position : nil)
        for (line, text) in StyledLine(sentence, .soon).wrapped(to: canvas.columns - 2).enumerated() {
            text.draw(on: canvas, row: 1 + line, column: 1)
        }
        let top = 1 + sentenceRows
        comparison.draw(
            on: canvas.part(row: top, column: 1, rows: canvas.rows - top - 2, columns: canvas.columns - 2))
        canvas.rule(row: canvas.rows - 2)
        buttons.draw(on: canvas, row: canvas.rows - 1, column: 1, focused: true)
    }
}
