// Draws the desk: banner, panels, menu, the open screens, status line and key bar.
import Model

extension App {
    func paint() -> Grid {
        let grid = Grid(size, hasFrames: !isPlain)
        guard !isTooSmall else {
            let canvas = Canvas(grid)
            canvas.put("窗口太小, 请放大到 80 列 24 行; 内容都还在, 按 F10 退出", row: 0, column: 0, style: .refusal)
            canvas.put("现在 \(size.columns) 列 \(size.rows) 行", row: 1, column: 0)
            return grid
        }
        let frame = Frame(size: size, isMenuFolded: !isMenuShown)
        drawBanner(Canvas(grid, frame.banner))
        drawStatus(Canvas(grid, frame.status))
        drawKeyBar(Canvas(grid, frame.keyBar))
        // What lies under a frame would be read out with it, line by line.
        let base = isPlain ? screens.count - 1 : baseOfView
        if case .work = screens.indices.contains(base) ? screens[base].placement : .whole {
            Canvas(grid, frame.middle).frame()
            drawLeft(grid, frame)
        }
        for index in screens.indices where index >= base && !(isPlain && isInMenu) {
            draw(screens[index], grid, frame, isTop: index == screens.count - 1)
        }
        if isInMenu { drawMenuCursor(grid, frame) }
        return grid
    }

    private func draw(_ screen: any Screen, _ grid: Grid, _ frame: Frame, isTop: Bool) {
        if case .popup(let wanted) = screen.placement {
            let border = Canvas(grid, frame.popup(wanted))
            border.clear()
            border.frame()
            border.put(" \(screen.title) ", row: 0, column: 2, style: .label, width: border.columns - 4)
        }
        grid.cursor = nil
        screen.draw(on: Canvas(grid, frame.area(of: screen.placement)), desk)
        if screen.placement == .work { joinRules(grid, frame) }
    }

    /// Whether the screen is read aloud or felt.
    var isPlain: Bool { desk.terminal?.settings.isPlain ?? false }

    private func drawBanner(_ canvas: Canvas) {
        canvas.fill(row: 0, style: .banner)
        canvas.put("阳光政务", row: 0, column: 1, style: .banner)
        canvas.put(desk.isDemo ? "\(systemName) 演示" : systemName, row: 0, column: 11, style: .banner, width: 44)
        let site = desk.clerk?.site.name ?? desk.office.siteName() ?? ""
        canvas.putRight(site, row: 0, column: 44, width: canvas.columns - 45, style: .banner)
    }

    /// The system of the open screen, as the slides' banner has it.
    private var systemName: String {
        guard desk.session != nil, !isShut,
            let system = screens.lazy.compactMap({ ($0 as? any SystemScreen)?.system }).first
        else {
            return "后台管理系统"
        }
        return system.title + "后台管理系统"
    }

    private func drawStatus(_ canvas: Canvas) {
        guard let message else { return }
        canvas.put(message.text, row: 0, column: 1, style: message.isRefusal ? .refusal : .plain)
    }

    /// As many keys as fit, the one that signs out always among them. curses spoils a wide character that ends right before the lower right corner, so a bar that would begins
    /// one column sooner.
    private func drawKeyBar(_ canvas: Canvas) {
        var shown: [(key: String, act: ListedAct)] = []
        var end = 1
        var keys = actsHere.filter(\.onBar).inBarOrder.compactMap { act in
            act.keys.first.map { (key: $0.name, act: act) }
        }
        let leaving = keys.firstIndex { $0.act.name == .program(.signOut) }.map { keys.remove(at: $0) }
        let kept = leaving.map { Self.width($0) + 1 } ?? 0
        for next in keys {
            guard end + Self.width(next) + kept < canvas.columns else { break }
            shown.append(next)
            end += Self.width(next) + 1
        }
        if let leaving {
            shown.append(leaving)
            end += kept
        }
        var column = end == canvas.columns ? 0 : 1
        for (key, act) in shown {
            let after = canvas.put(key, row: 0, column: column, style: .keyName)
            column = canvas.put(act.label, row: 0, column: after, style: act.refusal == nil ? .plain : .dim) + 1
        }
    }

    private static func width(_ shown: (key: String, act: ListedAct)) -> Int {
        TextWidth.of(shown.key) + TextWidth.of(shown.act.label)
    }

    private func drawLeft(_ grid: Grid, _ frame: Frame) {
        guard !frame.isMenuFolded, !isShut, let menu, let clerk = desk.clerk else { return }
        let middle = Canvas(grid, frame.middle)
        for row in 1..<middle.rows - 1 { middle.mark("│", row: row, column: frame.divider) }
        middle.mark("┬", row: 0, column: frame.divider)
        middle.mark("┴", row: middle.rows - 1, column: frame.divider)
        let rule = 1 + Frame.personRows
        middle.rule(row: rule, column: 1, width: Frame.menuColumns)
        middle.mark("├", row: rule, column: 0)
        middle.mark("┤", row: rule, column: frame.divider)
        let person = Canvas(grid, frame.person)
        for row in 0..<person.rows { person.fill(row: row, style: .userPanel) }
        person.put(clerk.unit.name, row: 0, column: 0, style: .userPanel)
        person.put("\(clerk.fullName)  \(clerk.roleTitles)", row: 1, column: 0, style: .userPanel)
        drawMenu(menu, Canvas(grid, frame.menu))
    }

    private func drawMenu(_ menu: Menu, _ canvas: Canvas) {
        for (line, index) in menu.window.visible.enumerated() {
            let row = menu.rows[index]
            let isCurrent = index == menu.window.cursor
            let style: Style = isCurrent && isInMenu ? .current : row.mark != nil ? .menuHeading : .plain
            if isCurrent && isInMenu { canvas.fill(row: line, style: .current) }
            if let mark = row.mark {
                canvas.put(mark + row.label, row: line, column: 0, style: style)
            } else {
                let column = 1 + row.level * 2
                if isCurrent { canvas.put(">", row: line, column: column - 1, style: style) }
                canvas.put(row.label, row: line, column: column, style: style)
            }
            if row.count > 0 {
                canvas.putRight("\(row.count)", row: line, column: 0, width: canvas.columns, style: style)
            }
            if row.red > 0 {
                let rest = canvas.columns - max(4, TextWidth.of("\(row.count)") + 1)
                canvas.putRight(
                    "超期\(row.red)", row: line, column: 0, width: rest, style: style == .current ? style : .overdue)
            }
        }
    }

    private func drawMenuCursor(_ grid: Grid, _ frame: Frame) {
        guard let menu, !frame.isMenuFolded else { return }
        Canvas(grid, frame.menu).placeCursor(row: menu.window.cursor - menu.window.top, column: 0)
    }

    /// Where a screen drew a rule across the work area, it meets the frame.
    private func joinRules(_ grid: Grid, _ frame: Frame) {
        let work = frame.work
        for row in work.row..<work.row + work.rows
        where grid[row, work.column].text == "─" && grid[row, work.column + work.columns - 1].text == "─" {
            grid.set(row, work.column - 1, grid[row, work.column - 1].text == "┤" ? "┼" : "├", width: 1, style: .plain)
            grid.set(row, work.column + work.columns, "┤", width: 1, style: .plain)
        }
    }
}

/// A screen that belongs to one system, which the banner then names.
protocol SystemScreen: Screen {
    var system: System { get }
}
