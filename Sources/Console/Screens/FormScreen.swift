// A form: every document and notice is written here.
import Model

/// A form being filled in. What is typed is kept as a draft all the while; only publishing or 放弃草稿 ends the draft.
struct FormScreen: Screen {
    enum Action: Hashable, Sendable {
        case preview, choose, next, previous, enter, remove, look, compare, takeOver, discard, find, findNext, nextError
    }

    static let name = "form"
    static let bindings: [Binding<Action>] = [
        Binding(.function(2), .control("p"), does: .preview, label: "预览", help: "检查全部栏目; 没有错误就预览全文, 看过再办理。"),
        Binding(.function(4), .control("e"), does: .choose, label: "选择", help: "从日历、选项、模板或文件中选, 不用自己输入。"),
        Binding(.enter, does: .enter, label: "确定", help: "到下一栏; 在多行的框中另起一行; 在附件栏选文件; 在按钮上按下按钮。", onBar: false),
        Binding(.tab, .down, does: .next, label: "下一栏", help: "到下一栏。"),
        Binding(.backTab, .up, does: .previous, label: "上一栏", help: "到上一栏。", onBar: false),
        Binding(.delete, does: .remove, label: "移除附件", help: "移除光标所在的附件, 移除前会再问一次。", onBar: false),
        Binding(.control("f"), does: .look, label: "看来文", help: "看这张表单所办理的建议或督办的全文; 看完按 Esc 接着写。", onBar: false),
        Binding(.alt("f"), does: .find, label: "找文字", help: "在各栏中查找几个字, 找到的选中。", onBar: false),
        Binding(.alt("n"), does: .findNext, label: "找下一处", help: "往下找同样的字的下一处。", onBar: false),
        Binding(.alt("e"), does: .nextError, label: "下一处错", help: "检查以后, 到下一个要改的栏目。", onBar: false),
        Binding(does: .compare, label: "对照", help: "别人同时改了这件事项或这份草稿时, 把保存的和您输入的并排对照。", onBar: false),
        Binding(does: .takeOver, label: "接手草稿", help: "同事正在写这一份, 接手过来由您接着写, 附件也一起过来。", onBar: false),
        Binding(does: .discard, label: "放弃草稿", help: "把写的内容和附件全部丢掉, 丢掉前会再问一次。", onBar: false),
    ]
    static let about = """
        逐栏填写, 带 * 的必填。按 Tab 或上下键换栏, 按 F1 看这一栏怎么填, 按 F4 从列表中选。写的内容随时存为草稿, \
        按 Esc 可以放心离开。填完按 F2 检查并预览, 看过全文再发布、答复、登记或保存。
        """

    /// What was asked and not answered yet.
    enum Asked {
        case discard
        case removal(Attachment)
        case instead(any FormTask)
        case choice(Int)
        case takeOver(Draft)
        /// Between what is typed and what somebody else has made of the draft.
        case standing(DraftStanding)
        /// Whether to go on with what the matter has become.
        case newest(any FormTask)
        case source([TextSource])
        case text
        case words
    }

    var task: any FormTask
    var title: String { task.title }
    let isTyping = true
    var isInText: Bool { sheet.isInText }
    var selectedText: String? { sheet.selectedText }
    var sheet: FormSheet
    var context: PublicationCheck.Context?
    var hasUnkeptTyping = false
    /// What the form begins with, before anything is written.
    var given = Entries()
    /// Until the draft is read nothing is typed, so that it is never written over by an empty form.
    var isLoaded = false
    private static let unread = "表单还没有读出来; 请按 F5 重新读取"
    var asked: Asked?
    /// The draft as this form knows it, and how it stands by now.
    var mark: Draft.Mark?
    var standing = DraftStanding.same
    /// Where what is typed is kept while the draft is somebody else's text.
    var aside: Identifier<DraftAside>?
    /// The same task on the matter as a colleague has changed it; nil while it is unchanged.
    var newest: (any FormTask)?
    /// What the clerk is to know of others' writing for as long as both texts stand.
    var others: String?
    /// A colleague's draft of the same.
    var colleague: Draft?
    /// The words last sought in the fields.
    var sought = ""
    /// What became of the draft when it was last handed in for review.
    var review: Review?

    init(_ task: any FormTask) {
        self.task = task
        sheet = FormSheet(task.form, takesAttachments: task.takesAttachments)
    }

    mutating func fit(_ size: Size) { sheet.fit(columns: size.columns) }

    private mutating func move(by step: Int, _ desk: Desk) -> Effect {
        sheet.move(by: step)
        return keep(desk)
    }

    // MARK: - Keys

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? {
        typing { $0.type(key) }
    }

    mutating func paste(_ text: String, _ desk: Desk) -> Effect? {
        typing { $0.paste(text) }
    }

    /// What is under review is read, not typed in.
    private mutating func typing(_ change: (inout FormSheet) -> TextEditOutcome?) -> Effect? {
        guard isLoaded else { return nil }
        guard let lock = review?.lock else { return change(&sheet).map { take($0) } }
        var tried = sheet
        guard let outcome = change(&tried) else { return nil }
        if outcome.hasChangedText { return .refuse(Self.unlocking(lock)) }
        sheet = tried
        return take(outcome)
    }

    private static func unlocking(_ lock: String) -> String { lock + " (F2)" }

