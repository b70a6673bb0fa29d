// The small form in which a report's scope is chosen.

/// The fields over a report: system, unit, days, and by what it sums.
public struct ReportForm: Sendable {
    private let report: Report
    /// Whose matters may be asked for, with their names.
    private let reaches: [(reach: ReportScope.Reach, name: String)]
    /// The system it was opened from.
    private let system: System
    private let usual: [(name: String, span: PublicationSpan)]

    private static let ownDays = "own"

    /// - Parameter system: the system whose menu led here; it or all can be chosen.
    public init(
        _ report: Report, of system: System, _ reaches: [(reach: ReportScope.Reach, name: String)], today: Day
    ) {
        self.report = report
        self.system = system
        self.reaches = reaches
        usual = PublicationSpan.usual(today: today)
    }

    public var fields: [Field] {
        var fields = [
            choice(
                "system", "系统", [(system.rawValue, system.title), ("", "全部系统")], help: "只统计这个系统的, 还是全部系统的。按空格键换。"),
            choice(
                "reach", "单位", reaches.enumerated().map { ("\($0)", $1.name) },
                help: reaches.count == 1 ? "只能统计本单位的; 监管员可以看各单位的。" : "统计哪个单位的。按空格键换下一个, 按 F4 从列表中选。"),
            choice(
                "span", "期间", usual.enumerated().map { ("\($0)", $1.name) } + [(Self.ownDays, "自己填日期")],
                help: "按公告发布的日期统计。选 自己填日期 时填下面两栏。按 F4 从列表中选。"),
        ]
        fields += [("from", "从", "以后"), ("until", "到", "以前")].map { name, label, side in
            Field(
                name, label, .day, required: false,
                help: "公告在这一天或\(side)发布的; 期间选 自己填日期 时才用, 不填不限。可以写 20261208、12-8, 也可以按 F4 从日历中选。")
        }
        if report.grouping != nil {
            fields.append(
                choice(
                    "grouping", "每行是", FigureLine.Grouping.allCases.map { ($0.rawValue, $0.name) },
                    help: "一行一个单位, 或者一个月、一个季度。按空格键换。"))
        }
        return fields
    }

    private func choice(
        _ name: String, _ label: String, _ choices: [(code: String, label: String)], help: String
    ) -> Field {
        Field(name, label, .choice(choices.map { Field.Choice($0.code, $0.label) }), required: false, help: help)
    }

    /// The texts that describe a scope.
    public func texts(_ scope: ReportScope) -> Entries {
        let span = usual.firstIndex { $0.span == scope.span }
        var texts = span == nil ? scope.span.texts : Entries()
        texts["system"] = scope.system?.rawValue ?? ""
        texts["reach"] = "\(reaches.firstIndex { $0.reach == scope.reach } ?? 0)"
        texts["span"] = span.map { "\($0)" } ?? Self.ownDays
        texts["grouping"] = report.grouping?.rawValue ?? ""
        return texts
    }

    /// Reads what was chosen and typed.
    /// - Returns: the report and its scope; every field at fault is in `errors`.
    public func read(
        _ entries: Entries, today: Day
    ) -> (report: Report, scope: ReportScope, errors: [FieldError]) {
        let reach = Int(entries["reach"]).flatMap { reaches.indices.contains($0) ? reaches[$0].reach : nil }
        var scope = ReportScope(
            system: entries["system"].isEmpty ? nil : system, reach: reach ?? reaches.first?.reach ?? .site, span: .all)
        var errors: [FieldError] = []
        if let index = Int(entries["span"]), usual.indices.contains(index) {
            scope.span = usual[index].span
        } else {
            (scope.span, errors) = PublicationSpan.read(entries, of: "发布", today: today)
        }
        let grouping = FigureLine.Grouping(rawValue: entries["grouping"])
        return (grouping.map(report.grouped(by:)) ?? report, scope, errors)
    }
}

extension FigureLine.Grouping {
    public var name: String {
        switch self {
        case .unit: "一个单位"
        case .month: "一个月"
        case .quarter: "一个季度"
        }
    }
}
