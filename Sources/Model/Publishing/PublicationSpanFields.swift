// The form in which the days of the register are typed.

extension PublicationSpan {
    public static let fields = [
        Field(
            "from", "发布从", .day, required: false,
            help: "这一天或以后发布的。可以写 20261208、12-8, 也可以按 F4 从日历中选; 不填不限。"),
        Field(
            "until", "发布到", .day, required: false,
            help: "这一天或以前发布的。可以写 20261208、12-8, 也可以按 F4 从日历中选; 不填不限。"),
    ]

    /// The texts that describe it; an open end is empty.
    public var texts: Entries {
        Entries(
            ["from": from, "until": to].filter { $0.value != .first && $0.value != .last }.mapValues(\.description))
    }

    /// Reads what was typed in the fields.
    /// - Returns: the span; every field at fault is in `errors`.
    public static func read(_ entries: Entries, today: Day) -> (span: PublicationSpan, errors: [FieldError]) {
        var (values, errors) = FieldReader.read(fields, entries, today: today)
        let (from, until) = (values.day("from") ?? .first, values.day("until") ?? .last)
        if errors.isEmpty, values.day("from") == nil, values.day("until") == nil {
            errors.append(FieldError("from", "发布从、发布到都没有填, 至少填一个; 不限日期请选 全部日期"))
        }
        if errors.isEmpty, until < from {
            errors.append(FieldError("until", "发布到 \(until) 早于 发布从 \(from), 请改正其中一个"))
        }
        return (PublicationSpan(from: from, to: until), errors)
    }
}
