// 终端: encoding, widths and lines, with a sample that shows at once whether they are right.
import Model

/// Sets the terminal. Every change holds at once, so that the clerk sees what it does; its keys are named in ASCII too, for whoever
/// cannot read the rest yet.
struct TerminalScreen: Screen {
    enum Action: Hashable, Sendable { case keep, nextEncoding, previous, next, less, more }

    static let name = "terminal"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .keep, label: "保留", help: "就用现在的设置; 登录后会按帐号和终端记住。"),
        Binding(.function(11), does: .nextEncoding, label: "换编码", help: "换成下一种编码。画面全是乱码时连按, 直到读得出汉字。"),
        Binding(.up, .backTab, does: .previous, label: "上一项", help: "到上面的一项。", onBar: false),
        Binding(.down, .tab, does: .next, label: "下一项", help: "到下面的一项。", onBar: false),
        Binding(.left, does: .less, label: "往左改", help: "把光标所在的一项改成左边的一种, 立即生效。", onBar: false),
        Binding(.right, .character(" "), does: .more, label: "往右改", help: "把光标所在的一项改成右边的一种, 立即生效。", onBar: false),
    ]
    static let about = "用上下键选一项, 用左右键改, 改了立即生效。看样子里的汉字读不读得出, 右边的竖线齐不齐。按 Enter 保留, 按 Esc 恢复原样。"

    let title = "终端"
    let placement = Placement.popup(Size(rows: 14, columns: 54))
    /// As it was when this page was opened.
    private let before: TerminalSettings
    private var settings: TerminalSettings
    private var row = Row.encoding

    private enum Row: Int, CaseIterable {
        case encoding, width, lines, plain

        var label: String {
            switch self {
            case .encoding: "编码"
            case .width: "符号宽度"
            case .lines: "线框"
            case .plain: "朴素方式"
            }
        }

        var choices: [String] {
            switch self {
            case .encoding: TextEncoding.allCases.map(\.title)
            case .width: ["1 列", "2 列"]
            case .lines: ["线条", "+ - |"]
            case .plain: ["不用", "用 (供读屏、盲文)"]
            }
        }
    }

    /// Signs whose width depends on the font, between characters that are sure.
    private static let samples = ["听证公告，第①号：“供水价格”……", "二〇二六年——《×××办法》●○★"]
    private static let sampleColumns = 44
    private static let keyLine = "F11: next encoding   Enter: keep   Esc: undo"

    init(_ desk: Desk) {
        before = desk.terminal?.settings ?? TerminalSettings()
        settings = before
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        switch action {
        case .previous: row == .encoding ? "已经是第一项" : nil
        case .next: row == .plain ? "已经是最后一项" : nil
        case .less: chosen(row) == 0 ? "左边没有别的了" : nil
        case .more: chosen(row) == row.choices.count - 1 ? "右边没有别的了" : nil
        default: nil
        }
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .keep: return keepSettings(desk)
        case .nextEncoding:
            row = .encoding
            return choose((chosen(.encoding) + 1) % Row.encoding.choices.count, desk)
        case .previous, .next:
            row = Row(rawValue: row.rawValue + (action == .next ? 1 : -1)) ?? row
            return .none
        case .less, .more: return choose(chosen(row) + (action == .more ? 1 : -1), desk)
        }
    }

    mutating func back(_ desk: Desk) -> Effect {
        guard settings != before else { return .pop }
        return set(before, desk) ?? .pop.then(.say("已恢复原来的终端设置"))
    }

    private func chosen(_ row: Row) -> Int {
        switch row {
        case .encoding: TextEncoding.allCases.firstIndex(of: settings.encoding) ?? 0
        case .width: settings.ambiguousColumns - 1
        case .lines: settings.wantsLines ? 0 : 1
        case .plain: settings.isPlain ? 1 : 0
        }
    }

    private mutating func choose(_ choice: Int, _ desk: Desk) -> Effect {
        var wanted = settings
        switch row {
        case .encoding:
            wanted = TerminalSettings(TextEncoding.allCases[choice])
            (wanted.wantsLines, wanted.isPlain) = (settings.wantsLines, settings.isPlain)
        case .width: wanted.ambiguousColumns = choice + 1
        case .lines: wanted.wantsLines = choice == 0
        case .plain: wanted.isPlain = choice == 1
        }
        return set(wanted, desk) ?? .none
    }

    /// - Returns: the refusal, or nil when it was done.
    private mutating func set(_ wanted: TerminalSettings, _ desk: Desk) -> Effect? {
        do throws(Refusal) {
            try desk.terminal?.set(wanted)
            settings = wanted
            return nil
        } catch {
            return .refuse(error.sentence)
        }
    }

    private func keepSettings(_ desk: Desk) -> Effect {
        guard let terminal = desk.terminal, desk.session != nil else { return .pop.then(.say("登录后记住这个终端的设置")) }
        let kept = desk.read { office, session throws(Refusal) in
            try office.remember(settings.texts, ofTerminal: terminal.name, in: session)
        }
        switch kept {
        case .success: return .pop.then(.say("已记住这个终端的设置"))
        case .failure(let refusal): return .refuse(refusal.sentence)
        }
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        for row in Row.allCases { draw(row, on: canvas) }
        canvas.rule(row: 5)
        canvas.put("样子: 汉字应当读得出来, 两边的竖线应当上下对齐", row: 6, column: 1, style: .label)
        for (line, sample) in (["一二三四五六七八九十一二三四五六"] + Self.samples).enumerated() {
            // Dots, for curses would jump over blanks, and a shift would not be seen.
            let dots = String(repeating: ".", count: max(0, Self.sampleColumns - TextWidth.of(sample)))
            canvas.put("|\(sample)\(dots)|", row: 7 + line, column: 3)
        }
        canvas.rule(row: 11)
        canvas.put("按 Enter 保留, 按 Esc 恢复原样", row: 12, column: 1)
        canvas.put(Self.keyLine, row: 13, column: 1)
    }

    private func draw(_ row: Row, on canvas: Canvas) {
        let line = row.rawValue + 1
        canvas.put(row == self.row ? ">" : " ", row: line, column: 1)
        canvas.put(row.label, row: line, column: 2, style: .label)
        var column = 14
        for (index, choice) in row.choices.enumerated() {
            let isChosen = index == chosen(row)
            let text = isChosen ? "[\(choice)]" : " \(choice) "
            if isChosen, row == self.row { canvas.placeCursor(row: line, column: column) }
            column =
                canvas.put(text, row: line, column: column, style: isChosen && row == self.row ? .current : .plain) + 2
        }
    }
}
