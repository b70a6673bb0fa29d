// 待审核: what waits for a reviewer, and what went out in an emergency and is owed its approval (R1).
import Model

/// What waits for review, of all systems, the latest first.
struct ReviewsScreen: ListScreen {
    enum Action: Hashable, Sendable { case open }

    static let name = "reviews"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, .right, does: .open, label: "审核", help: "看光标所在文书的全文, 同意或退回; 紧急发布的, 追认、提出异议或补登审签。")
    ]
    static let about = """
        等待审核的文书, 新的在前。待审核的, 同意以后由起草人发布; 紧急的已经发布, 要由另一人补审。\
        自己起草的由别人审核。按 Enter 看全文。
        """

    let title = "待审核"
    var list = PagedList<Review>(counting: "份")

    /// Rows round the list: heading and column heads above; a rule, two lines for the title and one for what it is below.
    static let surroundings = 6
    static let changedWords: String? = "待审核的刚有变化, 已重新读取"

    func page(
        _ place: PagePlace<Review.Record>, _ limit: Int, _ office: Office, _ session: Session
    ) throws(Refusal) -> Page<Review> {
        try office.reviews(place, limit: limit, in: session)
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        list.current == nil ? "没有等待审核的文书" : nil
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        list.current.map { .push(ReviewScreen($0)) } ?? .none
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        guard case .submitted(let sentence, _) = answer else { return .none }
        return read(desk).then(.say(sentence))
    }

    // MARK: - Picture

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.putHeading(title, list.position)
        let table = canvas.part(row: 0, column: 0, columns: canvas.columns - 1)
        let columns = Columns(
            Columns.Column("", .fixed(6)), Columns.Column("提交时间", .fixed(11)), Columns.Column("起草人", .fixed(8)),
            Columns.Column("标题", .flexible))
        columns.drawHeadings(on: table, row: 1)
        for (index, review) in list.rows.prefix(canvas.rows - Self.surroundings).enumerated() {
            let values = [
                Columns.Value(review.word, review.isEmergency ? .soon : .plain),
                Columns.Value(String(review.submittedAt.text.dropFirst(5))), Columns.Value(review.author.name),
                Columns.Value(review.title),
            ]
            columns.draw(
                values, row: 2 + index, on: table, current: index == list.cursor ? Columns.Current(cell: 3) : nil)
        }
        if list.rows.isEmpty { canvas.put("没有等待审核的文书。", row: 3, column: 1) }
        drawDetail(canvas)
        canvas.placeCursor(row: 2 + list.cursor, column: 0)
    }

    private func drawDetail(_ canvas: Canvas) {
        let row = canvas.rows - 4
        canvas.rule(row: row)
        guard let current = list.current else { return }
        let title = StyledLine(current.title).wrapped(to: canvas.columns - 2).prefix(2)
        for (line, text) in title.enumerated() { text.draw(on: canvas, row: row + 1 + line, column: 1) }
        let reason = current.emergencyReason.map { "  紧急: \($0)" } ?? ""
        canvas.put(
            "\(current.documentName)  \(current.unit)\(reason)", row: row + 1 + title.count, column: 1,
            width: canvas.columns - 2)
    }
}
