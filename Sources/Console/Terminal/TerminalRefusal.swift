// Why the console cannot be shown here.

/// One sentence for the person at the terminal: what is wrong, and what to set.
struct TerminalRefusal: Error, Equatable, CustomStringConvertible {
    let sentence: String
    var description: String { sentence }

    static let noTerminal = TerminalRefusal(
        sentence: "这里不是终端, 无法打开控制台: 请用 SSH 客户端登录后直接运行 yangguang, 不要经过管道或重定向。")

    static let noMemory = TerminalRefusal(sentence: "服务器的内存或文件描述符不够, 无法打开控制台: 请稍后再试, 并告诉管理服务器的人。")

    /// For an encoding that was asked for and has no locale on this server.
    static func lacks(_ encoding: TextEncoding) -> TerminalRefusal {
        TerminalRefusal(
            sentence: "服务器没有 \(encoding.title) 的语言环境, 请管理服务器的人运行 "
                + "localedef -i zh_CN -f GB18030 zh_CN.GB18030, 或把 SSH 客户端的编码改为 UTF-8。")
    }

    static func cannotDraw(type: String) -> TerminalRefusal {
        TerminalRefusal(
            sentence: "终端类型 TERM=\(TextWidth.fit(Printable.clean(type), to: 32)) 不能移动光标, 无法打开控制台: "
                + "请在 SSH 客户端中把终端类型改为 xterm, 再重新登录。")
    }
}
