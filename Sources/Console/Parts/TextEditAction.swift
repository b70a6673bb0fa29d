// What can be done to a text being edited besides typing and moving, with its keys.

/// The acts of a text field, the first link of the chain field, screen, everywhere.
enum TextEditAction: Hashable, Sendable, CaseIterable {
    case undo, redo, clear, cutToEnd

    static let bindings: [Binding<TextEditAction>] = [
        Binding(.control("z"), does: .undo, label: "撤销", help: "撤销这一栏刚才的修改, 可以一直撤到打开的时候。", onBar: false),
        Binding(.control("y"), does: .redo, label: "重做", help: "把撤销的修改再做一遍。", onBar: false),
        Binding(.control("u"), does: .clear, label: "清空", help: "清空这一栏; 清错了可以撤销。", onBar: false),
        Binding(.control("k"), does: .cutToEnd, label: "删到段末", help: "从光标删到这一段的末尾。", onBar: false),
    ]
}
