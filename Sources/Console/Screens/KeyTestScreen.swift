// 按键测试: what the terminal sends for a key, what it is taken for, and what it does.

/// Shows what comes instead of doing it, until the key of going back is pressed twice.
struct KeyTestScreen: KeyShowing {
    enum Action: Hashable, Sendable { case leave }

    static let name = "key-test"
    static let bindings: [Binding<Action>] = [
        Binding(
            .escape, .function(12), .control("g"), does: .leave, label: "按两次退出", help: "连按两次, 离开按键测试; 只按一次只是测试这个键。")
    ]
    static let about = "按下任何键, 看终端送来的字节、认作哪个键、在打开帮助的那一页办什么; 什么也不会真办。"

    let title = "按键测试"
    let placement = Placement.popup(Size(rows: 16, columns: 66))
    /// What could be done where the test was asked for, and whether the cursor was in a text there.
    private let acts: [ListedAct]
    private let inText: Bool
    private var arrivals: [Arrival] = []
    private var rows = 1

    /// As many as stay readable in their column; the number of all is told then.
    private static let mostBytes = 8
    private static let keyColumn = 28
    private static let actColumn = 44
    private static let headRows = 4

    init(acts: [ListedAct], inText: Bool) {
        (self.acts, self.inText) = (acts, inText)
    }

    mutating func fit(_ size: Size) {
        rows = max(1, size.rows - Self.headRows)
        arrivals = arrivals.suffix(rows)
    }

    mutating func show(_ arrival: Arrival, _ desk: Desk) -> Effect {
        let isAgain = arrivals.last?.meaning == arrival.meaning
        arrivals = (arrivals + [arrival]).suffix(rows)
        guard isAgain, case .key(let key) = arrival.meaning, Self.bindings[0].keys.contains(key) else { return .none }
        return .pop
    }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? { show(Arrival(bytes: [], meaning: .key(key)), desk) }

    mutating func paste(_ text: String, _ desk: Desk) -> Effect? {
        show(Arrival(bytes: [], meaning: .paste(text)), desk)
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect { .pop }

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.put("按下要测试的键, 这里只显示, 不办理。连按两次 \(Self.key(.leave)) 离开。", row: 0, column: 1)
        canvas.put("送来的字节", row: 2, column: 2, style: .label)
        canvas.put("认作", row: 2, column: Self.keyColumn, style: .label)
        canvas.put("在刚才那一页", row: 2, column: Self.actColumn, style: .label)
        canvas.rule(row: 3)
        for (line, arrival) in arrivals.enumerated() {
            let row = Self.headRows + line
            let isLast = line == arrivals.count - 1
            canvas.put(isLast ? ">" : " ", row: row, column: 1)
            canvas.put(Self.text(of: arrival.bytes), row: row, column: 2, width: Self.keyColumn - 3)
            canvas.put(
                Self.name(of: arrival.meaning), row: row, column: Self.keyColumn, style: .keyName,
                width: Self.actColumn - Self.keyColumn - 1)
            canvas.put(effect(of: arrival.meaning), row: row, column: Self.actColumn)
        }
        canvas.placeCursor(row: Self.headRows + max(0, arrivals.count - 1), column: 1)
    }

    /// The bytes in hexadecimal, as such books write them.
    private static func text(of bytes: [UInt8]) -> String {
        let shown = bytes.prefix(mostBytes).map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return digits.utf8.count < 2 ? "0" + digits : digits
        }
        .joined(separator: " ")
        return bytes.count > mostBytes ? "\(shown.prefix(14)).. 共 \(bytes.count) 个" : shown
    }

    private static func name(of meaning: Arrival.Meaning) -> String {
        switch meaning {
        case .key(let key): key.name
        case .paste(let text): "粘贴 \(text.count) 字"
        case .answer: "终端的回答"
        case .nothing: "不认识"
        }
    }

    private func effect(of meaning: Arrival.Meaning) -> String {
        switch meaning {
        case .key(let key): effect(of: key)
        case .paste: inText ? "放到光标处" : "不能粘贴"
        case .answer, .nothing: "不理会"
        }
    }

    private func effect(of pressed: Key) -> String {
        let key = inText ? pressed : pressed.folded
        if inText, case .character = key { return "输入" }
        if let act = acts.first(where: { $0.keys.contains(key) }) {
            return act.refusal == nil ? act.label : "\(act.label) (现在不能办)"
        }
        switch Paging.key(key) {
        case .up, .down, .left, .right, .home, .end, .pageUp, .pageDown: return "移动"
        case .held where inText: return "移动, 选文字"
        case .backspace where inText, .delete where inText: return "删除"
        case .character(let typed) where !typed.isASCII: return "请把输入法切换到英文"
        default: return "不用这个键"
        }
    }
}
