// A form: its fields in order, and the rules that hold between them.

/// The form of a document. The fields every document has are added here; `fields` is the whole in the order it is typed.
public struct Form: Sendable {
    /// What a rule between fields may look at.
    public struct Context: Sendable {
        public let now: Moment
        public let calendar: WorkCalendar
        public var today: Day { now.day }
        public init(now: Moment, calendar: WorkCalendar) {
            self.now = now
            self.calendar = calendar
        }
    }

    /// A rule between fields: the field at fault and its sentence, or nil.
    public typealias Rule = @Sendable (FormValues, Context) -> FieldError?

    /// What a careful editor would mark and nothing forbids: the field and its sentence, or nil.
    public typealias Caution = @Sendable (FormValues, Settings) -> FieldError?

    /// The table that keeps the form's own fields, a column each; empty where they are not kept as a form.
    public let table: String
    /// The fields only this form has.
    public let ownFields: [Field]
    public let rules: [Rule]
    public let cautions: [Caution]
    public let fields: [Field]

    public init(
        table: String, title: Field, _ ownFields: [Field], closing: [Field] = Form.closing, rules: [Rule] = [],
        cautions: [Caution] = []
    ) {
        self.table = table
        self.ownFields = ownFields
        self.rules = rules
        self.cautions = cautions
        fields = [title] + ownFields + closing
    }

    private init(_ form: Form, fields: [Field]) {
        table = form.table
        ownFields = form.ownFields
        rules = form.rules
        cautions = form.cautions
        self.fields = fields
    }

    /// The same form with a field before all others that is not the document's own.
    func beginning(with field: Field) -> Form { Form(self, fields: [field] + fields) }

    /// A form that is not a document's: nothing but its own fields.
    init(_ fields: [Field], rules: [Rule]) {
        table = ""
        ownFields = fields
        self.rules = rules
        cautions = []
        self.fields = fields
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
        Field("signed_day", "落款日期", .day, beginning: .today, help: "写在落款下面的日期, 已填好今天。可以写 20261208、12-8 或 2026年12月8日。"),
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
            case .success(nil): break
            case .failure(let error): errors.append(error)
            }
        }
        let atFault = Set(errors.map(\.field))
        for rule in rules {
            guard let error = rule(values, context), !atFault.contains(error.field) else { continue }
            if let standing, rule(standing, context) == error { continue }
            errors.append(error)
        }
        let order = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1.name, $0) })
        errors.sort { (order[$0.field] ?? .max) < (order[$1.field] ?? .max) }
        return (values, errors)
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
