// The argument parser's English headings and errors in Chinese.

/// Puts what the argument parser says into the words of the house. It has no place for translations of its own.
enum HelpWording {
    private static let headings = [
        ("OVERVIEW: ", ""), ("USAGE: ", "用法: "), ("ARGUMENTS:", "参数:"), ("OPTIONS:", "选项:"),
        ("SUBCOMMANDS:", "命令:"), ("Show help information.", "显示本说明。"), ("<subcommand>", "<命令>"),
        ("<options>", "<选项>"), ("(default:", "(默认:"), ("(default)", "(默认)"), ("(values:", "(可选:"),
        ("; default:", "; 默认:"), ("See '", "各命令的说明: "), ("' for detailed help.", ""),
    ]

    static func chinese(help: String) -> String {
        headings.reduce(help) { replacing($1.0, in: $0, with: $1.1) }
    }

    /// The beginnings of the parser's errors; what is named in quotes behind them stays.
    private static let errors = [
        ("Missing expected argument ", "缺少 "), ("Missing value for ", "后面缺少值: "), ("Missing one of: ", "缺少其中一项: "),
        ("Missing required subcommand", "缺少命令"), ("Unknown option ", "没有选项 "), ("Invalid option: ", "没有选项 "),
        ("Unexpected argument ", "多余的参数 "), ("The value ", "这个值不对: "), (" is invalid for ", ", 用于 "),
        (" unexpected arguments: ", " 个多余的参数: "), (". Please provide one of ", ", 只能是 "), (", or ", " 或 "),
        (" or ", " 或 "),
        (" and ", " 和 "),
        (". Did you mean ", ", 是不是 "),
    ]

    /// One line of what is wrong.
    static func chinese(usageError message: String) -> String {
        let sentence = message.split(separator: "\n").first { !$0.hasPrefix("Usage:") } ?? ""
        let chinese = errors.reduce(String(sentence)) { replacing($1.0, in: $0, with: $1.1) }
        return chinese.last == "." ? String(chinese.dropLast()) : chinese
    }

    private static func replacing(_ old: String, in text: String, with new: String) -> String {
        var replaced = ""
        var rest = text[...]
        while let range = rest.firstRange(of: old) {
            replaced += rest[..<range.lowerBound] + new
            rest = rest[range.upperBound...]
        }
        return replaced + rest
    }
}
