// 已有的答复: what has been answered on the same matter, to be taken into a new answer.
import Model

/// The answers on a matter, the latest first; Enter puts the one in hand into the box that is being written.
struct EarlierRepliesScreen: Screen {
    enum Action: Hashable, Sendable { case use }

    static let name = "earlier-replies"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .use, label: "选用", help: "把光标所在的答复放进正在写的内容中, 还可以再改。")
    ]
    static let about = "本事项已有的答复, 最新的在前; 下面是光标所在一条的建议和答复。按 Enter 选用, 按 Esc 不选。"

    let title = "本事项已有的答复"
    private let matter: Identifier<Matter>
    private var replies: [EarlierReply] = []
    private var window = ListWindow()

    init(_ matter: Identifier<Matter>) { self.matter = matter }

    /// Rows round the list: a heading, a rule, and the text in hand.
    private static let surroundings = 11

    private var current: EarlierReply? { window.current.map { replies[$0] } }
    var inHand: AnyHashable? { current?.comment }

    mutating func fit(_ size: Size) { window.fit(page: size.rows - Self.surroundings) }

    mutating func read(_ desk: Desk) -> Effect {
        let matter = matter
        switch desk.read({ (office, session) throws(Refusal) in try office.earlierReplies(of: matter, in: session) }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let replies):
            let kept = current?.comment
            self.replies = replies
            window.follow(kept, in: replies.map(\.comment))
            return .none
        }
    }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? { window.handle(Paging.key(key)) ? Effect.none : nil }

    func refusal(of action: Action, _ desk: Desk) -> String? { replies.isEmpty ? "这件事项还没有答复过建议" : nil }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        current.map { .answer(.text($0.body)) } ?? .pop
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.putHeading(title, "共 \(replies.count) 条")
        let columns = Columns(
            Columns.Column("", .fixed(10)), Columns.Column("", .fixed(8)), Columns.Column("", .flexible))
        let table = canvas.part(row: 1, column: 0, columns: canvas.columns - 1)
        for (line, index) in window.visible.enumerated() {
            let reply = replies[index]
            columns.draw(
                [
                    Columns.Value(reply.at.day.description), Columns.Value(reply.adoption?.name ?? ""),
                    Columns.Value(reply.body.inOneLine),
                ], row: line, on: table, current: index == window.cursor ? Columns.Current(cell: 0) : nil)
        }
        if replies.isEmpty { canvas.put("这件事项还没有答复过建议。", row: 2, column: 1) }
        let rule = 1 + window.page
        canvas.rule(row: rule)
        if let current { drawReading(current, on: canvas.part(row: rule + 1, column: 1)) }
        canvas.placeCursor(row: 1 + window.cursor - window.top, column: 0)
    }

    private func drawReading(_ reply: EarlierReply, on canvas: Canvas) {
        let columns = canvas.columns - 1
        let comment = Passage([StyledLine("建议: ", .label).then(reply.commentBody.inOneLine)], columns: columns, most: 3)
        comment.draw(on: canvas.part(row: 0, column: 0, columns: columns))
        Passage(
            [StyledLine("答复: ", .label).then(reply.body)], columns: columns, most: canvas.rows - comment.count
        ).draw(on: canvas.part(row: comment.count, column: 0, columns: columns))
    }
}
