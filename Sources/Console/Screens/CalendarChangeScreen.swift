// Changing the work calendar: what a file, or taking a year back, would do to days and deadlines; then it is done, or not.
import Model

/// The preview of a change. Nothing is written before it is confirmed; 返回 has the focus.
struct CalendarChangeScreen: Screen {
    enum Action: Hashable, Sendable { case press, choose, list }

    static let name = "calendar-change"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .press, label: "选定", help: "按下光标所在的按钮; 用左右键选按钮。"),
        Binding(
            .function(4), .control("e"), does: .choose, label: "选文件", help: "从收件夹选一个 .csv 文件, 或从本机上传, 读入检查。"),
        Binding(does: .list, label: "存期限清单", help: "把会改动的期限全部存成一个表, 放到发件夹。", onBar: false),
    ]
    static let about = """
        文件一行一天: 日期,off 或 working,名称,来源。文件中有哪几年, 这几年原来导入的安排就全部换成文件里的; 有一行不对就一天也不导入。\
        没有办结的期限都按新的日历重算, 改动的逐项记入日志; 已经办结的、已经答复的不变。导入错了, 再导入一次对的就改过来了。
        """

    /// Where the change comes from.
    private enum Origin {
        case file(FileContent?)
        case takeBack(year: Int)
    }

    let owner: CalendarOwner
    let title: String
    private var origin: Origin
    private var plan: CalendarPlan?
    private var pager: Pager
    private var buttons: Buttons
    /// A reason that was written before the act was refused.
    private var reason = ""

    private static let choosing = Buttons("返回", "选文件", current: 1)

    init(importingFor owner: CalendarOwner) {
        self.owner = owner
        title = "导入工作日历"
        origin = .file(nil)
        pager = Pager([StyledLine(owner.name, .label)] + CalendarPlanLines.introduction(owner))
        buttons = Self.choosing
    }

    init(takingBack year: Int, of owner: CalendarOwner) {
        self.owner = owner
        title = "撤回 \(year) 年的工作日历"
        origin = .takeBack(year: year)
        pager = Pager([])
        buttons = Buttons("返回")
    }

    mutating func fit(_ size: Size) { pager.fitPage(size) }

    /// Works the change out when the page opens and when it comes to the top again; a question about it leaves it as it is.
    mutating func read(_ desk: Desk) -> Effect {
        if case .takeBack = origin, plan == nil { return check(desk) }
        return .none
    }

    /// What was worked out stands until it is done or another file is chosen; the act looks once more.
    mutating func notice(_ desk: Desk) -> String? { nil }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? {
        pager.handle(Paging.reading(key)) || buttons.handle(key) ? Effect.none : nil
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        switch (action, origin) {
        case (.press, _): nil
        case (.choose, .takeBack): "撤回一年不用选文件"
        case (.choose, .file): nil
        case (.list, _): plan?.deadlines.isEmpty == false ? nil : "没有期限要改动, 没有清单可存"
        }
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .choose: return .push(FileScreen(.calendar))
        case .list: return saveList(desk)
        case .press:
            if buttons.current == 0 { return .pop }
            guard let plan, buttons.current == 1 else { return .push(FileScreen(.calendar)) }
            return confirm(plan, desk)
        }
    }

    private mutating func confirm(_ plan: CalendarPlan, _ desk: Desk) -> Effect {
        guard case .takeBack(let year) = origin else { return change(plan, desk) }
        return .push(
            QuestionScreen(
                "撤回一年?", lines: ["撤回\(owner.name) \(year) 年的安排: \(plan.dayCounts)。", "\(plan.deadlineCounts)。"],
                confirm: "撤回", reason: "撤回的原因", written: reason, limit: ChangeCalendar.longestReason))
    }

    private mutating func change(_ plan: CalendarPlan, _ desk: Desk) -> Effect {
        let watch = desk.watchWork()
        let reason = reason
        switch desk.read({ (office, session) throws(Refusal) in
            try office.perform(ChangeCalendar(plan, reason: reason, watch), in: session)
        }) {
        case .failure(let refusal):
            return (refusal.reason == .stale ? check(desk) : .none).then(.refuse(refusal.sentence))
        case .success(let done):
            let what =
                switch plan.change {
                case .replace: "已改动\(plan.subject)的工作日历"
                case .takeBack: "已撤回\(plan.subject)导入的安排"
                }
            return .answer(.submitted(done.sentence("\(what), 期限改动 \(done.outcome.moved.count) 项"), matter: nil))
        }
    }

    private func saveList(_ desk: Desk) -> Effect {
        guard let plan else { return .none }
        do {
            let name = try AttachmentFolder(desk.folders.outbox).save(
                CSVTable.file(of: CalendarPlanLines.table(plan)), as: "期限改动.csv", .table)
            return .say("期限清单已存到 \(desk.folders.shown(desk.folders.outbox))/\(name)")
        } catch {
            return .refuse(error.sentence)
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        switch answer {
        case .content(let content):
            origin = .file(content)
            return check(desk)
        case .confirmed(let reason):
            self.reason = reason
            return plan.map { change($0, desk) } ?? .none
        default: return .none
        }
    }

    private mutating func check(_ desk: Desk) -> Effect {
        let change: CalendarChange
        switch origin {
        case .file(let content):
            guard let content else { return .none }
            let file = ImportedCalendar(content)
            let faults = file.refusals(forNation: owner.isNation)
            guard file.faults.isEmpty, faults.isEmpty else { return refuse(file, faults) }
            change = .replace(file)
        case .takeBack(let year): change = .takeBack(year: year)
        }
        let (owner, watch) = (owner, desk.watchWork())
        switch desk.read({ (office, session) throws(Refusal) in
            try office.checkCalendar(change, of: owner, watch, in: session)
        }) {
        case .failure(let refusal):
            refuse([StyledLine(refusal.sentence, .refusal)])
            return .refuse("没有改动, 原因写在上面")
        case .success(let plan):
            show(plan)
            return .say("还没有改动; 看过以后选 \(buttons.labels[1])")
        }
    }

    private mutating func refuse(_ lines: [StyledLine]) {
        plan = nil
        let isFile = if case .file = origin { true } else { false }
        buttons = isFile ? Self.choosing : Buttons("返回")
        pager = Pager(
            heading + lines + (isFile ? [.empty] + CalendarPlanLines.introduction(owner) : []), size: pager.size)
    }

    private mutating func refuse(_ file: ImportedCalendar, _ more: [String]) -> Effect {
        let sentences = file.faults.map(\.sentence) + more
        refuse(CalendarPlanLines.faults(sentences))
        return .refuse("有 \(sentences.count) 处要改, 改好后重新选")
    }

    private mutating func show(_ plan: CalendarPlan) {
        self.plan = plan
        pager = Pager(heading + CalendarPlanLines.lines(plan), size: pager.size)
        switch origin {
        case .file: buttons = Buttons("返回", "导入", "换文件")
        case .takeBack(let year): buttons = Buttons("返回", "撤回 \(year) 年")
        }
    }

    /// Whose layer it is, and the file.
    private var heading: [StyledLine] {
        let line = StyledLine(owner.name, .label)
        guard case .file(let content?) = origin else { return [line] }
        return [line.then("  \(AttachmentName.shown(content.name))")]
    }

    func draw(on canvas: Canvas, _ desk: Desk) { pager.drawPage(title, buttons, on: canvas) }
}
