// The program: its subcommands, and how an error leaves it.
import ArgumentParser
import Glibc
import Model

@main
struct Yangguang: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "yangguang", abstract: "阳光政务控制台",
        discussion: """
            县级政务公开的后台: 听证、公示、通报的公告、通知、报告, 按顺序、按期限发布。

            单独运行 yangguang 就是控制台; 其余命令供管理服务器的人和脚本使用。
            错误写到标准错误, 一行一句。退出码: 0 办成, 1 未办成, 64 用法不对。

            第一次使用:
              yangguang init --site 漾濞彝族自治县人民政府 --unit 发展和改革局
            看看样子:
              yangguang demo
            """,
        subcommands: [
            ConsoleCommand.self, InitCommand.self, DemoCommand.self, ListCommand.self, ReportCommand.self,
            WorkdayCommand.self, CalendarCommand.self, ImportCommand.self, CheckCommand.self, FeedCommand.self,
            ClerkCommand.self, BackupCommand.self, RestoreCommand.self, UpgradeCommand.self,
        ],
        defaultSubcommand: ConsoleCommand.self)

    static func main() {
        // What the program makes is its user's alone; a file that may not grow is an error that is told, not the program's end.
        umask(0o077)
        signal(SIGXFSZ, SIG_IGN)
        do {
            // Clerks start the console without a word, and the parser would take a fifth of its start.
            guard CommandLine.arguments.count > 1 else {
                return try ConsoleCommand.show(try Office(opening: StoreOptions.standardPath))
            }
            var command = try parseAsRoot()
            try command.run()
        } catch {
            leave(with: error)
        }
    }

    /// Says what went wrong, or what was asked for, and ends the program.
    private static func leave(with error: any Error) -> Never {
        if let refusal = error as? Refusal {
            StandardError.say("yangguang: \(refusal.sentence)")
            Glibc.exit(1)
        }
        let code = exitCode(for: error)
        let message = message(for: error)
        if code == .success {
            print(HelpWording.chinese(help: message))
        } else if !message.isEmpty {
            StandardError.say("yangguang: \(HelpWording.chinese(usageError: message)); 用法见 yangguang --help")
        }
        Glibc.exit(code.rawValue)
    }
}
