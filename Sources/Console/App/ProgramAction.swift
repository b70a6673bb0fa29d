// The acts that hold on every screen, with their keys.

/// What can be done everywhere.
enum ProgramAction: Hashable, Sendable, CaseIterable {
    case help, acts, readAgain, switchFocus, foldMenu, back, redraw, terminal, signOut

    /// The last link of the chain field, screen, everywhere.
    static let bindings: [Binding<ProgramAction>] = [
        Binding(.function(1), does: .help, label: "帮助", help: "这个栏目或这一页怎么用。"),
        Binding(
            .function(3), .control("o"), does: .acts, label: "操作", help: "列出这里能办的所有事, 用上下键选, 按 Enter 办理; 不能办的写明原因。"),
        Binding(.function(5), .control("r"), does: .readAgain, label: "刷新", help: "重新读取这一页, 看到别人刚做的改动。"),
        Binding(.function(6), .tab, does: .switchFocus, label: "菜单", help: "在左边的菜单和右边的工作区之间切换。"),
        Binding(.function(9), .control("x"), does: .foldMenu, label: "收起", help: "收起或展开左边的菜单, 收起后工作区更宽。"),
        Binding(
            .escape, .function(12), .control("g"), does: .back, label: "返回", help: "退回上一步。写了一半的内容存为草稿, 不会丢。",
            onBar: false),
        Binding(.control("l"), does: .redraw, label: "重画", help: "屏幕花了的时候重画一遍。", onBar: false),
        Binding(
            .function(11), does: .terminal, label: "终端", help: "画面有乱码、对不齐、线框不对的时候, 设置编码、符号的宽度和线框。",
            onBar: false),
        Binding(.function(10), .control("d"), does: .signOut, label: "退出", help: "退出系统, 退出前会再问一次。"),
    ]
}
