// A text to be read: a published document, how a deadline was counted, a line of history.

/// A page of text in the work area or over it.
struct TextScreen: Screen {
    enum Action: Hashable, Sendable { case close }

    static let name = "text"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .close, label: "关闭", help: "看完了, 回到上一页。")
    ]
    static let about = "用上下键、PgUp、PgDn 翻看, 看完按 Enter 或 Esc 返回。"

    private let heading: String
    /// In a frame the title says how much more there is; in the work area that stands beside it.
    var title: String { placement != .work && pager.scrolls ? "\(heading)  \(pager.position)" : heading }
    let placement: Placement
    private var pager: Pager

    init(_ title: String, _ lines: [StyledLine], in placement: Placement = .work) {
        heading = title
        self.placement = placement
        pager = Pager(lines)
    }

    mutating func fit(_ size: Size) {
        pager.fit(Size(rows: size.rows - (placement == .work ? 2 : 0), columns: size.columns - 2))
    }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? {
        pager.handle(Paging.reading(key)) ? Effect.none : nil
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect { .pop }

    func draw(on canvas: Canvas, _ desk: Desk) {
        if placement == .work {
            canvas.putHeading(title, pager.scrolls ? pager.position : nil)
            pager.draw(on: canvas.part(row: 2, column: 1, columns: canvas.columns - 2))
        } else {
            pager.draw(on: canvas.part(row: 0, column: 1, columns: canvas.columns - 2))
        }
        canvas.placeCursor(row: canvas.rows - 1, column: 0)
    }
}
