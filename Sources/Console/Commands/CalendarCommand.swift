// yangguang calendar: the work calendar, for whoever runs the server and for scripts.
import ArgumentParser

struct CalendarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar", abstract: "导入和查看工作日历",
        discussion: """
            例:
              yangguang calendar import --dry-run 2027.csv
              yangguang calendar list 2027
            """, subcommands: [CalendarImportCommand.self, CalendarListCommand.self])
}
