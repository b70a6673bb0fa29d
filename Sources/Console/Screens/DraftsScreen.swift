// The drafts left from last time, offered at sign-in.
import Model

/// The clerk's drafts; Enter goes on with one.
struct DraftsScreen: Screen {
    enum Action: Hashable, Sendable { case open }

    static let name = "drafts"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .open, label: "接着写", help: "打开光标所在的草稿接着写。")
    ]
    static let about = "这些是您上次没有写完的草稿。按 Enter 接着写, 按 Esc 以后再说, 草稿一直留着。"

    let title = "没有写完的草稿"
    private let drafts: [Draft]
    private var window: ListWindow

    init(drafts: [Draft]) {
        self.drafts = drafts
        window = ListWindow(count: drafts.count)
    }

    var placement: Placement { .popup(Size(rows: min(drafts.count, 10) + 2, columns: 60)) }

    mutating func fit(_ size: Size) { window.fit(page: size.rows - 2) }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? { window.handle(Paging.key(key)) ? Effect.none : nil }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        guard let current = window.current else { return .pop }
        switch desk.read({ (office, session) throws(Refusal) in try FormTasks.task(of: drafts[current], office, session)
        })
        {
        case .success(let task): return .replace(FormScreen(task))
        case .failure(let refusal): return .refuse(refusal.sentence)
        }
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
            let title = draft.title.isEmpty ? "(还没有标题)" : draft.title
            canvas.put(title, row: line, column: 32, style: style, width: canvas.columns - 33)
            if isCurrent { canvas.placeCursor(row: line, column: 0) }
        }
        canvas.put("Enter 接着写, Esc 以后再说", row: canvas.rows - 1, column: 2, style: .dim)
    }
}
