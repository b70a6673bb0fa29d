// 各单位季度通报: what each unit owes for its quarters, and what it has published (B1).
import Model

/// Units as rows and their quarters as columns. A clerk sees the own unit; supervisors and system administrators see all and set who owes.
struct QuartersScreen: SystemScreen, ListScreen {
    enum Action: Hashable, Sendable { case open, count, duty }

    static let name = "quarters"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .open, label: "打开", help: "打开光标所在季度的通报; 本单位还没有发布的, 就去填写这一季度的。"),
        Binding(.character(" "), does: .count, label: "怎么数", help: "看光标所在季度的期限是怎么数出来的。"),
        Binding(
            does: .duty, label: "设定任务", help: "设定光标所在的单位从哪个季度起每季度要发布, 或者不再要求; 由监管员或系统管理员设定, 要写原因。",
            onBar: false),
    ]
    static let about = """
        每个单位一行, 每个季度一格, 最后一格是现在的季度。按时、晚几 (个工作日) 说的是已经发布的; 超期、将到、未到期 说的是还没有发布的; \
        不要求 表示没有给这个单位设定任务。最后一列是这些季度里的突发通报有几份。用方向键选单位和季度, 全称和期限写在下面。\
        各单位只看本单位的, 监管员和系统管理员看全部。
        """

    static func heading(_ duty: PeriodDuty) -> String { "各单位\(duty.label)" }

    let procedure: Procedure
    let duty: PeriodDuty
    var system: System { procedure.system }
    var title: String { Self.heading(duty) }

    var list = PagedList<UnitQuarters>(counting: "个单位")
    /// How many quarters before the present one the cursor is.
    private var quartersBack = 1
    var context: PublicationCheck.Context?
    /// The unit's duty that is being changed.
    var setting: DutySetting?
    private var size = Size(rows: 1, columns: 1)

    init(_ procedure: Procedure, _ duty: PeriodDuty) {
        self.procedure = procedure
        self.duty = duty
    }

    /// Rows round the list: a heading, the column heads, a rule and four lines for the unit and its quarter.
    static let surroundings = 7

    /// The quarter the cursor is on.
    private var current: UnitQuarter? {
        guard let quarters = list.current?.quarters else { return nil }
        return quarters.dropLast(min(quartersBack, quarters.count - 1)).last
    }

    mutating func fit(_ size: Size) {
        self.size = size
        list.fit(rows: size.rows - Self.surroundings)
    }

    mutating func read(_ desk: Desk) -> Effect {
        context = try? desk.read { (office, session) throws(Refusal) in try office.context(in: session) }.get()
        return list.read(reader(desk))
    }

    func page(
        _ place: PagePlace<UnitQuarters.Record>, _ limit: Int, _ office: Office, _ session: Session
    ) throws(Refusal) -> Page<UnitQuarters> {
        try office.unitQuarters(procedure, place, quarters: QuarterColumns.many, limit: limit, in: session)
    }

    private func table(_ columns: Int, _ today: Day) -> QuarterColumns {
        QuarterColumns(columns: columns, current: Quarter(of: today))
    }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? {
        let most = table(size.columns - 1, desk.today).count - 1
        switch key {
        case .left: quartersBack = min(quartersBack + 1, most)
        case .right: quartersBack = max(quartersBack - 1, 0)
        default: return list.type(key, reader(desk))
        }
        return Effect.none
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        guard let unit = list.current, let current, let clerk = desk.clerk else { return "还没有读出来; 请按 F5 重新读取" }
        switch action {
        case .open: return refusalToOpen(current, of: unit, for: clerk)
        case .count:
            guard let deadline = current.deadline, deadline.light != .ended else {
                return "\(current.quarter.text)不要求\(duty.label), 没有期限可数"
            }
            return nil
        case .duty: return SetPeriodDuty.refusal(for: clerk)
        }
    }

    private func refusalToOpen(_ quarter: UnitQuarter, of unit: UnitQuarters, for clerk: Clerk) -> String? {
        if quarter.document != nil {
            return unit.site.id == clerk.site.id ? nil : "这是\(unit.site.name)的通报, 在这里只看进度, 不能打开"
        }
        let label = duty.label(of: quarter.quarter)
        guard unit.id == clerk.unit.id else { return "\(unit.name)还没有发布\(label)" }
        return clerk.roles.contains(.publisher) ? nil : "还没有发布\(label); 要由发布员发布"
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        guard let unit = list.current, let current else { return .none }
        switch action {
        case .open:
            if let document = current.document { return .push(MatterScreen(document.matter, procedure)) }
            return Self.write(current.quarter, procedure, desk)
        case .count:
            guard let context, let deadline = current.deadline else { return .none }
            return DeadlineCount(period: deadline, procedure, context).map { .push($0.screen) } ?? .none
        case .duty: return chooseDuty(of: unit, desk.today)
        }
    }

    /// The form for a quarter. A draft that stands is gone on with, whatever quarter it is for.
    static func write(_ quarter: Quarter, _ procedure: Procedure, _ desk: Desk) -> Effect {
        let task = PublishTask(procedure, for: quarter)
        let draft = try? desk.read { (office, session) throws(Refusal) in
            try office.draft(task.draftForm, matter: nil, in: session)
        }.get()
        let form = Effect.push(FormScreen(task))
        return draft == nil ? form : form.then(.say("您有一份没有写完的, 已接着打开; 请核对年度和季度"))
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        switch answer {
        case .chosen(let line): return askDuty(line)
        case .confirmed(let reason): return setDuty(reason: reason, desk)
        case .submitted(let sentence, _): return read(desk).then(.say(sentence))
        default: return .none
        }
    }

    // MARK: - Picture

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.putHeading("\(title) (工作日)", list.position)
        let part = canvas.part(row: 0, column: 0, columns: canvas.columns - 1)
        let table = table(part.columns, desk.today)
        table.columns.drawHeadings(on: part, row: 1)
        let room = table.columns.layout(part.columns)[0].count
        let isShort = list.rows.contains { TextWidth.of($0.name) > room }
        for (index, row) in list.rows.prefix(canvas.rows - Self.surroundings).enumerated() {
            table.columns.draw(
                table.values(of: row, isShort: isShort), row: 2 + index, on: part,
                current: index == list.cursor
                    ? Columns.Current(cell: table.count - min(quartersBack, table.count - 1)) : nil)
        }
        if list.rows.allSatisfy({ $0.duty == nil }), list.rows.count + 2 < canvas.rows - Self.surroundings {
            canvas.put("还没有要求单位按季度发布; 由监管员或系统管理员设定。", row: 3 + list.rows.count, column: 1, style: .dim)
        }
        drawDetail(on: canvas)
        canvas.placeCursor(row: 2 + list.cursor, column: 0)
    }

    private func drawDetail(on canvas: Canvas) {
        let row = canvas.rows - 5
        canvas.rule(row: row)
        guard let unit = list.current, let current, let context else { return }
        let owing = unit.duty.map { "\($0.text)每季度要发布" } ?? "没有要求\(duty.label)"
        var lines = [
            StyledLine("\(unit.name): \(owing)"),
            StyledLine(current.sentence(duty, today: context.now.day, calendar: context.calendar)),
        ]
        if let remark = current.deadline?.remark { lines.append(StyledLine(remark, .dim)) }
        if let reason = current.deadline?.lateReason { lines.append(StyledLine("原因: \(reason)", .dim)) }
        if let document = current.document { lines.append(StyledLine("\(document.number) \(document.title)")) }
        Passage(lines, columns: canvas.columns - 2, most: 4)
            .draw(on: canvas.part(row: row + 1, column: 1, columns: canvas.columns - 2))
    }
}
