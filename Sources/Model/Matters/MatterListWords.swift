// The management list's filter and order in words, and the form they are chosen in.

extension MatterListView {
    /// What stands above the list, such as `超期; 听证会 2026-11-01 至 2026-12-31; 按听证会日期, 早的在前`,
    /// in the order and the words of the fields in which it is chosen.
    /// - Parameter usual: the view that needs no words.
    public func words(_ procedure: Procedure, usual: MatterListView) -> String {
        var parts: [String] = []
        if let stage { parts.append(Self.word(stage, procedure)) }
        if let standing { parts.append(standing.word) }
        if let span = span(procedure) { parts.append(span) }
        if reach != usual.reach { parts.append(reach.word) }
        if (column, isAscending) != (usual.column, usual.isAscending) {
            parts.append("按\(column.word(procedure)), \(column.first(ascending: isAscending))")
        }
        return parts.joined(separator: "; ")
    }

    /// Whether it leaves out rows that the usual view has.
    public func isFiltered(usual: MatterListView) -> Bool {
        var filter = ordered(by: usual.column, ascending: usual.isAscending)
        if filter.reach == .site { filter.reach = usual.reach }
        return filter != usual
    }

    private func span(_ procedure: Procedure) -> String? {
        switch (from, until) {
        case (nil, nil): nil
        case (let from?, nil): "\(procedure.eventName) \(from) 起"
        case (nil, let until?): "\(procedure.eventName)到 \(until) 为止"
        case (let from?, let until?): "\(procedure.eventName) \(from) 至 \(until)"
        }
    }

    private static func word(_ stage: Stage, _ procedure: Procedure) -> String {
        switch stage {
        case .next(let kind): "待发布\(procedure.document(kind)?.word ?? kind.rawValue)"
        case .complete: "已全部发布"
        case .ended: "已终止"
        }
    }

    /// The fields in which a view is chosen.
    /// - Parameter entries: what is chosen so far: the two directions are called by what is ordered by.
    public static func fields(_ procedure: Procedure, _ entries: Entries) -> [Field] {
        let column = Column(rawValue: entries["column"]) ?? .entered
        let event = procedure.eventName
        return [
            choice(
                "stage", "办到哪一步", [("", "不限")] + stages(procedure).map { (code($0), word($0, procedure)) },
                help: "只列出办到这一步的事项。按空格键换下一个, 按 F4 从列表中选。"),
            choice(
                "standing", "期限", [("", "不限")] + Standing.allCases.map { ($0.rawValue, $0.word) },
                help: "按最近一项未办的期限筛选: 超期 表示已过, 将到 表示还剩 \(Light.soonWorkingDays) 个工作日以内。"),
            Field(
                "from", "\(event)从", .day, required: false,
                help: "\(event)在这一天或以后的。可以写 20261208、12-8, 也可以按 F4 从日历中选; 不填不限。日期未定的不列出。"),
            Field(
                "until", "\(event)到", .day, required: false,
                help: "\(event)在这一天或以前的。可以写 20261208、12-8, 也可以按 F4 从日历中选; 不填不限。日期未定的不列出。"),
            choice(
                "reach", "单位", Reach.allCases.map { ($0.rawValue, $0.word) },
                help: "各单位已发布的事项都可以看, 只能办理本单位的。"),
            choice(
                "column", "排序", Column.allCases.map { ($0.rawValue, "按\($0.word(procedure))") }, help: "列表按什么排列。"),
            choice(
                "direction", "顺序", [("up", column.first(ascending: true)), ("down", column.first(ascending: false))],
                help: "照上面一栏排列, 从哪一头排起。按空格键换。"),
        ]
    }

    private static func choice(
        _ name: String, _ label: String, _ choices: [(code: String, label: String)], help: String
    ) -> Field {
        Field(
            name, label, .choice(choices.map { Field.Choice($0.code, $0.label) }), required: false, help: help)
    }

    /// Reads what was chosen and typed in the fields.
    /// - Returns: the view; every field at fault is in `errors`.
    public static func read(
        _ entries: Entries, _ procedure: Procedure, usual: MatterListView, today: Day
    ) -> (view: MatterListView, errors: [FieldError]) {
        var (values, errors) = FieldReader.read(fields(procedure, entries), entries, today: today)
        if errors.isEmpty, let from = values.day("from"), let until = values.day("until"), until < from {
            errors.append(
                FieldError("until", "\(procedure.eventName)到的日期 \(until) 早于从的日期 \(from), 请改正其中一个"))
        }
        return (MatterListView(Entries(values.values.mapValues(\.typed)), procedure, usual: usual), errors)
    }
}

extension MatterListView.Column {
    /// What it is called in a list of columns.
    public func word(_ procedure: Procedure) -> String {
        switch self {
        case .entered: "录入先后"
        case .number: "编号"
        case .due: "期限"
        case .title: "标题"
        case .unit: "单位"
        case .event: "\(procedure.eventName)日期"
        case .stage: "办理进度"
        }
    }

    /// Which rows come first.
    public func first(ascending: Bool) -> String {
        switch self {
        case .entered: ascending ? "旧的在前" : "新的在前"
        case .number: ascending ? "小的在前" : "大的在前"
        case .due, .event: ascending ? "早的在前" : "晚的在前"
        case .title, .unit: ascending ? "顺排" : "倒排"
        case .stage: ascending ? "刚开始的在前" : "快办完的在前"
        }
    }
}
