// yangguang [console]: the desk itself.
import ArgumentParser
import Foundation
import Glibc
import Model

struct ConsoleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "console", abstract: "打开控制台",
        discussion: """
            打开控制台, 要在终端里运行, 不小于 80 列 24 行。单独运行 yangguang 也一样。

            画面有乱码或对不齐时, 在控制台里按 F11 设置; 设置会按帐号和终端记住。

            收件夹和发件夹默认是用户目录下的 收件夹、发件夹, 可以用 YANGGUANG_INBOX、YANGGUANG_OUTBOX 另行指定。
            """)

    @OptionGroup var store: StoreOptions

    @Flag(help: "供 sshd 的 ForceCommand 使用: 客户端带来的环境变量一概不理会, 只留终端类型、语言、用户和来处")
    var sealed = false

    @Option(
        help: ArgumentHelp("终端的编码。不写时看语言环境, 并询问终端", valueName: "编码"))
    var encoding: TextEncoding?

    @Option(
        help: ArgumentHelp("引号、破折号、圆圈数字等在这个终端上占的列数, 1 或 2。不写时询问终端", valueName: "列数"))
    var ambiguous: Int?

    @Flag(help: "朴素方式, 供读屏软件和盲文点显器使用: 不画线框, 一次只显示一样, 光标停在要办的地方")
    var plain = false

    func validate() throws {
        guard let ambiguous, !(1...2).contains(ambiguous) else { return }
        throw ValidationError("--ambiguous 只能是 1 或 2, 不能是 \(ambiguous)")
    }

    func run() throws {
        if sealed { Self.seal() }
        try Self.show(
            try store.open(), on: GivenSettings(encoding: encoding, ambiguousColumns: ambiguous, isPlain: plain))
    }

    /// Shows an office on the terminal until the clerk leaves.
    static func show(_ office: Office, on given: GivenSettings = GivenSettings()) throws {
        let terminal: Terminal
        do throws(TerminalRefusal) {
            terminal = try Terminal(given)
        } catch {
            throw Refusal(error.sentence)
        }
        let desk = Desk(
            office: office, folders: Folders.ofUser(), address: address,
            transfer: TerminalTransfer(folder: Folders.temporary), terminal: terminal,
            ticks: { Keyboard.nowSleepingToo })
        let app = App(desk, size: .floor)
        if let note = terminal.type.note { app.tell(note) }
        office.whileWaiting = { [unowned app] in terminal.show(app.waitingForOthers()) }
        desk.watchWork = { [unowned app] in terminal.watch { app.working($0) } }
        desk.findPrinter = LinePrinter.find
        terminal.run(app)
    }

    /// Drops what a client can bring along over SSH. `SSH_ORIGINAL_COMMAND` is never read at all.
    private static func seal() {
        let kept: Set = ["TERM", "LANG", "HOME", "USER", "LOGNAME", "PATH", "SSH_CONNECTION"]
        for name in ProcessInfo.processInfo.environment.keys where !kept.contains(name) && !name.hasPrefix("LC_") {
            unsetenv(name)
        }
    }

    /// Where the clerk sits, as sshd tells it.
    private static var address: String {
        guard let connection = getenv("SSH_CONNECTION") else { return "本机" }
        let from = String(cString: connection).prefix { $0 != " " }
        return from.isEmpty || from.count > 45 || !from.allSatisfy({ $0.isHexDigit || $0 == "." || $0 == ":" })
            ? "未知" : String(from)
    }
}

extension TextEncoding: ExpressibleByArgument {
    init?(argument: String) { self.init(rawValue: argument.lowercased()) }
}

extension Folders {
    /// The folders of the user the console runs as.
    static func ofUser() -> Folders {
        let home = variable("HOME") ?? "/"
        return Folders(
            home: home, inbox: variable("YANGGUANG_INBOX") ?? "\(home)/收件夹",
            outbox: variable("YANGGUANG_OUTBOX") ?? "\(home)/发件夹")
    }

    /// Where uploads arrive.
    static var temporary: String { variable("TMPDIR") ?? "/tmp" }

    private static func variable(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.hasPrefix("/") ? text : nil
    }
}
