// 工作日历: a year of working days and days off, with who says so.
import Model

/// The year view of the calendar that holds for the clerk's site. Everybody who comes here may look; system administrators change it.
struct CalendarScreen: Screen {
    enum Action: Hashable, Sendable { case details, bring, changes, takeBack, save }

    static let name = "calendar"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .details, label: "依据", help: "看光标所在的一天: 全国和本地各怎样安排, 依据是什么文件。"),
        Binding(
            .function(2), .control("p"), does: .bring, label: "导入",
            help: "从文件导入全国的或本站点的放假安排; 先看会改动哪些日子和期限, 再决定。"),
        Binding(.character("f"), does: .changes, label: "改动记录", help: "看以前每次导入和撤回改动了哪些日子和期限。"),
        Binding(
            does: .takeBack, label: "撤回一年", help: "撤回光标所在的一年的安排, 要写原因; 先看会改动什么, 再决定。", onBar: false),
        Binding(
            does: .save, label: "存成文件", help: "把光标所在的一年的安排存到发件夹, 改过以后可以再导入; 还没有安排的, 存的是空表。",
            onBar: false),
    ]
    static let about = """
        全年十二个月, 每星期从周一起。大写字母是全国的安排, 小写字母是本地 (自治州、自治县) 自己的安排: X x 放假, B b 调休上班; \
        没有字母的按周一至周五上班。两级都有安排的一天, 以本地的为准。用方向键移动一天或一星期, PgUp、PgDn 翻年, Home 回到今天; \
        这一天的名称和依据写在下面。
        """
    static let heading = "工作日历"

    /// What is done once it is known to whose layer.
    private enum Asked { case bring, takeBack, save }

    let title = Self.heading
    private var calendar: WorkCalendar?
    private var owners: [CalendarOwner] = []
    private var grid: YearGrid?
    private var asked: Asked?

    mutating func read(_ desk: Desk) -> Effect {
        if grid == nil { grid = YearGrid(today: desk.today) }
        switch desk.read({ (office, session) throws(Refusal) in
            (try office.context(in: session).calendar, try office.calendarOwners(in: session))
        }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success((let calendar, let owners)):
            (self.calendar, self.owners) = (calendar, owners)
            return .none
        }
    }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? {
        guard grid?.handle(Paging.key(key)) == true else { return nil }
        return Effect.none
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        guard let clerk = desk.clerk, calendar != nil else { return "还没有读出来; 请按 F5 重新读取" }
        switch action {
        case .bring, .takeBack: return ChangeCalendar.refusal(for: clerk)
        case .details, .changes, .save: return nil
        }
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .details: return details
        case .changes: return .push(CalendarChangesScreen())
        case .bring: return ask(.bring, "导入谁的安排", desk)
        case .takeBack: return ask(.takeBack, "撤回谁的 \(year) 年", desk)
        case .save: return ask(.save, "存谁的 \(year) 年", desk)
        }
    }

    private var year: Int { grid?.day.year ?? 0 }

    /// Asks whose layer is meant where there is a choice.
    private mutating func ask(_ asked: Asked, _ question: String, _ desk: Desk) -> Effect {
        self.asked = asked
        guard owners.count > 1 else { return go(on: 0, desk) }
        return .push(ChoiceScreen(question, owners.map { "\($0.name)的安排" }))
    }

    private func go(on line: Int, _ desk: Desk) -> Effect {
        guard owners.indices.contains(line), let asked else { return .none }
        switch asked {
        case .bring: return .push(CalendarChangeScreen(importingFor: owners[line]))
        case .takeBack: return .push(CalendarChangeScreen(takingBack: year, of: owners[line]))
        case .save: return save(owners[line], desk)
        }
    }

    private func save(_ owner: CalendarOwner, _ desk: Desk) -> Effect {
        let layer = calendar?.layers.first { $0.name == owner.name }
        let days = layer?.exceptions.values.filter { $0.day.year == year } ?? []
        do {
            let name = try AttachmentFolder(desk.folders.outbox).save(
                CalendarFile.file(of: Array(days)), as: "\(owner.name)\(year)年工作日历.csv", .calendar)
            let what = days.isEmpty ? "还没有安排, 空表" : "\(days.count) 天"
            return .say("\(what)已存到 \(desk.folders.shown(desk.folders.outbox))/\(name)")
        } catch {
            return .refuse(error.sentence)
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        switch answer {
        case .chosen(let line): go(on: line, desk)
        case .submitted(let sentence, _): read(desk).then(.say(sentence))
        default: .none
        }
    }

    private var details: Effect {
        guard let calendar, let day = grid?.day else { return .none }
        var lines = [StyledLine(calendar.echo(of: day), .label), .empty]
        for (place, found) in calendar.exceptions(on: day).enumerated() {
            lines.append(StyledLine("\(found.layer): \(found.exception.words)\(place > 0 ? ", 以上面的为准" : "")"))
            lines.append(StyledLine("依据: \(found.exception.source)", .dim, indent: 6))
        }
        if calendar.exceptions(on: day).isEmpty {
            lines.append(StyledLine("没有另外的安排, \(day.weekday.isWeekend ? "周末休息" : "按周一至周五上班")。"))
        }
        if let warning = unknown(calendar, day.year) { lines.append(StyledLine(warning, .soon)) }
        let rows = lines.reduce(0) { $0 + $1.wrapped(to: 52).count }
        return .push(TextScreen("\(day) 的依据", lines, in: .popup(Size(rows: min(17, rows), columns: 54))))
    }

    private func unknown(_ calendar: WorkCalendar, _ year: Int) -> String? {
        calendar.isKnown(year: year) ? nil : WorkCalendar.sentence(unknownYear: year)
    }

    // MARK: - Picture

    /// Rows round the year: a heading, the legend, a rule and three lines for the day.
    private static let surroundings = 6

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.putHeading("\(title) \(year) 年", calendar.map { Self.counts($0, year) })
        guard let calendar, let grid else { return }
        let rows = canvas.rows - Self.surroundings
        grid.draw(calendar, on: canvas.part(row: 1, column: 1, rows: rows, columns: canvas.columns - 1))
        canvas.put(YearGrid.legend, row: canvas.rows - 5, column: 1, style: .dim)
        canvas.rule(row: canvas.rows - 4)
        draw(grid.day, calendar, on: canvas.part(row: canvas.rows - 3, column: 1))
    }

    private static func counts(_ calendar: WorkCalendar, _ year: Int) -> String {
        let layers = calendar.layers.map { layer in
            (layer.name, layer.exceptions.keys.count { $0.year == year })
        }
        let national = layers.filter { $0.0 == CalendarOwner.nation.name }.reduce(0) { $0 + $1.1 }
        let nearer = layers.reduce(0) { $0 + $1.1 } - national
        return national > 0 ? "全国 \(national) 天, 本地 \(nearer) 天" : "全国未录入, 本地 \(nearer) 天"
    }

    private func draw(_ day: Day, _ calendar: WorkCalendar, on canvas: Canvas) {
        let found = calendar.exceptions(on: day)
        let rest = day == grid?.today ? ", 今天" : ""
        canvas.put(calendar.echo(of: day) + rest, row: 0, column: 0)
        if let first = found.first {
            canvas.put("\(first.layer): \(first.exception.source)", row: 1, column: 0, style: .dim)
        }
        if let warning = unknown(calendar, day.year) {
            canvas.put(warning, row: 2, column: 0, style: .soon)
        } else if found.count > 1 {
            canvas.put("\(found[1].layer)另有安排: \(found[1].exception.words)", row: 2, column: 0, style: .dim)
        }
    }
}
