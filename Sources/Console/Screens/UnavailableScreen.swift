// A page that is not in use yet.

/// Says that an entry is not in use yet, and what can be done meanwhile.
struct UnavailableScreen: Screen {
    enum Action: Hashable, Sendable {}

    static let name = "unavailable"
    static let bindings: [Binding<Action>] = []
    static let about = "这一项还没有开通。按 F6 到菜单选择别的项目。"

    let title: String

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {}

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.put(title, row: 0, column: 1, style: .label)
        canvas.put("\(title)尚未开通。", row: 2, column: 1)
        canvas.put("请按 F6 到菜单, 选择别的项目。", row: 3, column: 1)
    }
}
