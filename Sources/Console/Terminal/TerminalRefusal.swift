// Why the console cannot be shown here.

/// One sentence for the person at the terminal: what is wrong, and what to set.
struct TerminalRefusal: Error, Equatable, CustomStringConvertible {
    let sentence: String
    var description: String { sentence }

    static let noTerminal = TerminalRefusal(
        sentence: "这里不是终端, 无法打开控制台: 请用 SSH 客户端登录后直接运行 yangguang, 不要经过管道或重定向。")

    static func cannotDraw(type: String) -> TerminalRefusal {
        TerminalRefusal(
            sentence: "终端类型 TERM=\(TextWidth.fit(Printable.clean(type), to: 32)) 不能移动光标, 无法打开控制台: "
                + "请在 SSH 客户端中把终端类型改为 xterm, 再重新登录。")
    }
}