    mutating func take(_ outcome: TextEditOutcome) -> Effect {
        if outcome.hasChangedText { hasUnkeptTyping = true }
        return outcome.sentence.map(Effect.refuse) ?? .none
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        guard isLoaded else { return Self.unread }
        if let lock = review?.lock, [.choose, .remove, .discard].contains(action) { return Self.unlocking(lock) }
        switch action {
        case .choose:
            switch sheet.stop {
            case .attachments: return undecided
            case .buttons: return "按钮没有可选的内容"
            case .field(let index):
                switch task.form.fields[index].kind {
                case .day, .choice, .text: return nil
                case .line where task.form.fields[index].namesUnit: return nil
                default: return "\(task.form.fields[index].label)请直接输入"
                }
            }
        case .remove:
            if sheet.stop != .attachments { return "请先把光标移到附件栏" }
            return sheet.attachments.isEmpty ? "还没有附件" : undecided
        case .discard: return undecided
        case .compare: return standing == .same && newest == nil ? "没有别人的改动要对照" : nil
        case .takeOver:
            guard let colleague else { return "没有同事正在写这一份" }
            return mark == nil && !hasUnkeptTyping ? nil : "您自己也在写这一份, 不能再接手\(colleague.writerName)的; 先发布或丢掉自己的那一份"
        case .look: return task.occasion == nil ? "这张表单不是办理建议或督办的, 没有来文可看" : nil
        case .findNext: return sought.isEmpty ? "还没有查找过; 先输入要找的字" : nil
        case .nextError: return sheet.errors.isEmpty ? "没有查出要改的栏目; 按 F2 检查" : nil
        case .preview, .next, .previous, .enter, .find: return nil
        }
    }

    /// Why the draft is left alone until the clerk has chosen between two texts.
    private var undecided: String? { standing == .same ? nil : "这份草稿有两份, 请先按 F2 对照, 选用哪一份" }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .preview: return preview(desk)
        case .compare: return compare(desk) ?? .none
        case .takeOver:
            guard let colleague else { return .none }
            asked = .takeOver(colleague)
            return .push(DraftsScreen.takeOver(colleague))
        case .choose: return choose(desk)
        case .next: return move(by: 1, desk)
        case .previous: return move(by: -1, desk)
        case .remove:
            // Only a draft's own file is taken off: a revision begins with the published ones.
            hasUnkeptTyping = true
            if case .refuse(let sentence) = keep(desk) { return .refuse(sentence) }
            if case .refuse(let sentence) = read(desk) { return .refuse(sentence) }
            guard let attachment = sheet.attachment else { return .none }
            asked = .removal(attachment)
            return .push(QuestionScreen("移除附件?", lines: [attachment.name], confirm: "移除"))
        case .find: return askForWords()
        case .findNext: return find(sought)
        case .nextError:
            sheet.showNextError()
            return .none
        case .look: return .push(TextScreen("来文全文", task.occasion?.lines ?? []))
        case .discard:
            asked = .discard
            return .push(
                QuestionScreen("放弃草稿?", lines: ["\(task.title)中写的内容和附件都会丢掉, 不能找回。"], confirm: "放弃草稿"))
        case .enter:
            switch sheet.stop {
            case .attachments: return refusal(of: .choose, desk).map(Effect.refuse) ?? choose(desk)
            case .field: return move(by: 1, desk)
            case .buttons:
                switch sheet.buttons.current {
                case 0: return preview(desk)
                case 1: return back(desk)
                default: return refusal(of: .discard, desk).map(Effect.refuse) ?? update(.discard, desk)
                }
            }
        }
    }

    // MARK: - Check and preview

    private mutating func preview(_ desk: Desk) -> Effect {
        if case .refuse(let sentence) = keep(desk) { return .refuse(sentence) }
        if let comparison = compare(desk) { return comparison }
        if let heldUp = heldUp(desk) { return heldUp }
        let context: PublicationCheck.Context
        switch desk.read({ (office, session) throws(Refusal) in try office.context(in: session) }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let found): context = found
        }
        let check = task.check(sheet.texts, attachments: sheet.attachments.map(\.name), context)
        sheet.show(check.errors)
        guard check.errors.isEmpty || review?.lock != nil else {
            if let instead = check.instead {
                asked = .instead(instead.task)
                return .push(
                    QuestionScreen(
                        "\(instead.task.title)?", lines: [instead.why, "可以转去办理\(instead.task.title); 这里写的内容存为草稿。"],
                        confirm: "去办理"))
            }
            return .refuse(
                check.errors.count == 1 ? check.errors[0].sentence : "有 \(check.errors.count) 处要改, 已逐条写在栏目下面")
        }
        return .push(PreviewScreen(task, sheet.texts, check, resting: mark, under: review))
    }

    /// G6: the comments that hold the publication up by now; the form stays as it is beneath their list.
    func heldUp(_ desk: Desk) -> Effect? {
        let task = task
        let found = desk.read { (office, session) throws(Refusal) in try task.reread(office, session) }
        guard case .success(let task) = found, let heldUp = task.heldUp(now: desk.now) else { return nil }
        return CommentListScreen.opening(heldUp)
    }

    func fieldHelp(_ desk: Desk) -> (title: String, text: String)? {
        switch sheet.stop {
        case .field(let index): (task.form.fields[index].label, task.form.fields[index].help)
        case .attachments: ("附件", FileScreen.guidance(for: .attachment))
        case .buttons: nil
        }
    }
}
