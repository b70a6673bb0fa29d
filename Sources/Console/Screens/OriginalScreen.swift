// Which comment another one repeats: the comments of the same matter to choose from.
import Model

/// The other comments of a matter; Enter chooses the one that is repeated.
struct OriginalScreen: ListScreen {
    enum Action: Hashable, Sendable { case choose, find, findNext }

    static let name = "original"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .choose, label: "选定", help: "选光标所在的一条, 作为被重复的建议。"),
        Binding(.character("/"), .control("f"), does: .find, label: "查找", help: "按内容或答复中的几个字查找。"),
        Binding(.character("n"), does: .findNext, label: "找下一条", help: "往下找同样的字的下一条。", onBar: false),
    ]
    static let about = "同一事项的其他建议, 最新的在前; 下面是光标所在一条的内容。选一条最先提出、内容最全的, 按 Enter 选定, 按 Esc 不选。"

    var title: String { "\(comment.name)与哪一条重复" }
    private let comment: Comment
    var list = PagedList<Comment>(counting: "条")
    private var search = Search(in: "内容或答复", of: "建议")

    private static let nothing = "这件事项没有别的建议"

    init(of comment: Comment) { self.comment = comment }

    private var filter: CommentFilter { CommentFilter(matter: comment.matter, except: comment.id) }

    /// Rows round the list: a heading, what is repeated, two rules, the column heads, and the text in hand.
    static let surroundings = 9

    func page(
        _ place: PagePlace<Comment.Record>, _ limit: Int, _ office: Office, _ session: Session
    ) throws(Refusal) -> Page<Comment> {
        try office.comments(filter, place, limit: limit, in: session)
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        switch action {
        case .choose:
            return list.current.map(\.originalRefusal) ?? Self.nothing
        case .find: return list.page.total == 0 ? Self.nothing : nil
        case .findNext: return search.refusalToGoOn
        }
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .choose: list.current.map { .answer(.comment($0.id)) } ?? .pop
        case .find: search.begin
        case .findNext: find(nil, desk)
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        guard case .text(let text) = answer else { return .none }
        return find(text, desk)
    }

    private mutating func find(_ words: String?, _ desk: Desk) -> Effect {
        search.find(words, in: &list, reader(desk), filter.finder(desk))
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        let columns = canvas.columns - 2
        canvas.putHeading(title, list.position)
        canvas.put(comment.body.inOneLine, row: 1, column: 1, style: .dim, width: columns)
        canvas.rule(row: 2)
        let table = canvas.part(row: 3, column: 0, columns: canvas.columns - 1)
        let row = Columns(
            Columns.Column("第几条", .fixed(7), side: .right), Columns.Column("收到", .fixed(10)),
            Columns.Column("状态", .fixed(6)), Columns.Column("内容", .flexible))
        row.drawHeadings(on: table)
        for (line, other) in list.rows.prefix(canvas.rows - Self.surroundings).enumerated() {
            let style: Style = other.originalRefusal == nil ? .plain : .dim
            row.draw(
                [
                    Columns.Value("\(other.id.rawValue)", style),
                    Columns.Value(other.receivedDay.description, style), Columns.Value(other.state.word, style),
                    Columns.Value(other.body.inOneLine, style),
                ], row: 1 + line, on: table, current: line == list.cursor ? Columns.Current(cell: 0) : nil)
        }
        if list.rows.isEmpty { canvas.put(Self.nothing + "。", row: 5, column: 1) }
        let rule = canvas.rows - 5
        canvas.rule(row: rule)
        if let current = list.current {
            Passage([StyledLine(current.body)], columns: columns, most: 4).draw(
                on: canvas.part(row: rule + 1, column: 1, columns: columns))
        }
        canvas.placeCursor(row: 4 + list.cursor, column: 0)
    }
}
