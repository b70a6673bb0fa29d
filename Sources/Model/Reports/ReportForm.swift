// The small form in which a report's scope is chosen.

/// The fields over a report: system, unit, days, and by what it sums.
public struct ReportForm: Sendable {
    private let report: Report
    /// Whose matters may be asked for, with their names.
    private let reaches: [(reach: ReportScope.Reach, name: String)]
    /// The system it was opened from.
    private let system: System
    private let usual: [(text: String, span: PublicationSpan)]

    private static let ownDays = "own"
    private static let ownTime = "time"

    /// - Parameter system: the system whose menu led here; it or all can be chosen.
    public init(
        _ report: Report, of system: System, _ reaches: [(reach: ReportScope.Reach, name: String)], today: Day
    ) {
        self.report = report
        self.system = system
        self.reaches = reaches
        usual = PublicationSpan.offered(today: today)
    }

    public var fields: [Field] {
        var fields = [
            choice(
                "system", "系统", [(system.rawValue, system.title), ("", "全部系统")], help: "只统计这个系统的, 还是全部系统的。按空格键换。"),
            choice(
                "reach", "单位", reaches.enumerated().map { ("\($0)", $1.name) },
                help: reaches.count == 1 ? "只能统计本单位的; 监管员可以看各单位的。" : "统计哪个单位的。按空格键换下一个, 按 F4 从列表中选。"),
            choice(
                "span", "期间",
                usual.enumerated().map { ("\($0)", $1.text) } + [
                    (Self.ownTime, "另一年、季度或月: 填在下面"), (Self.ownDays, "自己填起止日期"),
                ],
                help: "按公告发布的日期统计。按 F4 从列表中选, 或者直接在下面填。"),
            Field(
                "time", "年季月", .day, required: false,
                help: "只统计一年、一季度或一个月的: 写 2026、2026-Q3 (2026年3季度)、2026-09 (2026年9月), 不写年份就是最近的一个。"),
        ]
        fields += zip(PublicationSpan.fields(of: "发布"), ["以后", "以前"]).map { field, side in
            Field(
                field.name, field.label, .day, required: false,
                help: "公告在这一天或\(side)发布的, 不填不限。可以写 20261208、12-8, 也可以按 F4 从日历中选。")
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

    /// What the choice of days becomes where something is typed in a field of its own: what was typed counts.
    public func following(_ changed: String, _ entries: Entries) -> (field: String, code: String)? {
        guard !entries[changed].isEmpty else { return nil }
        switch changed {
        case "time": return ("span", Self.ownTime)
        case "from", "until": return ("span", Self.ownDays)
        default: return nil
        }
    }

    /// The days of a typed year, quarter or month, for the clerk to see.
    public func echo(_ field: String, _ text: String, today: Day) -> String? {
        guard field == "time" else { return nil }
        guard let span = try? TypedSpan.read(text, today: today).get() else { return "" }
        return "\(span.from) 至 \(span.to)"
    }

    /// The texts that describe a scope.
    public func texts(_ scope: ReportScope) -> Entries {
        let span = usual.firstIndex { $0.span == scope.span }
        let time = span == nil ? TypedSpan.text(scope.span) : nil
        var texts = span == nil && time == nil ? scope.span.texts : Entries()
        texts["time"] = time ?? ""
        texts["system"] = scope.system?.rawValue ?? ""
        texts["reach"] = "\(reaches.firstIndex { $0.reach == scope.reach } ?? 0)"
        texts["span"] = span.map { "\($0)" } ?? (time == nil ? Self.ownDays : Self.ownTime)
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
        } else if entries["span"] == Self.ownTime {
            switch TypedSpan.read(entries["time"], today: today) {
            case .success(let span): scope.span = span
            case .failure(let refusal):
                let isEmpty = entries["time"].trimmed.isEmpty
                errors = [
                    FieldError("time", isEmpty ? "年季月没有填, 请写成 2026、2026-Q3 或 2026-09" : "年季月: \(refusal.sentence)")
                ]
            }
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
