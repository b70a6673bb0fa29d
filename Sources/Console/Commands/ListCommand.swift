// yangguang list: the matters and how they stand, for scripts and for whoever runs the server.
import ArgumentParser
import Model

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "列出事项和它们的状态",
        discussion: """
            每件事项一行: 灯、编号、单位、日期、各文书的状态和期限、标题, 新的在前。
            期限后面: 未到期的不写, 已按时办结写 "已", 晚办结写 "晚N" (N 个工作日)。
            按季度要求通报的单位, 还没有发布的季度也各写一行, 编号写 "-"。
            不含任何个人信息。

            --json 写出一个数组, 每件事项一个对象 (以后只增加字段, 不改已有的):
              number     编号 "2026-12"; 还没有发布的季度没有编号
              period     还没有发布的季度 "2026-Q3"; 事项没有这一项
              system     系统 "hearing"
              site unit  站点和单位的全称
              title      标题
              eventDay   听证会或公示结束的日期 "2026-12-08"; 未定时没有, 另有
                         eventAbout, 通报写季度 "2026年第3季度" 或 "突发"
              light      overdue 超期, soon 将到, open 未到, met 已办结或不计期限
              states     各文书 {"document":"notice","name":"听证通知","state":"通知已发"}
              deadlines  各期限 {"rule":"notice","label":"听证通知","due":"2026-11-27",
                         "light":"met","metAt":"2026-11-24T01:00:00.000Z"}; 晚的另有 lateDays
              unposted   还没有上网登记的文书 ["notice"]; 都登记了时是空的

            例:
              yangguang list --light overdue
              yangguang list --system hearing --json | jq '.[].title'
            """)

    @OptionGroup var store: StoreOptions

    @Option(help: ArgumentHelp("只列一个系统: \(System.choices)", valueName: "系统"))
    var system: System?

    @Option(help: ArgumentHelp("只列超期的 (overdue) 或将到的 (soon)", valueName: "灯"))
    var light: Light?

    @Flag(help: "写成 JSON")
    var json = false

    func run() throws {
        let office = try store.open()
        if json {
            let writer = StatementJSON()
            var before = "[\n"
            try office.statements(system: system, light: light) { statement in
                print(before, try writer.member(statement), separator: "", terminator: "")
                before = ",\n"
            }
            print(before == "[\n" ? "[]" : "\n]")
        } else {
            var table = StatementTable()
            try office.statements(system: system, light: light) { statement in
                for line in table.lines(statement) { print(line) }
            }
        }
    }
}

extension System: ExpressibleByArgument {
    /// The systems in use, as they are typed.
    static var choices: String {
        Procedure.all.map { "\($0.system.rawValue) (\($0.name))" }.joined(separator: ", ")
    }

    /// By its code or by its name.
    public init?(argument: String) {
        guard let procedure = Procedure.all.first(where: { [$0.system.rawValue, $0.name].contains(argument) }) else {
            return nil
        }
        self = procedure.system
    }

    public static var allValueStrings: [String] { Procedure.all.map(\.system.rawValue) }
}

extension Light: ExpressibleByArgument {
    /// What presses, by its code or by its word.
    public init?(argument: String) {
        guard let light = [Light.overdue, .soon].first(where: { [$0.rawValue, $0.word].contains(argument) }) else {
            return nil
        }
        self = light
    }

    public static var allValueStrings: [String] { ["overdue", "soon"] }
}
