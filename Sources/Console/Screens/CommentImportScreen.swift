// 导入建议: choose a file of comments, see what is wrong with it or what it holds, import it whole.
import Model

/// The preview of a file of comments. Nothing is imported while one of its lines is wrong; 返回 has the focus once it is right.
struct CommentImportScreen: SystemScreen {
    enum Action: Hashable, Sendable { case press, choose, template, list }

    static let name = "comment-import"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .press, label: "选定", help: "按下光标所在的按钮; 用左右键选按钮。"),
        Binding(
            .function(4), .control("e"), does: .choose, label: "选文件", help: "从收件夹选一个 .csv 或 .json 文件, 或从本机上传, 读入检查。"),
        Binding(does: .template, label: "存空表", help: "把栏名写好的空表存到发件夹。", onBar: false),
        Binding(does: .list, label: "存错误清单", help: "把有错的行、栏和原因存成一个表, 放到发件夹。", onBar: false),
    ]
    static let about = """
        从一个 CSV 或 JSON 文件导入别处收到的群众建议, 一行一条。有错的行会逐条列出, 全部改好才能导入; 要么全部导入, 要么一条也不导入。\
        同一个文件只能导入一次; 写了来源编号的, 以前导入过的行也认得出来。意见截止以后收到的, 登记为逾期意见, 照常答复。
        """

    let procedure: Procedure
    var system: System { procedure.system }
    let title = "导入建议"
    private var file: CommentFile?
    private var checked: CheckedComments?
    private var pager = Pager(Self.introduction)
    private var buttons = Self.choosing

    private static let choosing = Buttons("返回", "选文件", "存空表", current: 1)
    private static let mending = Buttons("返回", "选文件", "存错误清单", current: 1)
    private static let mattersShown = 100
    private static let lateLinesShown = 20

    init(_ procedure: Procedure) { self.procedure = procedure }

    mutating func fit(_ size: Size) { pager.fitPage(size) }

    /// What was checked stands until the file is imported or another is chosen; importing looks at the matters once more.
    mutating func notice(_ desk: Desk) -> String? { nil }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? {
        pager.handle(Paging.key(key)) || buttons.handle(key) ? Effect.none : nil
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        switch action {
        case .press, .choose, .template: nil
        case .list: checked?.faults.isEmpty == false ? nil : "没有错误的行, 没有清单可存"
        }
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .choose: .push(FileScreen(.comments))
        case .template: save(CommentFile.template, as: "建议空表.csv", "空表", desk)
        case .list: saveList(desk)
        case .press:
            switch buttons.current {
            case 0: .pop
            case 1 where isReady: importAll(desk)
            case 2 where checked == nil: save(CommentFile.template, as: "建议空表.csv", "空表", desk)
            case 2 where !isReady: saveList(desk)
            default: .push(FileScreen(.comments))
            }
        }
    }

    /// Whether a file stands there that can be imported as it is.
    private var isReady: Bool { checked?.faults.isEmpty == true }

    private func saveList(_ desk: Desk) -> Effect {
        guard let checked else { return .none }
        let rows = checked.faults.map { ["\($0.line)", $0.column, $0.sentence] }
        return save(
            CSVTable.file(of: [[checked.measure, "栏", "原因"]] + rows), as: "要改的建议.csv", "错误清单", desk)
    }

    private func save(_ bytes: [UInt8], as name: String, _ what: String, _ desk: Desk) -> Effect {
        do {
            let name = try AttachmentFolder(desk.folders.outbox).save(bytes, as: name, .table)
            return .say("\(what)已存到 \(desk.folders.shown(desk.folders.outbox))/\(name)")
        } catch {
            return .refuse(error.sentence)
        }
    }

    private mutating func importAll(_ desk: Desk) -> Effect {
        guard let checked else { return .none }
        let watch = desk.watchWork()
        switch desk.read({ (office, session) throws(Refusal) in
            try office.importComments(checked, watch, in: session)
        }) {
        case .failure(let refusal):
            return (refusal.reason == .stale ? check(desk) : .none).then(.refuse(refusal.sentence))
        case .success(let done):
            let late = done.outcome.late > 0 ? ", 其中逾期意见 \(done.outcome.late) 条" : ""
            return .answer(.submitted(done.sentence("已导入 \(done.outcome.comments) 条建议\(late)"), matter: nil))
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        guard case .content(let content) = answer else { return .none }
        do {
            file = try CommentFile(content)
            return check(desk)
        } catch {
            return refuse(content.name, error)
        }
    }

    private mutating func check(_ desk: Desk) -> Effect {
        guard let file else { return .none }
        let watch = desk.watchWork()
        switch desk.read({ (office, session) throws(Refusal) in try office.checkComments(file, watch, in: session) }) {
        case .failure(let refusal): return refuse(file.name, refusal)
        case .success(let checked):
            show(checked)
            let found = "共 \(checked.count) 条, "
            return checked.faults.isEmpty
                ? .say(found + "没有错误") : .refuse(found + "\(checked.wrong) 条有错, 改好后重新选")
        }
    }

    private mutating func refuse(_ name: String, _ refusal: Refusal) -> Effect {
        (file, checked, buttons) = (nil, nil, Self.choosing)
        pager = Pager(
            [StyledLine(AttachmentName.shown(name), .label), StyledLine(refusal.sentence, .refusal), .empty]
                + Self.introduction, size: pager.size)
        return .refuse("没有读入, 原因写在上面")
    }

    private mutating func show(_ checked: CheckedComments) {
        self.checked = checked
        let name = StyledLine(AttachmentName.shown(checked.name), .label)
        pager = Pager([name] + (isReady ? Self.contents(checked) : Self.faults(checked)), size: pager.size)
        buttons = isReady ? Buttons("返回", "导入 \(checked.count) 条", "换文件") : Self.mending
    }

    // MARK: - Picture

    private static let introduction = [
        StyledLine("把网站、热线或其他系统收到的群众建议从一个文件导入进来, 一行一条。"), .empty,
        StyledLine("1. 选 存空表, 发件夹里会有一份栏名写好的空表; 或照原来的系统导出, 改成同样的栏名。", indent: 3),
        StyledLine("2. 系统 和 编号 照列表上写, 例如 重大决策听证、2026-12; 渠道 写 来信、电话、网站 等。", indent: 3),
        StyledLine("3. 另存为 CSV (UTF-8 或 GBK) 或 JSON, 放进收件夹, 或从本机上传; 再选 选文件 读入。", indent: 3), .empty,
        StyledLine("有错的行逐条列出, 全部改好才能导入; 要么全部导入, 要么一条也不导入。"),
        StyledLine("栏名: \(CommentFile.Column.allCases.map(\.name).joined(separator: "、"))", .dim, indent: 6),
        StyledLine("建议人、联系方式、来源编号 可以不写。写了来源编号, 重复导入的就认得出来。", .dim),
    ]

    private static func faults(_ checked: CheckedComments) -> [StyledLine] {
        [
            StyledLine(
                "共 \(checked.count) 条, \(checked.right) 条没有错误, \(checked.wrong) 条有错; 一条也没有导入。改好文件后重新选。", .refusal),
            .empty,
        ] + FaultLines.lines(checked.faults, place: checked.place)
    }

    private static func contents(_ checked: CheckedComments) -> [StyledLine] {
        var lines = [StyledLine("共 \(checked.count) 条建议, \(checked.shares.count) 件事项, 没有错误。")]
        if !checked.lateLines.isEmpty {
            let shown = checked.lateLines.prefix(lateLinesShown).map(String.init).joined(separator: "、")
            let more = checked.lateLines.count > lateLinesShown ? " 等" : ""
            lines.append(
                StyledLine(
                    "逾期意见 \(checked.lateLines.count) 条 (意见截止以后收到, 照常答复): 第 \(shown) \(checked.measure)\(more)", .soon))
        }
        lines.append(.empty)
        for share in checked.shares.prefix(mattersShown) {
            let late = share.late > 0 ? ", 逾期意见 \(share.late) 条" : ""
            lines.append(StyledLine("\(share.number) \(share.title)", .label, indent: 2))
            lines.append(StyledLine("  \(share.system.title)  \(share.comments) 条\(late)"))
        }
        let more = checked.shares.count - mattersShown
        if more > 0 { lines.append(StyledLine("还有 \(more) 件没有列出", .dim)) }
        return lines
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        pager.drawPage(title, buttons, on: canvas)
    }
}
