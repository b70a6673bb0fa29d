// The form in which a span of days is typed.

extension PublicationSpan {
    /// - Parameter deed: what happened on the days, such as 发布.
    public static func fields(of deed: String) -> [Field] {
        [("from", "从", "以后"), ("until", "到", "以前")].map { name, end, side in
            Field(
                name, deed + end, .day, required: false,
                help: "这一天或\(side)\(deed)的。可以写 20261208、12-8, 也可以按 F4 从日历中选; 不填不限。")
        }
    }

    /// The texts that describe it; an open end is empty.
    public var texts: Entries {
        Entries(
            ["from": from, "until": to].filter { $0.value != .first && $0.value != .last }.mapValues(\.description))
    }

    /// Reads what was typed in the fields.
    /// - Returns: the span; every field at fault is in `errors`.
    public static func read(
        _ entries: Entries, of deed: String, today: Day
    ) -> (span: PublicationSpan, errors: [FieldError]) {
        var (values, errors) = FieldReader.read(fields(of: deed), entries, today: today)
        let (from, until) = (values.day("from") ?? .first, values.day("until") ?? .last)
        if errors.isEmpty, values.day("from") == nil, values.day("until") == nil {
            errors.append(FieldError("from", "\(deed)从、\(deed)到都没有填, 至少填一个; 不限日期请选 全部日期"))
        }
        if errors.isEmpty, until < from {
            errors.append(FieldError("until", "\(deed)到 \(until) 早于 \(deed)从 \(from), 请改正其中一个"))
        }
        return (PublicationSpan(from: from, to: until), errors)
    }
}
