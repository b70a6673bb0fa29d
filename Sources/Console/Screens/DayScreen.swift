// The calendar from which a date is chosen; it shows working days and days off.
import Model

/// A month at a time, over the form.
struct DayScreen: Screen {
    enum Action: Hashable, Sendable { case choose }

    static let name = "day"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .choose, label: "选定", help: "选光标所在的日子。")
    ]
    static let about = "用方向键选日子, PgUp、PgDn 翻月, Home 回到今天, 按 Enter 选定。标 休 的是休息日, 标 班 的是调休上班的日子。"

    let title: String
    private var picker: DayPicker

    init(_ title: String, day: Day?, today: Day, calendar: WorkCalendar) {
        self.title = title
        picker = DayPicker(day, today: today, calendar: calendar)
    }

    var placement: Placement { .popup(DayPicker.size) }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? {
        picker.handle(Paging.key(key)) ? Effect.none : nil
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect { .answer(.day(picker.day)) }

    func draw(on canvas: Canvas, _ desk: Desk) { picker.draw(on: canvas) }
}
