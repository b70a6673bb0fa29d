// The program: its subcommands and what they share.
import ArgumentParser

@main
struct Yangguang: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "yangguang", abstract: "阳光政务控制台", subcommands: [DemoCommand.self])
}
