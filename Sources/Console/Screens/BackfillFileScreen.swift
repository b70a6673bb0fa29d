// 补录 from a file: choose it, see what is wrong with it or what it holds, enter it whole.
import Model

/// The preview of a file of documents. Nothing is entered while one of its lines is wrong; 返回 has the focus once it is right.
struct BackfillFileScreen: SystemScreen {
    enum Action: Hashable, Sendable { case press, choose, template }

    static let name = "backfill-file"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .press, label: "选定", help: "按下光标所在的按钮; 用左右键选按钮。"),
        Binding(.function(4), .control("e"), does: .choose, label: "选文件", help: "从收件夹选一个 .csv 文件, 或从本机上传, 读入检查。"),
        Binding(does: .template, label: "存空表", help: "把表头写好的空表存到发件夹。", onBar: false),
    ]
    static let about = """
        从一个 CSV 文件补录系统启用以前就在办的事项, 一行一份文书。先存一份空表, 用 Excel 或 WPS 表格填好, 另存为 CSV, \
        放进收件夹或从本机上传。有错的行会逐条列出, 全部改好才能补录; 要么全部补录, 要么一件也不补录。
        """

    let procedure: Procedure
    var system: System { procedure.system }
    var title: String { "从文件补录\(procedure.name)" }
    private var table: BackfillTable?
    private var checked: BackfillTable.Checked?
    private var pager: Pager
    private var buttons = Self.choosing

    private static let choosing = Buttons("返回", "选文件", "存空表", current: 1)
    private static let mattersShown = 20

    init(_ procedure: Procedure) {
        self.procedure = procedure
        pager = Pager(Self.introduction(procedure))
    }

    mutating func fit(_ size: Size) { pager.fitPage(size) }

    /// Checks the rows once more: the day, the calendar or the clerk's unit may be others by now.
    mutating func read(_ desk: Desk) -> Effect {
        guard let table, let unit = desk.clerk?.unit else { return .none }
        let found = desk.read { [procedure] (office, session) throws(Refusal) in
            let checked = table.checked(for: unit, try office.context(in: session))
            return (checked, try office.backfilledBefore(checked, procedure, in: session))
        }
        switch found {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success((let checked, let before)):
            show(table, checked, enteredBefore: before)
            return .none
        }
    }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? {
        pager.handle(Paging.reading(key)) || buttons.handle(key) ? Effect.none : nil
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .choose: .push(FileScreen(.table))
        case .template: saveTemplate(desk)
        case .press:
            switch buttons.current {
            case 0: .pop
            case 1 where isReady: enter(desk)
            case 2 where !isReady: saveTemplate(desk)
            default: .push(FileScreen(.table))
            }
        }
    }

    /// Whether a file stands there that can be entered as it is.
    private var isReady: Bool { checked?.faults.isEmpty == true }

    private func saveTemplate(_ desk: Desk) -> Effect {
        do {
            let bytes = BackfillTable.template(procedure)
            let name = try AttachmentFolder(desk.folders.outbox).save(bytes, as: "\(procedure.name)补录.csv", .table)
            return .say("空表已存到 \(desk.folders.shown(desk.folders.outbox))/\(name)")
        } catch {
            return .refuse(error.sentence)
        }
    }

    private mutating func enter(_ desk: Desk) -> Effect {
        guard let table else { return .none }
        switch desk.read({ (office, session) throws(Refusal) in try office.perform(BackfillFile(table), in: session) })
        {
        case .failure(let refusal): return read(desk).then(.refuse(refusal.sentence))
        case .success(let done):
            let entered = done.outcome
            return .answer(
                .submitted(
                    "已补录 \(entered.matters) 件, \(entered.documents) 份文书, 日志第 \(done.journalNumber) 条", matter: nil))
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        guard case .textFile(let file) = answer else { return .none }
        do {
            table = try BackfillTable(procedure, file)
            return read(desk)
        } catch {
            table = nil
            checked = nil
            buttons = Self.choosing
            pager = Pager(
                [StyledLine(AttachmentName.shown(file.name), .label), StyledLine(error.sentence, .refusal), .empty]
                    + Self.introduction(procedure), size: pager.size)
            return .refuse(error.sentence)
        }
    }

    /// - Parameter before: the matters that were entered before, by their place in the file.
    private mutating func show(
        _ table: BackfillTable, _ checked: BackfillTable.Checked, enteredBefore before: [Int: DocumentNumber]
    ) {
        self.checked = checked
        let name = StyledLine(AttachmentName.shown(table.name), .label)
        let lines = checked.faults.isEmpty ? contents(checked, before) : Self.faults(checked)
        pager = Pager([name] + lines, size: pager.size)
        buttons =
            checked.faults.isEmpty
            ? Buttons("返回", "补录 \(checked.matters.count) 件", "换文件") : Self.choosing
    }

    // MARK: - Picture

    private static func introduction(_ procedure: Procedure) -> [StyledLine] {
        [
            StyledLine("把系统启用以前就在办的事项从一个 CSV 文件补录进来, 一行一份文书。"), .empty,
            StyledLine("1. 选 存空表, 发件夹里会有一份表头写好的空表。", indent: 3),
            StyledLine("2. 用 Excel 或 WPS 表格填写。同一件事项的几行, 事项 一栏写同样的记号, 例如 1; 不是这份文书的栏空着。", indent: 3),
            StyledLine("3. 另存为 CSV (UTF-8 或 GBK), 放进收件夹, 或从本机上传; 再选 选文件 读入。", indent: 3), .empty,
            StyledLine("有错的行逐条列出, 全部改好才能补录。补录的不计超期。"),
            StyledLine("表头: \(BackfillTable.columns(procedure).joined(separator: "、"))", .dim, indent: 6),
        ]
    }

    private static func faults(_ checked: BackfillTable.Checked) -> [StyledLine] {
        let count = checked.faults.count
        return [StyledLine("有 \(count) 处要改, 一件也没有补录。改好文件后重新选。", .refusal), .empty]
            + FaultLines.lines(checked.faults) { fault in
                ["第 \(fault.line) 行", fault.column].filter { !$0.isEmpty }.joined(separator: "  ")
            }
    }

    private func contents(_ checked: BackfillTable.Checked, _ before: [Int: DocumentNumber]) -> [StyledLine] {
        var lines = [StyledLine("\(checked.matters.count) 件事项, \(checked.documents) 份文书, 没有错误。补录后标明补录, 不计超期。")]
        if !before.isEmpty {
            lines.append(StyledLine("提醒: 其中 \(before.count) 件以前补录过, 标题和发布日期都相同; 再补录就重复了, 请先核对", .soon, indent: 6))
        }
        lines.append(.empty)
        for (place, matter) in checked.matters.prefix(Self.mattersShown).enumerated() {
            lines.append(StyledLine(matter.first?.check.publication.values.text("title") ?? "", .label, indent: 2))
            if let number = before[place] { lines.append(StyledLine("    提醒: 已补录过, 编号 \(number)", .soon, indent: 4)) }
            for line in matter {
                let check = line.check
                lines.append(
                    StyledLine("  \(check.document.name)  \(check.day) 发布").then("  第 \(line.line) 行", .dim))
                lines += check.publication.warnings.map { StyledLine("    提醒: \($0.sentence)", .soon, indent: 4) }
            }
            let reasons = matter.compactMap(\.check.reason)
            let different = reasons.enumerated().filter { !reasons[..<$0.offset].contains($0.element) }.map(\.element)
            lines.append(StyledLine("  原因: \(different.joined(separator: "; "))", .dim, indent: 2))
        }
        let more = checked.matters.count - Self.mattersShown
        if more > 0 { lines.append(StyledLine("还有 \(more) 件没有列出", .dim)) }
        return lines
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        pager.drawPage(title, buttons, on: canvas)
    }
}
