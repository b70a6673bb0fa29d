// One matter: its documents, deadlines with their count, attachments, and its history in sentences.
import Model

/// The matter page. Every line that leads somewhere can be opened.
struct MatterScreen: SystemScreen {
    enum Action: Hashable, Sendable {
        case open, publish, register
        case change(Change)
        case backfill, copy, account, supervise, leave, top, bottom
    }

    static let name = "matter"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, .right, does: .open, label: "打开", help: "打开光标所在的一行: 看文书全文、期限怎么数的、群众建议、附件、历史; 未发布的文书就去发布。"),
        Binding(.function(2), .control("p"), does: .publish, label: "发布", help: "发布这一件的下一份文书。"),
        Binding(
            .character(" "), does: .register, label: "登记",
            help: "光标在文书上时, 登记它在网站上的地址、时间和上网人; 在要登记的期限上时, 登记这一步已经办完, 例如会议材料已送达代表。"),
        Binding(
            does: .change(.modify), label: "修改", help: "修改光标所在的文书: 成为新的一版, 编号和发布时刻不变。已有建议或报告的不能修改。", onBar: false),
        Binding(
            does: .change(.correct), label: "更正", help: "更正光标所在的文书: 写明更正说明, 前后两版都公开。发布报告以后不能更正。", onBar: false),
        Binding(
            .delete, does: .change(.delete), label: "删除",
            help: "删除光标所在的文书, 要写明原因; 删除公告就删除整件事项。已有建议或报告的不能删除。", onBar: false),
        Binding(does: .change(.postpone), label: "改期", help: "改到另一天举行, 或延长公示期; 发布临时通知, 期限重新计算。", onBar: false),
        Binding(does: .change(.terminate), label: "终止", help: "终止这件事项, 发布终止的临时通知, 没有办完的期限随着终止。", onBar: false),
        Binding(.left, does: .leave, label: "返回列表", help: "回到列表。", onBar: false),
        Binding(.home, does: .top, label: "到开头", help: "到第一行。", onBar: false),
        Binding(.end, does: .bottom, label: "到末尾", help: "到最后一行。", onBar: false),
        Binding(does: .backfill, label: "补录", help: "补录这一件的下一份文书, 写原来的发布日期; 只用于补录的事项。", onBar: false),
        Binding(
            does: .account, label: "情况报告",
            help: "把公示情况报告存成可以打印的网页和文本, 或者传到本机, 作为请示的附件; 公示期结束以后才有。", onBar: false),
        Binding(does: .copy, label: "复制事项", help: "复制为新事项: 照这一件填好一份新公告, 日期重新填写。", onBar: false),
        Binding(does: .supervise, label: "督办", help: "就这件事项督办它的单位; 由监管员办理。", onBar: false),
    ]
    static let about = "一件事项的全部情况: 文书、期限、附件和历史。用上下键移动, 按 Enter 打开一行。期限打开后逐日写明怎么数的。"

    /// What a line leads to.
    enum Target: Equatable {
        case document(DocumentKind)
        case versions(DocumentKind)
        case unpublished(DocumentKind)
        /// By its rule.
        case deadline(String)
        case comments
        case attachment(Attachment)
        /// By the journal's number.
        case history(Int64)
        case note(Identifier<SupervisionNote>)

        /// Where a deadline is met: at the document, or at the deadline where the step itself is registered.
        static func act(of deadline: Deadline, _ procedure: Procedure) -> Target {
            let rule = procedure.deadlines.first { $0.name == deadline.rule }
            return rule?.document.map { .unpublished($0) } ?? .deadline(deadline.rule)
        }
    }

    /// A line as drawn, and where it leads; lines without a target are headings or the rest of a long line.
    struct Line: Equatable {
        let text: StyledLine
        let target: Target?
    }

    let id: Identifier<Matter>
    let procedure: Procedure
    var system: System { procedure.system }
    var title: String { procedure.announcementName + "详情" }

    var matter: Matter?
    var history: [HistoryEntry] = []
    /// The notes of supervision about it that the clerk may see.
    var notes: [SupervisionNote] = []
    var context: PublicationCheck.Context?
    var lines: [Line] = []
    var cursor = 0
    var top = 0
    var size = Size(rows: 1, columns: 1)
    /// Without frames a preview would be read out in the page's lines.
    private var hasPreview = true
    var pageColumns: Int { hasPreview ? Preview.pageColumns(of: size.columns) : size.columns }
    /// The file to be saved or sent, once the clerk has chosen where to.
    var leaving: Attachment?
    /// Whether it was asked where the account is to go.
    var isTakingAccount = false
    /// The step that the question is about.
    var registering: DeadlineRule?
    var deleting: Deletion?

    /// The line on which the page is opened; nil for the first.
    private(set) var opening: Target?

    init(_ id: Identifier<Matter>, _ procedure: Procedure, at opening: Target? = nil) {
        self.id = id
        self.procedure = procedure
        self.opening = opening
    }

    mutating func fit(_ size: Size) {
        self.size = size
        layOut()
    }

    mutating func read(_ desk: Desk) -> Effect {
        hasPreview = desk.terminal?.settings.isPlain != true
        let id = id
        let found = desk.read { (office, session) throws(Refusal) in
            (
                try office.matter(id, in: session), try office.history(of: id, in: session),
                try office.supervisionNotes(about: id, in: session), try office.context(in: session)
            )
        }
        switch found {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success((let matter, let history, let notes, let context)):
            self.matter = matter
            self.history = history
            self.notes = notes
            self.context = context
            layOut()
            opening = nil
            return .none
        }
    }

    mutating func notice(_ desk: Desk) -> String? {
        let before = matter?.version
        if case .refuse(let sentence) = read(desk) { return sentence }
        guard let matter, matter.version != before else { return nil }
        let who = desk.read { (office, session) throws(Refusal) in try office.lastChange(of: matter.id, in: session) }
        return "\((try? who.get()) ?? "别人") 刚改过这件事项, 已重新读取"
    }

    private static let unread = "这件事项还没有读出来; 请按 F5 重新读取"

    /// Why a document of a matter cannot be published by this clerk now, or nil.
    static func refusal(
        toPublish document: DocumentDescription, of matter: Matter, _ procedure: Procedure, _ desk: Desk
    ) -> String? {
        guard let clerk = desk.clerk, clerk.roles.contains(.publisher) else { return "\(document.name)要由发布员发布" }
        guard matter.unit.id == clerk.unit.id else { return "这件事项属于\(matter.unit.name), 由该单位发布\(document.name)" }
        return PublicationCheck.refusal(procedure, document, of: matter, now: desk.now)
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        switch action {
        case .open: target == nil ? "这一行没有可打开的内容" : nil
        case .publish:
            if matter == nil {
                Self.unread
            } else if let matter, let next = procedure.next(after: matter.published) {
                Self.heldUp(next, of: matter, procedure, desk) == nil
                    ? Self.refusal(toPublish: next, of: matter, procedure, desk) : nil
            } else {
                procedure.documents.map(\.word).joined(separator: "、") + "都已发布"
            }
        case .register: refusalToRegister(desk)
        case .change(let change): refusal(to: change, desk)
        case .backfill: matter.map { MatterEntering.refusal(toBackfill: $0, procedure, desk) } ?? Self.unread
        case .copy: matter == nil ? Self.unread : MatterEntering.refusalToCopy(desk)
        case .account: refusalOfAccount(desk)
        case .supervise: matter == nil ? Self.unread : desk.clerk.flatMap(SendSupervisionNote.refusal(for:))
        case .leave, .top, .bottom: nil
        }
    }

    var target: Target? { lines.indices.contains(cursor) ? lines[cursor].target : nil }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? {
        switch Paging.key(key) {
        case .up: move(by: -1)
        case .down: move(by: 1)
        case .pageUp: for _ in 0..<size.rows - 2 { move(by: -1) }
        case .pageDown: for _ in 0..<size.rows - 2 { move(by: 1) }
        default: return nil
        }
        return Effect.none
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .leave: return .pop
        case .top: while move(by: -1) {}
        case .bottom: while move(by: 1) {}
        case .publish:
            guard let matter, let next = procedure.next(after: matter.published) else { return .none }
            return Self.publish(next, of: matter, procedure, desk)
        case .register: return askToRegister()
        case .change(let change): return begin(change)
        case .open: return open(desk)
        case .account: return askForAccount(desk)
        case .backfill: return MatterEntering.backfill(matter, procedure)
        case .copy: return matter.map { MatterEntering.copy($0, procedure, desk) } ?? .none
        case .supervise: return supervise(desk)
        }
        return .none
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        switch answer {
        case .submitted(let sentence, _): return read(desk).then(.say(sentence))
        case .confirmed(let reason):
            return registering == nil ? delete(reason: reason, desk) : register(reason: reason, desk)
        case .chosen(let line) where isTakingAccount: return takeAccount(line, desk)
        case .chosen(let place):
            guard let leaving else { return .none }
            self.leaving = nil
            return FileLeaving.take(leaving, place == 0 ? .outbox : .terminal, desk)
        default: return .none
        }
    }

    // MARK: - Picture

    func draw(on whole: Canvas, _ desk: Desk) {
        if pageColumns < whole.columns { preview?.draw(on: whole.part(row: 0, column: pageColumns)) }
        let canvas = whole.part(row: 0, column: 0, columns: pageColumns)
        let rows = canvas.rows - 1
        canvas.putHeading(
            title,
            lines.count > rows ? "第 \(top + 1)-\(min(lines.count, top + rows)) 行 共 \(lines.count) 行" : nil)
        for (row, line) in lines.dropFirst(top).prefix(rows).enumerated() {
            line.text.draw(on: canvas, row: 1 + row)
            if top + row == cursor {
                canvas.put(">", row: 1 + row, column: 0, style: .current)
                canvas.placeCursor(row: 1 + row, column: 0)
            }
        }
    }
}
