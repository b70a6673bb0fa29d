// 答复模板: the unit's ready answers, to be taken into an answer, changed, added to.
import Model

/// The templates of the unit. Opened from a box, Enter puts the one in hand into it.
struct TemplatesScreen: Screen {
    enum Action: Hashable, Sendable { case use, new, change, delete }

    static let name = "templates"
    static let bindings: [Binding<Action>] = [
        Binding(.function(2), .control("p"), does: .new, label: "新建模板", help: "新建一个模板; 正在写答复时, 写好的内容已经填在里面。"),
        Binding(.enter, does: .use, label: "选用", help: "把光标所在的模板放进正在写的内容中, 还可以再改。"),
        Binding(.character("x"), does: .change, label: "修改", help: "修改光标所在的模板; 已经用它写的答复不变。"),
        Binding(.delete, does: .delete, label: "删除", help: "删除光标所在的模板, 删除前会再问一次。"),
    ]
    static let about = "本单位的答复模板; 下面是光标所在模板的内容。写答复时按 Enter 选用; 按 F2 新建模板, 正在写的内容已经填在里面。"

    let title = "本单位的答复模板"
    /// What stands in the box that is being written; nil where nothing is.
    private let written: String?
    private var templates: [ReplyTemplate] = []
    private var window = ListWindow()
    /// The template that the question shows.
    private var leaving: ReplyTemplate?
    private var isWriting = false

    init(written: String?) { self.written = written }

    /// Rows round the list: a heading, a rule, and the text in hand.
    private static let surroundings = 11

    private var current: ReplyTemplate? { window.current.map { templates[$0] } }
    var inHand: AnyHashable? { current?.id }

    mutating func fit(_ size: Size) { window.fit(page: size.rows - Self.surroundings) }

    mutating func read(_ desk: Desk) -> Effect {
        let kept = current?.id
        switch desk.read({ (office, session) throws(Refusal) in try office.replyTemplates(in: session) }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let templates):
            self.templates = templates
            window.follow(kept, in: templates.map(\.id))
            return .none
        }
    }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? { window.handle(Paging.key(key)) ? Effect.none : nil }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        let empty = current == nil ? "还没有模板; 按 F2 写一个" : nil
        switch action {
        case .use: return written == nil ? "现在没有在写答复; 写答复时按 F4 再选用模板" : empty
        case .new: return desk.clerk.flatMap(SaveReplyTemplate.refusal(for:))
        case .change: return empty ?? desk.clerk.flatMap(SaveReplyTemplate.refusal(for:))
        case .delete: return empty ?? desk.clerk.flatMap(DeleteReplyTemplate.refusal(for:))
        }
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        isWriting = action == .new
        if action == .new { return .push(FormScreen(ReplyTemplateTask(written: written ?? ""))) }
        guard let current else { return .none }
        switch action {
        case .new: return .none
        case .use: return .answer(.text(current.body))
        case .change: return .push(FormScreen(ReplyTemplateTask(current)))
        case .delete:
            leaving = current
            return .push(
                QuestionScreen("删除模板?", lines: ["《\(current.title)》", "删除后不能找回; 已经用它写的答复不变。"], confirm: "删除"))
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        switch answer {
        case .submitted(let sentence, _):
            let effect = read(desk).then(.say(sentence))
            // The one just written is the latest of all.
            if isWriting { window.follow(templates.map(\.id.rawValue).max(), in: templates.map(\.id.rawValue)) }
            return effect
        case .confirmed:
            guard let leaving else { return .none }
            self.leaving = nil
            switch desk.read({ (office, session) throws(Refusal) in
                try office.perform(DeleteReplyTemplate(leaving), in: session)
            }) {
            case .failure(let refusal): return .refuse(refusal.sentence)
            case .success(let done): return read(desk).then(.say("模板已删除, 日志第 \(done.journalNumber) 条"))
            }
        default: return .none
        }
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.putHeading(title, "共 \(templates.count) 个")
        for (line, index) in window.visible.enumerated() {
            let isCurrent = index == window.cursor
            canvas.put(isCurrent ? ">" : " ", row: 1 + line, column: 0)
            canvas.put(
                templates[index].title, row: 1 + line, column: 1, style: isCurrent ? .current : .plain,
                width: canvas.columns - 2)
        }
        if templates.isEmpty { canvas.put("还没有模板。按 F2 写一个。", row: 2, column: 1) }
        let rule = 1 + window.page
        canvas.rule(row: rule)
        if let current {
            let columns = canvas.columns - 2
            Passage([StyledLine(current.body)], columns: columns, most: canvas.rows - rule - 1).draw(
                on: canvas.part(row: rule + 1, column: 1, columns: columns))
        }
        canvas.placeCursor(row: 1 + window.cursor - window.top, column: 0)
    }
}
