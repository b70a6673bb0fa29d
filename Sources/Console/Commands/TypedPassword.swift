// Passwords for a command: from the terminal without echo, or from standard input.
import Glibc
import Model

/// Where a command's passwords come from.
enum TypedPassword {
    /// Asks for a password twice on the terminal, without showing it, until both are alike and `refusal` has nothing against it.
    /// - Throws: `Refusal` where there is no terminal, or the person gives up with Ctrl-C or Ctrl-D.
    static func ask(_ question: String, refusal: (String) -> String?) throws(Refusal) -> String {
        let terminal = try SilentTerminal()
        while true {
            let first = try terminal.line("\(question): ")
            if let refusal = refusal(first) {
                terminal.say("\(refusal), 请重新输入")
                continue
            }
            if try terminal.line("再输入一次: ") == first { return first }
            terminal.say("两次输入的密码不一样, 请重新输入")
        }
    }

    /// Asks for a password that there is already, once.
    /// - Throws: `Refusal` where there is no terminal, or the person gives up with Ctrl-C or Ctrl-D.
    static func line(_ question: String) throws(Refusal) -> String {
        try SilentTerminal(instead: "--password-fd 从描述符读取").line("\(question): ", cancelled: "已取消, 什么也没有办")
    }

    /// The lines of standard input, one password each.
    /// - Parameter most: how many are wanted; one line more is read, so that too many are noticed.
    static func lines(_ most: Int) -> [String] {
        var passwords: [String] = []
        while passwords.count <= most, let line = readLine() { passwords.append(line) }
        return passwords
    }
}

/// The controlling terminal with its echo off, put back when done.
private final class SilentTerminal {
    private let file: Int32
    private var before = termios()

    /// - Parameter other: where a password can come from without a terminal.
    init(instead other: String = "--password-stdin 从标准输入读取, 每行一个") throws(Refusal) {
        file = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard file >= 0, tcgetattr(file, &before) == 0 else {
            throw Refusal("没有终端可以输入密码; 请用 \(other)")
        }
        var silent = before
        // Without signals Ctrl-C arrives as a byte, so that the echo is put back before the program ends.
        silent.c_lflag &= ~tcflag_t(ECHO | ISIG)
        tcsetattr(file, TCSAFLUSH, &silent)
    }

    deinit {
        guard file >= 0 else { return }
        tcsetattr(file, TCSAFLUSH, &before)
        close(file)
    }

    func say(_ text: String) { write(text + "\n") }

    private func write(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.write(file, bytes, bytes.count)
    }

    func line(_ question: String, cancelled: String = "已取消, 什么也没有新建") throws(Refusal) -> String {
        write(question)
        defer { write("\n") }
        var bytes = [UInt8](repeating: 0, count: 1024)
        defer { explicit_bzero(&bytes, 1024) }
        let count = read(file, &bytes, bytes.count)
        guard count > 0, !bytes[..<count].contains(0x03) else { throw Refusal(cancelled) }
        return String(decoding: bytes[..<count].prefix { $0 != 0x0A }, as: UTF8.self)
    }
}
