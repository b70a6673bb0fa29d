// 全文查询: every text the clerk may see, by the words in it.
import Model

/// One line to write what is sought, and below it what was found, the newest day first.
struct FullTextScreen: SystemScreen {
    enum Action: Hashable, Sendable { case go, edit, filter, clear }

    static let name = "full-text"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .go, label: "查询/打开", help: "光标在查询栏上时开始查询, 在查到的一条上时打开它。"),
        Binding(.character("/"), .control("f"), does: .edit, label: "改查询", help: "回到查询栏, 改要找的字; 在第一条上按向上键也可以。"),
        Binding(
            .function(4), .control("e"), does: .filter, label: "筛选", help: "只查一个系统、一种文书或建议、本单位的、一段日期的; 也可以去掉全部条件。"),
        Binding(.function(2), .control("p"), does: .clear, label: "新查询", help: "清空查询栏和筛选, 重新查询。", onBar: false),
    ]
    static let about = """
        查全部公告、通知、报告和临时通知的标题、正文、编号、发文字号, 以及您能看到的群众建议和部门答复。本单位的建议由本单位查, \
        监管员能查本站点和下级站点的。建议中已遮住的姓名、电话、住址和联系方式查不到。
        写连着的两个字就能查, 例如 供水。几个词之间空一格, 每个词都要有, 先后不论; 加引号的照原样连着查, 例如 "2026年 水价"。\
        字母不分大小写和全角半角, 数字要写完整, 例如 2026-12。标点不算。繁体字和简体字是不同的字, 要分别查。
        日期新的在前, 最多列 \(FullTextHit.most) 条; 太多时再加一个词, 或者按 F4 筛选。打开一条看完按 Esc, 回到原来的地方。
        """

    let system = System.inquiry
    let title = "全文查询"

    var isTyping: Bool { isInQuery }
    var selectedText: String? { isInQuery ? edit.selectedText : nil }
    var inHand: AnyHashable? { isInQuery ? nil : list.current?.id }

    private(set) var filter = FullTextFilter()
    private(set) var list = PagedList<FullTextHit>(counting: "条")
    /// What the list holds the hits of; nil before the first query.
    private(set) var query: FullTextQuery?
    private(set) var isInQuery = true
    var edit = TextEdit(limit: FullTextQuery.limit)
    private var filtering = FullTextFiltering()

    /// Rows above the hits: the heading, the query, the filter, a rule; and the rows of a hit.
    static let surroundings = 4
    static let rowsOfHit = 3
    static let label = "查询 "

    mutating func fit(_ size: Size) {
        list.fit(rows: (size.rows - Self.surroundings) / Self.rowsOfHit)
        edit.fit(Size(rows: 1, columns: max(10, size.columns - 3 - TextWidth.of(Self.label))))
    }

    mutating func read(_ desk: Desk) -> Effect { query.map { list.read(reader($0, desk)) } ?? .none }

    private func reader(_ query: FullTextQuery, _ desk: Desk) -> PagedList<FullTextHit>.Reader {
        { [filter] place, limit in
            desk.read { (office, session) throws(Refusal) in
                try office.hits(query, filter, place, limit: limit, in: session)
            }
        }
    }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? {
        if isInQuery {
            if Paging.key(key) == .down, !list.rows.isEmpty {
                isInQuery = false
                return Effect.none
            }
            let outcome = edit.handle(key)
            if case .ignored = outcome { return nil }
            return outcome.sentence.map(Effect.refuse) ?? Effect.none
        }
        if Paging.key(key) == .up, list.cursor == 0, list.page.position <= 1 {
            isInQuery = true
            return Effect.none
        }
        return query.flatMap { list.type(key, reader($0, desk)) }
    }

    mutating func paste(_ text: String, _ desk: Desk) -> Effect? {
        guard isInQuery else { return nil }
        return edit.paste(text).sentence.map(Effect.refuse) ?? Effect.none
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        switch action {
        case .go: isInQuery || list.current != nil ? nil : "没有查到的可打开; 请改要找的字"
        case .edit: isInQuery ? "光标已在查询栏上" : nil
        case .filter, .clear: nil
        }
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .go: return isInQuery ? search(desk) : open(desk)
        case .edit:
            isInQuery = true
            return .none
        case .filter: return filtering.begin(filter)
        case .clear:
            let size = edit.size
            edit = TextEdit(limit: FullTextQuery.limit, size: size)
            (filter, query, isInQuery) = (FullTextFilter(), nil, true)
            list.empty()
            return .none
        }
    }

    private mutating func search(_ desk: Desk) -> Effect {
        do {
            let query = try FullTextQuery(edit.text)
            self.query = query
            let effect = list.readFirst(reader(query, desk))
            isInQuery = list.rows.isEmpty
            return effect
        } catch {
            return .refuse(error.sentence)
        }
    }

    private func open(_ desk: Desk) -> Effect {
        guard let hit = list.current else { return .none }
        if hit.site == nil, let procedure = Procedure.of(hit.system) {
            switch hit.place {
            case .document(_, of: let matter): return .push(MatterScreen(matter, procedure))
            case .comment(let comment), .reply(to: let comment): return .push(CommentScreen(comment, procedure))
            case .temporaryNotice: break
            }
        }
        switch desk.read({ (office, session) throws(Refusal) in try office.reading(of: hit, in: session) }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let reading):
            return .push(TextScreen(reading.title, [StyledLine(reading.remark, .dim), .empty] + reading.text.lines))
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        let (filter, effect) = filtering.receive(answer, filter, desk)
        guard let filter else { return effect }
        self.filter = filter
        guard let query else { return .none }
        let read = list.readFirst(reader(query, desk))
        isInQuery = list.rows.isEmpty
        return read
    }
}
