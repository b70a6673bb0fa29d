// The drafts left from last time, offered at sign-in.
import Model

/// The clerk's drafts; Enter goes on with one.
struct DraftsScreen: Screen {
    enum Action: Hashable, Sendable { case open, discard }

    static let name = "drafts"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .open, label: "接着写", help: "打开光标所在的草稿接着写。"),
        Binding(.delete, does: .discard, label: "放弃草稿", help: "丢掉光标所在的草稿和它的附件, 丢掉前会再问一次。"),
    ]
    static let about = "这些是您上次没有写完的草稿。按 Enter 接着写, 按 Esc 以后再说, 草稿一直留着; 不要的按 Del 丢掉。"

    let title = "没有写完的草稿"
    private var drafts: [Draft]
    private var window: ListWindow

    init(drafts: [Draft]) {
        self.drafts = drafts
        window = ListWindow(count: drafts.count)
    }

    var placement: Placement { .popup(Size(rows: min(drafts.count, 10) + 4, columns: 54)) }

    mutating func fit(_ size: Size) { window.fit(page: size.rows - 4) }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? { window.handle(Paging.key(key)) ? Effect.none : nil }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        guard let current = window.current else { return .pop }
        if action == .discard {
            let line = "\(FormTasks.name(of: drafts[current]))《\(Self.title(of: drafts[current]))》中写的内容和附件都会丢掉, 不能找回。"
            return .push(QuestionScreen("放弃草稿?", lines: [line], confirm: "放弃草稿"))
        }
        switch desk.read({ (office, session) throws(Refusal) in try FormTasks.task(of: drafts[current], office, session)
        })
        {
        case .success(let task): return .replace(FormScreen(task))
        case .failure(let refusal): return .refuse(refusal.sentence)
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        guard case .confirmed = answer, let current = window.current else { return .none }
        let draft = drafts[current]
        if case .failure(let refusal) = desk.read({ (office, session) throws(Refusal) in
            try office.discardDraft(draft.form, matter: draft.matter, in: session)
        }) {
            return .refuse(refusal.sentence)
        }
        drafts.remove(at: current)
        window.update(count: drafts.count)
        return (drafts.isEmpty ? Effect.pop : .none).then(.say("草稿已丢掉"))
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        for (line, index) in window.visible.enumerated() {
            let draft = drafts[index]
            let isCurrent = index == window.cursor
            let style: Style = isCurrent ? .current : .plain
            canvas.fill(row: line, style: style)
            canvas.put(isCurrent ? ">" : " ", row: line, column: 0, style: style)
            canvas.put(draft.savedAt.text, row: line, column: 2, style: style)
            canvas.put(FormTasks.name(of: draft), row: line, column: 19, style: style, width: 12)
            canvas.put(Self.title(of: draft), row: line, column: 32, style: style, width: canvas.columns - 33)
            if isCurrent { canvas.placeCursor(row: line, column: 0) }
        }
        canvas.rule(row: canvas.rows - 4)
        guard let current = window.current else { return }
        let title = StyledLine(Self.title(of: drafts[current])).wrapped(to: canvas.columns - 2).prefix(2)
        for (line, text) in title.enumerated() { text.draw(on: canvas, row: canvas.rows - 3 + line, column: 1) }
        canvas.put("按 Enter 接着写, 按 Esc 以后再说, 按 Del 丢掉", row: canvas.rows - 1, column: 1, style: .dim)
    }

    private static func title(of draft: Draft) -> String {
        draft.title.isEmpty ? "(还没有标题)" : draft.title
    }
}
