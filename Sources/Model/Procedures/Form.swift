// A form: its fields in order, and the rules that hold between them.

/// The form of a document. The fields every document has are added here; `fields` is the whole in the order it is typed.
public struct Form: Sendable {
    /// What a rule between fields may look at.
    public struct Context: Sendable {
        public let now: Moment
        public let calendar: WorkCalendar
        public var today: Day { now.day }
        /// What sentences call `today`; the true day of a backfilled document is not the clerk's today.
        public var dayName: String { isPast ? "发布那天" : "今天" }
        /// Whether the document was published before it is entered here: what it announced then holds.
        public let isPast: Bool
        public init(now: Moment, calendar: WorkCalendar, isPast: Bool = false) {
            self.now = now
            self.calendar = calendar
            self.isPast = isPast
        }
    }

    /// A rule between fields: the field at fault and its sentence, or nil.
    public typealias Rule = @Sendable (FormValues, Context) -> FieldError?

    /// What a careful editor would mark and nothing forbids: the field and its sentence, or nil.
    public typealias Caution = @Sendable (FormValues, Settings) -> FieldError?

    /// What a field left empty holds, reckoned from the fields before it, or nil.
    public typealias Completion = @Sendable (FormValues, Context) -> FieldValue?

    /// The table that keeps the form's own fields, a column each; empty where they are not kept as a form.
    public let table: String
    /// The fields only this form has.
    public let ownFields: [Field]
    public let rules: [Rule]
    public let cautions: [Caution]
    /// By the field's name; it stands after what it is reckoned from.
    public let completions: [String: Completion]
    public let fields: [Field]

    public init(
        table: String, title: Field, _ ownFields: [Field], closing: [Field] = Form.closing, rules: [Rule] = [],
        cautions: [Caution] = [], completions: [String: Completion] = [:]
    ) {
        self.table = table
        self.ownFields = ownFields
        self.rules = rules
        self.cautions = cautions
        self.completions = completions
        fields = [title] + ownFields + closing
    }

    private init(_ form: Form, fields: [Field]) {
        table = form.table
        ownFields = form.ownFields
        rules = form.rules
        cautions = form.cautions
        completions = form.completions
        self.fields = fields
    }

    /// The same form with fields before all others that are not the document's own.
    func beginning(with fields: [Field]) -> Form { Form(self, fields: fields + self.fields) }

    /// The same form with fields at its end that are not the document's own; the tick stays last, after everything it is about.
    func closing(with fields: [Field]) -> Form {
        Form(self, fields: Array(self.fields.dropLast()) + fields + self.fields.suffix(1))
    }

    /// A form that is not a document's: nothing but its own fields.
    init(_ fields: [Field], rules: [Rule]) {
        table = ""
        ownFields = fields
        self.rules = rules
        cautions = []
        completions = [:]
        self.fields = fields
    }

    /// A day that cannot lie before the document is out.
    static func notBeforePublication(_ field: String, _ label: String) -> Rule {
        { values, context in
            guard let day = values.day(field), day < context.today else { return nil }
            return FieldError(field, "\(label)不能早于\(context.dayName) \(context.today), 填的是 \(day)")
        }
    }

    public func field(_ name: String) -> Field? { fields.first { $0.name == name } }

    /// The title every document has (G1: at most 50 characters, punctuation counted).
    public static func title(_ pattern: String, beginning: Field.Beginning = .empty) -> Field {
        Field(
            "title", "标题", .line, limit: 50, beginning: beginning,
            help: "最多 50 个字, 标点符号也算。一般写作 \(pattern), 不写 \"我县\" \"我局\" 一类说法。")
    }

