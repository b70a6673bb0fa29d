// Drafts: what the clerk left half written, and what colleagues of the unit are writing.
import Model

/// The clerk's drafts, and below them the colleagues'; Enter goes on with one, a colleague's after taking it over.
struct DraftsScreen: Screen {
    enum Action: Hashable, Sendable { case open, discard }

    static let name = "drafts"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .open, label: "接着写", help: "打开光标所在的草稿接着写; 是同事的, 问过以后接手过来写。"),
        Binding(.delete, does: .discard, label: "放弃草稿", help: "丢掉光标所在的草稿和它的附件, 丢掉前会再问一次。"),
    ]
    static let about = """
        您没有写完的草稿在前, 本单位同事的在后。按 Enter 接着写, 按 Esc 以后再说, 草稿一直留着; 不要的按 Del 丢掉。\
        同事不在的时候, 可以接手他的草稿, 连同附件; 接手会记入日志。
        """

    let title = "没有写完的草稿"
    /// The clerk's own, then the colleagues'.
    private var drafts: [Draft] = []
    private var window = ListWindow()
    /// The draft that a question shows: the list may be read anew before it is answered.
    private var asked: Draft?

    init(_ desk: Desk) { _ = read(desk) }

    private static let mostRows = 10
    private static let nothing = "您没有写了一半的草稿, 本单位的同事也没有"

    var placement: Placement { .popup(Size(rows: window.page + 4, columns: 54)) }
    var inHand: AnyHashable? { current?.id }

    private var current: Draft? { window.current.map { drafts[$0] } }

    mutating func read(_ desk: Desk) -> Effect {
        switch desk.read({ (office, session) throws(Refusal) in
            try office.drafts(in: session) + office.colleaguesDrafts(in: session)
        }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let found):
            let kept = current?.id
            drafts = found
            window.fit(page: min(found.count, Self.mostRows))
            window.follow(kept, in: found.map(\.id))
            return .none
        }
    }

    mutating func notice(_ desk: Desk) -> String? {
        let before = drafts
        if case .refuse(let sentence) = read(desk) { return sentence }
        return drafts.map(\.mark) == before.map(\.mark) ? nil : "草稿刚有改动, 已重新读取"
    }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? { window.handle(Paging.key(key)) ? Effect.none : nil }

    private func isOwn(_ draft: Draft, _ desk: Desk) -> Bool { draft.writer == desk.clerk?.id }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        guard let current else { return Self.nothing }
        return action == .discard && !isOwn(current, desk) ? "这是\(current.writerName)的草稿, 只能由本人丢掉" : nil
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        guard let current else { return .pop }
        if action == .open, isOwn(current, desk) { return open(current, desk) }
        asked = current
        let name = "\(FormTasks.name(of: current))《\(Self.title(of: current))》"
        return .push(
            action == .discard
                ? QuestionScreen("放弃草稿?", lines: ["\(name)中写的内容和附件都会丢掉, 不能找回。"], confirm: "放弃草稿")
                : Self.takeOver(current))
    }

    /// The question before a colleague's draft is taken over.
    static func takeOver(_ draft: Draft) -> QuestionScreen {
        QuestionScreen(
            "接手\(draft.writerName)的草稿?",
            lines: [
                "\(FormTasks.name(of: draft))《\(title(of: draft))》, \(draft.savedAt.text) 写的。",
                "接手后由您接着写, 附件也一起过来; \(draft.writerName)会看到是您接手的。",
            ], confirm: "接手")
    }

    private func open(_ draft: Draft, _ desk: Desk) -> Effect {
        switch desk.read({ (office, session) throws(Refusal) in try FormTasks.task(of: draft, office, session) }) {
        case .success(let task): .replace(FormScreen(task))
        case .failure(let refusal): .refuse(refusal.sentence)
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        guard case .confirmed = answer, let draft = asked else { return .none }
        asked = nil
        guard isOwn(draft, desk) else { return takeOver(draft, desk) }
        switch desk.read({ (office, session) throws(Refusal) in
            try office.discardDraft(draft.form, matter: draft.matter, known: draft.mark, in: session)
        }) {
        case .failure(let refusal): return read(desk).then(.refuse(refusal.sentence))
        case .success: return read(desk).then(drafts.isEmpty ? .pop : .none).then(.say("草稿已丢掉"))
        }
    }

    private mutating func takeOver(_ draft: Draft, _ desk: Desk) -> Effect {
        switch desk.read({ (office, session) throws(Refusal) in try office.perform(TakeOverDraft(draft), in: session) })
        {
        case .failure(let refusal): return read(desk).then(.refuse(refusal.sentence))
        case .success(let done):
            let said = Effect.say("已接手\(draft.writerName)的草稿, 日志第 \(done.journalNumber) 条")
            return read(desk).then(open(done.outcome, desk)).then(said)
        }
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        for (line, index) in window.visible.enumerated() {
            let draft = drafts[index]
            let isCurrent = index == window.cursor
            let style: Style = isCurrent ? .current : .plain
            canvas.fill(row: line, style: style)
            canvas.put(isCurrent ? ">" : " ", row: line, column: 0, style: style)
            canvas.put(String(draft.savedAt.text.dropFirst(5)), row: line, column: 2, style: style)
            canvas.put(isOwn(draft, desk) ? "本人" : draft.writerName, row: line, column: 14, style: style, width: 6)
            canvas.put(FormTasks.name(of: draft), row: line, column: 21, style: style, width: 14)
            let word = draft.review.map { $0.lock != nil || $0.state == .returned ? "[\($0.word)] " : "" } ?? ""
            canvas.put(word + Self.title(of: draft), row: line, column: 36, style: style, width: canvas.columns - 37)
            if isCurrent { canvas.placeCursor(row: line, column: 0) }
        }
        canvas.rule(row: canvas.rows - 4)
        guard let current else {
            canvas.put(Self.nothing + "。", row: 0, column: 2)
            return
        }
        canvas.putTitle(Self.title(of: current), row: canvas.rows - 3)
        let review = current.review.flatMap { $0.lock != nil || $0.state == .returned ? $0.text : nil }
        let hint =
            review
            ?? (isOwn(current, desk) ? "按 Enter 接着写, 按 Esc 以后再说, 按 Del 丢掉" : "\(current.writerName)的草稿, 按 Enter 接手过来写")
        canvas.put(
            hint, row: canvas.rows - 1, column: 1, style: review == nil ? .dim : .soon, width: canvas.columns - 2)
    }

    private static func title(of draft: Draft) -> String {
        draft.title.isEmpty ? "(还没有标题)" : draft.title
    }
}
