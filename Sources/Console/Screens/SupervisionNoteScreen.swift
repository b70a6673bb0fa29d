// One 督办: what is asked, how it stands, the answer, and what can be done about it.
import Model

/// The whole note and the buttons that act on it. 返回 has the focus.
struct SupervisionNoteScreen: Screen {
    enum Action: Hashable, Sendable { case press, matter }

    static let name = "supervision-note"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .press, label: "选定", help: "按下光标所在的按钮。返回在前面, 要办理请先按向右键。"),
        Binding(.character("i"), does: .matter, label: "事项详情", help: "打开这件督办所说的事项。"),
    ]
    static let about = """
        一件督办的全文和答复, 用上下键、PgUp、PgDn 翻看。按左右键选按钮, 按 Enter 选定。被督办的单位由发布员或审核员答复, 只能答复一次; \
        发出的监管单位在答复以前可以撤回, 要写明原因; 收到答复看过以后选 阅知。
        """

    /// What a button does.
    private enum Button { case back, answer, withdraw, accept }

    let title = "督办"
    private let id: Identifier<SupervisionNote>
    private var note: SupervisionNote?
    private var pager = Pager([])
    private var choices = [Button.back]
    private var buttons = Buttons("返回")
    /// A reason that was written for a withdrawal which was then refused.
    private var written = ""

    init(_ id: Identifier<SupervisionNote>) { self.id = id }

    mutating func fit(_ size: Size) { pager.fitPage(size) }

    mutating func read(_ desk: Desk) -> Effect {
        let found = desk.read { [id] (office, session) throws(Refusal) in
            (try office.supervisionNote(id, in: session), try office.context(in: session))
        }
        switch found {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success((let note, let context)):
            let isNew = self.note?.version != note.version
            self.note = note
            pager.replace(Self.lines(of: note, context))
            if isNew { offer(note, desk) }
            return .none
        }
    }

    mutating func notice(_ desk: Desk) -> String? {
        let before = note?.version
        if case .refuse(let sentence) = read(desk) { return sentence }
        return note?.version == before ? nil : "这件督办刚有变化, 已重新读取"
    }

    /// The buttons that mean something to this clerk for the state the note is in.
    private mutating func offer(_ note: SupervisionNote, _ desk: Desk) {
        choices = [.back]
        if let clerk = desk.clerk {
            if note.isOpen, note.unit.id == clerk.unit.id { choices.append(.answer) }
            if note.isOpen, clerk.roles.contains(.supervisor) { choices.append(.withdraw) }
            if note.refusal(toAccept: clerk, today: desk.today) == nil { choices.append(.accept) }
        }
        buttons = Buttons(
            choices.map {
                switch $0 {
                case .back: "返回"
                case .answer: "答复"
                case .withdraw: "撤回"
                case .accept: "阅知"
                }
            })
    }

    private static func lines(of note: SupervisionNote, _ context: PublicationCheck.Context) -> [StyledLine] {
        var lines = [
            StyledLine(note.title, .label),
            StyledLine("\(note.senderUnitName) \(note.sender) \(note.sentAt.text) 发给\(note.unit.name)"),
            StyledLine(note.word + ": ", Style(note.light)).then(
                note.sentence(today: context.now.day, calendar: context.calendar)),
        ]
        if let matter = note.matter {
            lines.append(StyledLine("事项: ", .label, indent: 6).then("《\(matter.title)》, 按 \(key(.matter)) 打开"))
        }
        lines.append(.empty)
        lines += paragraphs(note.body)
        if let answer = note.answer {
            lines += [.empty, StyledLine("答复  \(answer.by) \(answer.at.text)", .label)] + paragraphs(answer.text)
            let accepted = answer.accepted.map { "\($0.by) \($0.at.text) 阅知" } ?? "还没有阅知"
            lines += [.empty, StyledLine(accepted, .dim)]
        }
        if let withdrawal = note.withdrawal {
            lines += [
                .empty, StyledLine("\(withdrawal.by) \(withdrawal.at.text) 撤回, 原因: \(withdrawal.reason)", .dim),
            ]
        }
        return lines
    }

    private static func paragraphs(_ text: String) -> [StyledLine] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { StyledLine("    \($0)") }
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        action == .matter && note?.matter == nil ? "这件督办不是就哪一件事项发出的" : nil
    }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? {
        pager.handle(Paging.key(key)) || buttons.handle(key) ? Effect.none : nil
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        guard let note, let clerk = desk.clerk else { return .pop }
        if action == .matter {
            guard let matter = note.matter, let procedure = Procedure.of(matter.system) else { return .none }
            return .push(MatterScreen(matter.id, procedure))
        }
        switch choices[buttons.current] {
        case .back: return .pop
        case .answer:
            if let refusal = note.refusal(toAnswer: clerk, today: desk.today) { return .refuse(refusal) }
            return .push(FormScreen(AnswerSupervisionNoteTask(note)))
        case .withdraw:
            if let refusal = note.refusal(toWithdraw: clerk, today: desk.today) { return .refuse(refusal) }
            return .push(
                QuestionScreen(
                    "撤回督办?", lines: ["给\(note.unit.name)的《\(note.title)》", "撤回后不用再答复, 督办和原因仍留在列表和日志中。"],
                    confirm: "撤回", reason: "撤回的原因", written: written, limit: WrittenReason.longest))
        case .accept:
            return finish(AcceptSupervisionAnswer(note), "已阅知答复", desk)
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        switch answer {
        case .confirmed(let reason):
            guard let note else { return .none }
            written = reason
            return finish(WithdrawSupervisionNote(note, reason: reason), "已撤回督办", desk)
        case .submitted: return .answer(answer)
        default: return .none
        }
    }

    private mutating func finish<A: Act>(_ act: A, _ words: String, _ desk: Desk) -> Effect {
        switch desk.read({ (office, session) throws(Refusal) in try office.perform(act, in: session) }) {
        case .failure(let refusal): return read(desk).then(.refuse(refusal.sentence))
        case .success(let done): return .answer(.submitted(done.sentence(words), matter: note?.matter?.id))
        }
    }

    func draw(on canvas: Canvas, _ desk: Desk) { pager.drawPage(title, buttons, on: canvas) }
}
