// 单位: the organs of the site and of those below it, as a tree.
import Model

/// The units, a line each under their sites; Enter opens one with its names, its clerks and its end.
struct UnitsScreen: Screen {
    enum Action: Hashable, Sendable { case open, add, find, findNext }

    static let name = "units"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, .right, does: .open, label: "打开", help: "打开光标所在的单位: 改名称、看帐号、撤销。"),
        Binding(.function(2), .control("p"), does: .add, label: "新建", help: "在光标所在的站点新建一个单位。"),
        Binding(.character("/"), .control("f"), does: .find, label: "查找", help: "按单位名称或简称中的几个字查找。"),
        Binding(.character("n"), does: .findNext, label: "找下一个", help: "往下找同样的字的下一个。", onBar: false),
    ]
    static let about = """
        本站点的单位, 按拼音排列; 有下级站点的, 各级站点和它们的单位依次列在下面。撤销的单位排在最后, 写明日期。\
        新建、改名和撤销由系统管理员办理。
        """
    static let heading = "单位"

    /// A line of the tree.
    private enum Line {
        case site(SiteUnits)
        case unit(UnitEntry, Site)
    }

    let title = Self.heading
    private var lines: [Line] = []
    private var window = ListWindow()
    private var sought = ""

    /// Rows round the tree: a heading, the column heads, a rule and three lines for the unit in hand.
    private static let surroundings = 6

    mutating func fit(_ size: Size) { window.fit(page: size.rows - Self.surroundings) }

    var inHand: AnyHashable? { current?.unit.id }

    private var current: UnitEntry? {
        guard let line = window.current, case .unit(let unit, _) = lines[line] else { return nil }
        return unit
    }

    /// The site the cursor is in.
    private var site: Site? {
        window.current.map {
            switch lines[$0] {
            case .site(let site): site.site
            case .unit(_, let site): site
            }
        }
    }

    mutating func read(_ desk: Desk) -> Effect {
        switch desk.read({ (office, session) throws(Refusal) in try office.siteUnits(in: session) }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let sites):
            let kept = inHand
            let isTree = sites.count > 1
            lines = sites.flatMap { site in
                (isTree || site.units.isEmpty ? [Line.site(site)] : []) + site.units.map { .unit($0, site.site) }
            }
            let isFirst = window.count == 0
            window.update(count: lines.count)
            if let kept { select { AnyHashable($0.unit.id) == kept } } else if isFirst { select { _ in true } }
            return .none
        }
    }

    /// - Returns: whether there is such a unit after the cursor, or round from the top.
    @discardableResult
    private mutating func select(after line: Int? = nil, _ isWanted: (UnitEntry) -> Bool) -> Bool {
        let order = line.map { Array(lines.indices.dropFirst($0 + 1)) + Array(lines.indices.prefix($0 + 1)) }
        let found = (order ?? Array(lines.indices)).first { index in
            if case .unit(let unit, _) = lines[index] { isWanted(unit) } else { false }
        }
        if let found { window.select(found) }
        return found != nil
    }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? { window.handle(Paging.key(key)) ? Effect.none : nil }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        guard let clerk = desk.clerk, !lines.isEmpty else { return "还没有读出来; 请按 F5 重新读取" }
        switch action {
        case .open: return current == nil ? "这一行是站点; 请选它下面的单位" : nil
        case .add: return AddUnit.refusal(for: clerk)
        case .find: return nil
        case .findNext: return sought.isEmpty ? "还没有查找过; 先按 \(Self.key(.find)) 输入要找的字" : nil
        }
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .open: return current.map { .push(UnitScreen($0.unit.id)) } ?? .none
        case .add: return site.map(Self.adding) ?? .none
        case .find: return .push(FindScreen(sought, in: "单位名称或简称"))
        case .findNext: return find()
        }
    }

    private static func adding(at site: Site) -> Effect {
        .push(
            EntryScreen(
                EntryTask(title: AddUnit.title, lines: ["站点: \(site.name)"], fields: Unit.fields, verb: "新建") {
                    entries, desk in
                    desk.read { (office, session) throws(Refusal) in
                        try office.perform(AddUnit(at: site.id, entries), in: session)
                    }.map { .say($0.sentence("已新建单位 \(entries["name"])")) }
                }))
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        guard case .text(let text) = answer else { return .none }
        sought = text
        return find()
    }

    private mutating func find() -> Effect {
        let words = sought
        let found = select(after: window.cursor) { $0.unit.name.contains(words) || $0.unit.shortName.contains(words) }
        return found ? .none : .refuse("没有名称或简称中有 \"\(words)\" 的单位")
    }

    // MARK: - Picture

    func draw(on canvas: Canvas, _ desk: Desk) {
        let units = lines.count { if case .unit = $0 { true } else { false } }
        canvas.putHeading(title, "共 \(units) 个单位")
        let table = canvas.part(row: 0, column: 0, columns: canvas.columns - 1)
        let columns = Columns(
            Columns.Column("单位", .flexible(share: 3)), Columns.Column("简称", .flexible(share: 2)),
            Columns.Column("帐号", .fixed(4), side: .right), Columns.Column("", .fixed(10)))
        columns.drawHeadings(on: table, row: 1)
        for (line, index) in window.visible.enumerated() {
            let isCurrent = index == window.cursor
            switch lines[index] {
            case .site(let site):
                let name = String(repeating: "  ", count: site.depth) + site.site.name
                table.put(isCurrent ? ">" : " ", row: 2 + line, column: 0)
                table.put(name, row: 2 + line, column: 1, style: isCurrent ? .current : .label)
            case .unit(let entry, let site):
                columns.draw(
                    Self.values(of: entry, indent: depth(of: site).map { $0 + 1 } ?? 0), row: 2 + line, on: table,
                    current: isCurrent ? Columns.Current(cell: 0) : nil)
            }
        }
        drawDetail(on: canvas)
        canvas.placeCursor(row: 2 + window.cursor - window.top, column: 0)
    }

    /// How far a site stands below the administrator's own; nil where the tree does not show it.
    private func depth(of site: Site) -> Int? {
        for case .site(let shown) in lines where shown.site.id == site.id { return shown.depth }
        return nil
    }

    private static func values(of entry: UnitEntry, indent: Int) -> [Columns.Value] {
        let style: Style = entry.closedDay == nil ? .plain : .dim
        return [
            Columns.Value(String(repeating: "  ", count: indent) + entry.unit.name, style),
            Columns.Value(entry.unit.shortName, style), Columns.Value(String(entry.clerks), style),
            Columns.Value(entry.closedDay?.description ?? "", style),
        ]
    }

    private func drawDetail(on canvas: Canvas) {
        let row = canvas.rows - 4
        canvas.rule(row: row)
        guard let entry = current, let site else { return }
        var lines = [StyledLine("\(entry.unit.name)  \(site.name)")]
        if let day = entry.closedDay { lines.append(StyledLine("已于 \(day) 撤销", .dim)) }
        if !entry.formerNames.isEmpty {
            lines.append(StyledLine("曾用名: \(entry.formerNames.joined(separator: "、"))", .dim))
        }
        Passage(lines, columns: canvas.columns - 2, most: 3)
            .draw(on: canvas.part(row: row + 1, column: 1, columns: canvas.columns - 2))
    }
}
