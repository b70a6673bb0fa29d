// yangguang calendar list: the days of a year that break the Monday-to-Friday rule.
import ArgumentParser
import Foundation
import Model

struct CalendarListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "列出一年中放假和调休上班的日子",
        discussion: """
            一行一天: 日期、星期、放假或上班、名称、哪一级的安排、依据。两级都有安排的一天两行, 不算数的一行标明。
            没有列出的日子按周一至周五上班。没有数据库时列出程序自带的全国日历 (2004 到 2026 年)。

            --json 写出一个数组, 每天一个对象 (以后只增加字段, 不改已有的):
              date    "2026-10-01"
              kind    off 放假, working 上班
              name    名称
              layer   全国, 或站点的全称
              source  依据
              holds   是否以这一条为准

            例:
              yangguang calendar list 2026
              yangguang calendar list 2026 --json | jq '.[] | select(.kind == "working") | .date'
            """)

    @OptionGroup var store: StoreOptions

    @Argument(help: ArgumentHelp("哪一年, 如 2026", valueName: "年"))
    var year: Int

    @Option(help: ArgumentHelp("站点的全称; 不写是最先建立的站点", valueName: "站点"))
    var site: String?

    @Flag(help: "写成 JSON")
    var json = false

    func run() throws {
        guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else {
            throw ValidationError("年份要在 \(Day.years.lowerBound) 至 \(Day.years.upperBound) 之间, 现在是 \(year)")
        }
        let calendar = try store.calendar(of: site)
        let lines = (first...last).flatMap { day in
            calendar.exceptions(on: day).enumerated().map { Line($1.exception, layer: $1.layer, holds: $0 == 0) }
        }
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let members = try lines.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
            print(members.isEmpty ? "[]" : "[\n" + members.joined(separator: ",\n") + "\n]")
        } else {
            for line in lines { print(Printable.clean(line.text)) }
        }
        if !calendar.isKnown(year: year) { StandardError.say(WorkCalendar.sentence(unknownYear: year)) }
    }

    private struct Line: Encodable {
        let date: String
        let kind: String
        let name: String
        let layer: String
        let source: String
        let holds: Bool
        private let words: String

        private enum CodingKeys: String, CodingKey { case date, kind, name, layer, source, holds }

        init(_ exception: DayException, layer: String, holds: Bool) {
            date = exception.day.description
            kind = exception.kind.rawValue
            name = exception.name
            source = exception.source
            self.layer = layer
            self.holds = holds
            words = "\(exception.day) \(exception.day.weekday.name)  \(exception.words)"
        }

        var text: String { "\(words)  \(layer)\(holds ? "" : " (不算数)")  \(source)" }
    }
}
