// What can be done to a text being edited besides typing and moving, with its keys.

/// The acts of a text field, the first link of the chain field, screen, everywhere.
enum TextEditAction: Hashable, Sendable, CaseIterable {
    case undo, redo, clear, cutToEnd, select, selectAll, cut, copy, paste

    static let bindings: [Binding<TextEditAction>] = [
        Binding(.control("z"), does: .undo, label: "撤销", help: "撤销这一栏刚才的修改, 可以一直撤到打开的时候。", onBar: false),
        Binding(.control("y"), does: .redo, label: "重做", help: "把撤销的修改再做一遍。", onBar: false),
        Binding(.control("u"), does: .clear, label: "清空", help: "清空这一栏; 清错了可以撤销。", onBar: false),
        Binding(.control("k"), does: .cutToEnd, label: "删到段末", help: "从光标删到这一段的末尾。", onBar: false),
        Binding(
            .insert, does: .select, label: "选文字", help: "从光标处开始选, 移动光标就选中; 再按一次不再选。按住 Shift 移动也一样。",
            onBar: false),
        Binding(.alt("a"), does: .selectAll, label: "全选", help: "选中这一栏的全部文字。", onBar: false),
        Binding(
            .alt("x"), .held(.shift, .delete), does: .cut, label: "剪切", help: "剪下选中的文字, 可以粘贴到别处。", onBar: false),
        Binding(
            .alt("c"), .held(.control, .insert), does: .copy, label: "复制", help: "复制选中的文字, 可以粘贴到别处。", onBar: false),
        Binding(
            .alt("v"), .held(.shift, .insert), does: .paste, label: "粘贴",
            help: "把剪下或复制的文字放到光标处; 自己电脑上的文字, 用终端软件的粘贴。", onBar: false),
    ]

    /// The act of a key in a text.
    static func of(_ key: Key) -> TextEditAction? { bindings.first { $0.keys.contains(key) }?.action }
}
