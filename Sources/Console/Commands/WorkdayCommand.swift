// yangguang workday: the n-th working day before or after a day, and how it is counted.
import ArgumentParser
import Model

struct WorkdayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workday", abstract: "推算第几个工作日",
        discussion: """
            从某一天起数, 当天不算: +10 是之后第 10 个工作日, -7 是之前第 7 个工作日。
            用本站点的工作日历; 没有数据库时用程序自带的全国日历 (2004 到 2026 年)。

            例:
              yangguang workday 2026-10-12 -7
              2026-09-24 周四 工作日
              yangguang workday 2026-10-12 +10 --explain
              yangguang workday 20261012 -10 --strict
            """)

    @OptionGroup var store: StoreOptions

    @Argument(help: ArgumentHelp("起算的日期, 如 2026-10-12", valueName: "日期"))
    var day: String

    // A distance such as -7 looks like an option, so what is no option here is taken as it stands.
    @Argument(parsing: .allUnrecognized, help: ArgumentHelp("第几个工作日: +10 或 -7", valueName: "±N"))
    var distances: [String]

    @Flag(help: "从严计算: 中间隔满这么多个工作日")
    var strict = false

    @Flag(help: "逐日列出是怎样数的")
    var explain = false

    func run() throws {
        let clock = try store.clock()
        let from: Day
        switch TypedDay.read(day, today: clock.now().day) {
        case .success(let day): from = day
        case .failure(let refusal): throw ValidationError(refusal.sentence)
        }
        guard distances.count == 1, let distance = Self.number(distances[0]) else {
            throw ValidationError("工作日数看不懂 \"\(distances.joined(separator: " "))\", 请写成 +10 或 -7")
        }
        let calendar = try store.calendar()
        guard let count = calendar.workingDay(distance, from: from, strict: strict) else {
            throw ValidationError("工作日数 \(distance) 太大, 最多 \(WorkCalendar.reach)")
        }
        if explain {
            for line in count.explanation { print(Printable.clean(line)) }
        }
        print(Printable.clean(TypedDay.echo(count.day, calendar)))
        if !explain {
            count.unknownYears.map(WorkCalendar.sentence(unknownYear:)).forEach(StandardError.say)
        }
    }

    /// A signed number; a minus sign or a full-width figure is as good as its ASCII twin.
    static func number(_ text: String) -> Int? {
        let sign: Int
        let digits: Substring
        switch text.first {
        case "+", "＋": (sign, digits) = (1, text.dropFirst())
        case "-", "－", "\u{2212}": (sign, digits) = (-1, text.dropFirst())
        default: (sign, digits) = (1, text[...])
        }
        guard (1...6).contains(digits.count) else { return nil }
        var number = 0
        for digit in digits {
            guard "0"..."9" ~= digit || "０"..."９" ~= digit, let value = digit.wholeNumberValue else { return nil }
            number = number * 10 + value
        }
        return sign * number
    }
}
