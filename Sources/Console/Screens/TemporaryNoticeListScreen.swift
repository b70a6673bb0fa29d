// 临时通知发布: the unit's short notices.
import Model

/// The temporary notices of a system.
struct TemporaryNoticeListScreen: SystemScreen, ListScreen {
    enum Action: Hashable, Sendable { case open, new, withdraw, register }

    static let name = "temporary-notice-list"
    static let bindings: [Binding<Action>] = [
        Binding(.function(2), .control("p"), does: .new, label: "新建", help: "写一条新的临时通知。"),
        Binding(.enter, .right, does: .open, label: "查看", help: "看光标所在通知的全文。"),
        Binding(.delete, does: .withdraw, label: "撤回", help: "撤回光标所在的通知, 要写明原因; 撤回的通知仍留在列表中。"),
        Binding(.character(" "), does: .register, label: "登记", help: "登记光标所在的通知在网站上的地址、时间和上网人。", onBar: false),
    ]
    static let about = "本单位的临时通知, 最新的在前。按 F2 新建, 按 Enter 看全文, 按 Del 撤回。"

    let procedure: Procedure
    var system: System { procedure.system }
    let title = "临时通知发布"

    var list = PagedList<TemporaryNotice>(counting: "条")
    /// Rows round the list: a heading and the column heads.
    static let surroundings = 2
    static let changedWords: String? = "别人刚有改动, 列表已重新读取"
    /// The notice that the question shows: the list may be read anew before it is answered.
    private var leaving: TemporaryNotice?
    private var isWriting = false

    init(_ procedure: Procedure) { self.procedure = procedure }

    private var current: TemporaryNotice? { list.current }

    func page(
        _ place: PagePlace<TemporaryNotice.Record>, _ limit: Int, _ office: Office, _ session: Session
    ) throws(Refusal) -> Page<TemporaryNotice> {
        try office.temporaryNotices(system, place, limit: limit, in: session)
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        let publishes = desk.clerk?.roles.contains(.publisher) == true
        switch action {
        case .new: return publishes ? nil : "临时通知要由发布员发布"
        case .open: return current == nil ? "还没有临时通知" : nil
        case .withdraw:
            guard let current else { return "还没有临时通知" }
            if !publishes { return "临时通知要由发布员撤回" }
            if let purpose = current.purpose { return WithdrawTemporaryNotice.refusal(of: purpose) }
            return current.withdrawnAt.map { "这条通知已于 \($0.text) 撤回" }
        case .register:
            if current == nil { return "还没有临时通知" }
            return publishes ? nil : "上网登记要由发布员办理"
        }
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        isWriting = action == .new
        if action == .new { return .push(FormScreen(TemporaryNoticeTask(system))) }
        guard let current else { return .none }
        if action == .register {
            return .push(FormScreen(RegisterPostingTask(PostingOccasion(current), of: nil)))
        }
        if action == .withdraw {
            leaving = current
            return .push(
                QuestionScreen(
                    "撤回临时通知?", lines: ["《\(current.title)》", "撤回后仍留在列表中, 标明已撤回。"], confirm: "撤回", reason: "撤回的原因",
                    limit: WrittenReason.longest))
        }
        var lines = [
            StyledLine(current.title, .label),
            StyledLine("编号 \(current.number)  \(current.publishedAt.text) \(current.publisher) 发布", .dim),
        ]
        if let at = current.withdrawnAt {
            lines.append(StyledLine("已于 \(at.text) 撤回, 原因: \(current.withdrawnReason ?? "")", .refusal))
        }
        if let posting = current.posting {
            lines.append(StyledLine("\(posting.postedAt.text) \(posting.postedBy) 上网: \(posting.address)", .dim))
        } else if current.awaitsPosting {
            lines.append(StyledLine("未上网登记", .soon))
        }
        if let review = current.review {
            lines.append(StyledLine("审批: \(review.text)", review.isOwed ? .soon : .dim, indent: 6))
        }
        lines.append(.empty)
        lines += current.body.split(separator: "\n").map { StyledLine("    \($0)") }
        lines.append(StyledLine("                    \(current.signedUnit)"))
        return .push(TextScreen("临时通知 \(current.number)", lines))
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        switch answer {
        case .submitted(let sentence, _):
            // What has just been written stands first; what is registered for a notice leaves it in hand.
            return (isWriting ? list.readFirst(reader(desk)) : read(desk)).then(.say(sentence))
        case .confirmed(let reason):
            guard let leaving else { return .none }
            self.leaving = nil
            switch desk.read({ (office, session) throws(Refusal) in
                try office.perform(WithdrawTemporaryNotice(leaving, reason: reason), in: session)
            }) {
            case .failure(let refusal): return .refuse(refusal.sentence)
            case .success(let done): return read(desk).then(.say(done.sentence("已撤回")))
            }
        default: return .none
        }
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.putHeading(title, list.position)
        let table = canvas.part(row: 0, column: 0, columns: canvas.columns - 1)
        let columns = Columns(
            Columns.Column("编号", .fixed(8)), Columns.Column("标题", .flexible), Columns.Column("发布日期", .fixed(10)),
            Columns.Column("状态", .fixed(6)), Columns.Column("上网", .fixed(6)))
        columns.drawHeadings(on: table, row: 1)
        for (index, notice) in list.rows.prefix(canvas.rows - Self.surroundings).enumerated() {
            let values = [
                Columns.Value(notice.number.description), Columns.Value(notice.title),
                Columns.Value(notice.publishedAt.day.description),
                Columns.Value(notice.state, notice.withdrawnAt == nil ? .plain : .dim),
                Columns.Value(Self.posted(notice), notice.awaitsPosting ? .soon : .plain),
            ]
            columns.draw(
                values, row: 2 + index, on: table, current: index == list.cursor ? Columns.Current(cell: 0) : nil)
        }
        if list.rows.isEmpty { canvas.put("还没有临时通知。按 F2 新建。", row: 3, column: 1) }
        canvas.placeCursor(row: 2 + list.cursor, column: 0)
    }

    /// 上网, as the list shows it: the day without its year.
    private static func posted(_ notice: TemporaryNotice) -> String {
        notice.posting.map { String($0.postedAt.day.description.dropFirst(5)) }
            ?? (notice.awaitsPosting ? "未登记" : "")
    }
}
