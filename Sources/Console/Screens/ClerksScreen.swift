// 帐号: who may sign in, of which unit, with which roles.
import Model

/// The accounts of the site and of those below it, by unit and name.
struct ClerksScreen: ListScreen {
    enum Action: Hashable, Sendable { case open, add, filter, everything, find, findNext }

    static let name = "clerks"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, .right, does: .open, label: "打开", help: "打开光标所在的帐号: 角色、密码、调动、锁定、停用。"),
        Binding(.function(2), .control("p"), does: .add, label: "开设", help: "开设一个帐号; 角色和一次性密码再由安全管理员给。"),
        Binding(.function(4), .control("e"), does: .filter, label: "筛选", help: "只看一个单位、一种状态或一种角色的帐号。"),
        Binding(.character("/"), .control("f"), does: .find, label: "查找", help: "按帐号或姓名中的几个字查找。"),
        Binding(.character("n"), does: .findNext, label: "找下一个", help: "往下找同样的字的下一个。", onBar: false),
        Binding(.character("a"), does: .everything, label: "全部", help: "去掉筛选, 全部列出。", onBar: false),
    ]
    static let about = """
        本站点和下级站点的帐号, 按单位排列。开设、调动和停用由系统管理员办理; 角色、一次性密码、锁定和解锁由安全管理员办理; \
        谁也不能办理自己的帐号。最后一位系统管理员、安全管理员、审计员不能锁定、停用或去掉角色。
        """
    static let heading = "帐号"

    let title = Self.heading
    var list = PagedList<ClerkEntry>(counting: "个")
    private var filter: ClerkFilter
    /// The name of the unit whose accounts alone are listed.
    private var unitName: String?
    /// The units that accounts may be added to and filtered by.
    private var units: [Unit] = []
    private var search = Search(in: "帐号或姓名", of: "帐号")

    /// - Parameter unit: whose accounts are listed; nil for all.
    init(of unit: Unit? = nil) {
        filter = ClerkFilter(unit: unit?.id)
        unitName = unit?.name
    }

    /// Rows round the list: a heading, the filter, the column heads, a rule and three lines for the account in hand.
    static let surroundings = 7

    mutating func read(_ desk: Desk) -> Effect {
        let sites = try? desk.read { (office, session) throws(Refusal) in try office.siteUnits(in: session) }.get()
        units = sites?.flatMap(\.units).filter { $0.closedDay == nil }.map(\.unit) ?? []
        return list.read(reader(desk))
    }

    func page(
        _ place: PagePlace<ClerkEntry.Record>, _ limit: Int, _ office: Office, _ session: Session
    ) throws(Refusal) -> Page<ClerkEntry> {
        try office.clerkEntries(filter, place, limit: limit, in: session)
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        guard let clerk = desk.clerk else { return "请先登录" }
        switch action {
        case .open: return list.current == nil ? "这里没有帐号" : nil
        case .add: return AddClerk.refusal(for: clerk) ?? (units.isEmpty ? "还没有单位; 请先新建单位" : nil)
        case .everything: return filter == ClerkFilter() ? "已经全部列出" : nil
        case .findNext: return search.refusalToGoOn
        case .filter, .find: return nil
        }
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .open: return list.current.map { .push(ClerkScreen($0.id)) } ?? .none
        case .add: return .push(EntryScreen(adding(desk)))
        case .filter:
            guard let calendar = desk.calendar else { return .refuse("还没有读出来; 请按 F5 重新读取") }
            return .push(ListViewScreen(.clerks(filter, units), calendar: calendar))
        case .everything: return show(ClerkFilter(), desk)
        case .find: return search.begin
        case .findNext: return find(nil, desk)
        }
    }

    private func adding(_ desk: Desk) -> EntryTask {
        let unit = filter.unit ?? list.current?.unit.id ?? desk.clerk?.unit.id
        let known = units.contains { $0.id == unit } ? unit : units.first?.id
        return EntryTask(
            title: AddClerk.title, lines: ["新帐号没有角色, 也没有密码; 请安全管理员给角色和一次性密码。"],
            fields: AddClerk.fields + [Unit.field(units)],
            beginning: Entries(["unit": known.map { String($0.rawValue) } ?? ""]), verb: "开设"
        ) { entries, desk in
            guard let unit = Int64(entries["unit"]) else { return .failure(Refusal("请选择单位")) }
            return desk.perform(AddClerk(to: Identifier(unit), entries), "已开设帐号 \(entries["name"])")
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        switch answer {
        case .clerks(let filter): return show(filter, desk)
        case .text(let text): return find(text, desk)
        default: return .none
        }
    }

    private mutating func show(_ filter: ClerkFilter, _ desk: Desk) -> Effect {
        self.filter = filter
        unitName = filter.unit.flatMap { wanted in units.first { $0.id == wanted }?.name }
        return list.readFirst(reader(desk))
    }

    private mutating func find(_ text: String?, _ desk: Desk) -> Effect {
        search.find(text, in: &list, narrowed: filter == ClerkFilter() ? "" : "筛选出的帐号中", reader(desk)) { words, after in
            desk.read { [filter] (office, session) throws(Refusal) in
                try office.clerk(having: words, after: after, filter, in: session)
            }
        }
    }

    // MARK: - Picture

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.putHeading(title, list.position)
        let narrowed = [unitName, filter.state?.title, filter.role?.title].compactMap { $0 }
        canvas.put(
            narrowed.isEmpty ? "全部" : "只列 \(narrowed.joined(separator: ", "))", row: 1, column: 1, style: .dim,
            width: canvas.columns - 2)
        let table = canvas.part(row: 0, column: 0, columns: canvas.columns - 1)
        let columns = Columns(
            Columns.Column("单位", .flexible(share: 2)), Columns.Column("帐号", .flexible(share: 2)),
            Columns.Column("姓名", .flexible(share: 1)), Columns.Column("角色", .flexible(share: 2)),
            Columns.Column("状态", .fixed(4)))
        columns.drawHeadings(on: table, row: 2)
        for (index, row) in list.rows.prefix(canvas.rows - Self.surroundings).enumerated() {
            let state = row.state(today: desk.today)
            let style: Style = state == .active ? .plain : .dim
            let values = [row.unit.shortName, row.name, row.fullName, Role.titles(row.roles), state.title]
            columns.draw(
                values.map { Columns.Value($0, style) }, row: 3 + index, on: table,
                current: index == list.cursor ? Columns.Current(cell: 1) : nil)
        }
        if list.rows.isEmpty { canvas.put("没有这样的帐号。", row: 4, column: 1) }
        drawDetail(on: canvas, desk.today)
        canvas.placeCursor(row: 3 + list.cursor, column: 0)
    }

    private func drawDetail(on canvas: Canvas, _ today: Day) {
        let row = canvas.rows - 4
        canvas.rule(row: row)
        guard let entry = list.current else { return }
        let lines = [
            StyledLine("\(entry.called)  \(entry.unit.name)"),
            StyledLine("\(Role.titles(entry.roles)); \(entry.standing(today: today))", .dim),
            StyledLine(entry.lastSignIn.map { "上次登录 \($0.text)" } ?? "还没有登录过", .dim),
        ]
        Passage(lines, columns: canvas.columns - 2, most: 3)
            .draw(on: canvas.part(row: row + 1, column: 1, columns: canvas.columns - 2))
    }
}

extension Unit {
    /// The field in which one of these units is chosen.
    static func field(_ units: [Unit]) -> Field {
        Field(
            "unit", "单位", .choice(units.map { Field.Choice(String($0.id.rawValue), $0.name, short: $0.shortName) }),
            help: "帐号属于哪个单位; 按 F4 从列表中选, 或用左右键换。")
    }
}