    /// What every document ends with (design 5; W2: the publisher puts their name to the secrecy review).
    public static let closing: [Field] = [
        Field(
            "reference_number", "发文字号", .line, limit: 40, required: false,
            help: "本单位的发文字号, 例如 漾发改〔2026〕12号。没有可以不填, 编号由系统自动给出。"),
        Field("signed_unit", "落款", .line, limit: 50, beginning: .unit, help: "发布单位的全称, 已填好本单位, 可以修改。"),
        Field("signed_day", "落款日期", .day, beginning: .today, help: "写在落款下面的日期。可以写 20261208、12-8 或 2026年12月8日。"),
        Field(
            "secrecy_checked", "保密审查", .tick("已审查, 不含国家秘密、商业秘密和个人隐私"),
            help: "按空格键打勾。由发布人审查: 涉密信息不上网, 上网信息不涉密; 也不含商业秘密、个人隐私、广告和过期内容。"),
    ]

    /// Reads what was typed.
    /// - Parameter standing: what a document says already: a rule that it breaks in the very same way is no fault of its revision.
    /// - Returns: the values; every field at fault is in `errors`, all at once.
    public func read(
        _ entries: Entries, _ context: Context, standing: FormValues? = nil
    ) -> (values: FormValues, errors: [FieldError]) {
        var values = FormValues()
        var errors: [FieldError] = []
        for field in fields where applies(field, entries) {
            switch FieldReader.read(field, entries[field.name], today: context.today) {
            case .success(let value?): values[field.name] = value
            case .success(nil): values[field.name] = completions[field.name]?(values, context)
            case .failure(let error): errors.append(error)
            }
        }
        let atFault = Set(errors.map(\.field))
        for rule in rules {
            guard let error = rule(values, context), !atFault.contains(error.field) else { continue }
            if let standing, rule(standing, context) == error { continue }
            errors.append(error)
        }
        return (values, inOrder(errors))
    }

    /// The day that a field left empty will hold, as far as it can be reckoned from what is typed so far.
    public func completed(_ field: String, _ entries: Entries, _ context: PublicationCheck.Context) -> Day? {
        guard completions[field] != nil, entries[field].trimmed.isEmpty else { return nil }
        return read(entries, Context(now: context.now, calendar: context.calendar)).values.day(field)
    }

    /// Errors as their fields stand in the form.
    func inOrder(_ errors: [FieldError]) -> [FieldError] {
        let order = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1.name, $0) })
        return errors.sorted { (order[$0.field] ?? .max) < (order[$1.field] ?? .max) }
    }

    /// What the fields hold before anything is typed.
    func beginning(for clerk: Clerk, today: Day, matter: Matter?) -> Entries {
        var entries = Entries()
        for field in fields {
            entries[field.name] =
                switch field.beginning {
                case .empty: ""
                case .text(let text): text
                case .today: today.description
                case .unit: clerk.unit.name
                case .eventDay: matter?.event.day?.description ?? ""
                case .earlier(let kind, let earlier): matter?.document(kind)?.values[earlier]?.typed ?? ""
                case .title(let replacements):
                    replacements.reduce(matter?.title ?? "") { $0.replacingLast($1.word, with: $1.by) }
                }
        }
        return entries
    }

    /// The entries with every day written in full, so that a day without a year means the same from whatever day the rules look.
    func writtenOut(_ entries: Entries, today: Day) -> Entries {
        var written = entries
        for field in fields {
            guard case .day = field.kind, let day = try? TypedDay.read(entries[field.name], today: today).get() else {
                continue
            }
            written[field.name] = day.description
        }
        return written
    }

    /// Whether a field is part of the form as far as it is filled in.
    public func applies(_ field: Field, _ entries: Entries) -> Bool {
        guard let applies = field.applies else { return true }
        return entries[applies.field].trimmed == applies.code
    }

    /// The values by their labels, as the journal keeps them.
    func labelled(_ values: FormValues) -> [String: String] {
        var labelled: [String: String] = [:]
        for field in fields {
            guard let value = values[field.name] else { continue }
            labelled[field.label] = field.reading(value)
        }
        return labelled
    }
}
