// yangguang import: what comes into the store from elsewhere.
import ArgumentParser

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "导入别处来的数据",
        discussion: """
            例:
              yangguang import comments --dry-run jianyi.csv
            """, subcommands: [ImportCommentsCommand.self])
}
