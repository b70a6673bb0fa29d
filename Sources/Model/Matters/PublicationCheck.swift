// Whether a document may be published, and what stands in the way or is to be said about it.

/// The pure check before a document goes out: the form shows it, and the act that publishes asks it again.
public struct PublicationCheck: Sendable {
    /// What a check looks at besides the matter and the entries.
    public struct Context: Sendable {
        public let now: Moment
        public let calendar: WorkCalendar
        public let settings: Settings
        public var strict: Bool { settings.strict }
        public init(now: Moment, calendar: WorkCalendar, settings: Settings) {
            self.now = now
            self.calendar = calendar
            self.settings = settings
        }
    }

    /// A deadline that this publication misses, or shows to have been missed.
    public struct Late: Hashable, Sendable {
        public let rule: String
        public let label: String
        public let due: Day
        /// Working days, at least 1.
        public let days: Int

        public var sentence: String { "\(label)最迟 \(due)（含当日）, 晚 \(days) 个工作日" }
    }

    public let procedure: Procedure
    public let document: DocumentDescription
    public let values: FormValues
    /// What is wrong with the fields, in the form's order.
    public let errors: [FieldError]
    /// What a careful editor would mark; never in the way.
    public let warnings: [FieldError]
    /// What the document says of the event, or what is known already.
    public let event: MatterEvent?
    public let late: [Late]
    /// Remarks on dates: the earliest day of an event without a day, and years whose days off are not known.
    public let remarks: [String]

    public init(
        _ procedure: Procedure, _ document: DocumentDescription, of matter: Matter?, entries: Entries,
        _ context: Context
    ) {
        self.procedure = procedure
        self.document = document
        let (values, found) = document.form.read(
            entries, Form.Context(now: context.now, calendar: context.calendar))
        var errors = found
        warnings =
            Wording.warnings(document.form, entries)
            + document.form.cautions.compactMap { $0(values, context.settings) }
        let told = errors.contains { $0.field == document.event?.field } ? nil : document.event?.read(values)
        if let announced = matter?.event.day, let field = document.event?.field, let day = told?.day, day != announced {
            errors.append(
                FieldError(
                    field,
                    "\(procedure.eventName)已公布定在 \(announced), 这里是 \(day); 请改回, 要改日期须另行办理改期"))
        }
        self.values = values
        self.errors = errors
        event = told ?? matter?.event
        late = Self.late(procedure, document, matter, event: event, context)
        remarks = Self.remarks(procedure, document, event: event, context)
    }

    /// Why the document cannot be published now whatever the form says, or nil.
    public static func refusal(
        _ procedure: Procedure, _ document: DocumentDescription, of matter: Matter?, now: Moment
    ) -> String? {
        if let ending = matter?.ending { return "这件事项已于 \(ending.at.text) 终止, 不再发布\(document.name)" }
        guard let matter else {
            guard procedure.before(document.kind) == nil else { return "请先发布\(procedure.documents[0].name)" }
            return nil
        }
        if let already = matter.document(document.kind) {
            return "\(document.name)已于 \(already.publishedAt.text) 发布 (编号 \(already.number)), 每件事项只能发布一次"
        }
        if let earlier = procedure.before(document.kind), !matter.published.contains(earlier.kind) {
            return "要先发布\(earlier.name), 才能发布\(document.name)"
        }
        for condition in document.conditions {
            if let refusal = condition.refusal(procedure, document, of: matter, now: now) { return refusal }
        }
        return nil
    }

    /// Deadlines missed: the document's own, and, when the event's day becomes exact only now, those of documents already out.
    private static func late(
        _ procedure: Procedure, _ document: DocumentDescription, _ matter: Matter?, event: MatterEvent?,
        _ context: Context
    ) -> [Late] {
        guard let day = event?.day else { return [] }
        let becomesExact = matter?.event.day != day
        return late(procedure, event: day, context) { rule in
            if rule.document == document.kind { return context.now.day }
            return becomesExact ? matter?.metDay(rule) : nil
        }
    }

    /// The deadlines that are missed when the event is on a day, given on which days they were met.
    static func late(_ procedure: Procedure, event: Day, _ context: Context, met: (DeadlineRule) -> Day?) -> [Late] {
        procedure.deadlines.compactMap { rule in
            guard let met = met(rule),
                let due = rule.count(from: event, calendar: context.calendar, strict: context.strict)?.day, met > due
            else { return nil }
            return Late(
                rule: rule.name, label: rule.label, due: due,
                days: max(1, context.calendar.workingDays(after: due, through: met)))
        }
    }

    private static func remarks(
        _ procedure: Procedure, _ document: DocumentDescription, event: MatterEvent?, _ context: Context
    ) -> [String] {
        var remarks: [String] = []
        if event?.day == nil, let rule = procedure.deadlines.first(where: { $0.document == document.kind }),
            let earliest = procedure.earliestEvent(
                rule, published: context.now.day, calendar: context.calendar, strict: context.strict)
        {
            remarks.append("今天发布, \(procedure.eventName)不得早于 \(earliest)")
            if !context.calendar.isKnown(year: earliest.year) {
                remarks.append(WorkCalendar.sentence(unknownYear: earliest.year))
            }
        }
        if let day = event?.day {
            let years = Set(
                procedure.deadlines.flatMap {
                    $0.count(from: day, calendar: context.calendar, strict: context.strict)?.unknownYears ?? []
                })
            remarks += years.sorted().map(WorkCalendar.sentence(unknownYear:))
        }
        return remarks
    }
}
