// Whether a document may be published, and what stands in the way or is to be said about it.

/// The pure check before a document goes out: the form shows it, and the act that publishes asks it again.
public struct PublicationCheck: Sendable {
    /// What a check looks at besides the matter and the entries.
    public struct Context: Sendable {
        public let now: Moment
        public let calendar: WorkCalendar
        public let settings: Settings
        /// The last days of what the clerk's unit owes for periods and has not published yet.
        public let owed: [System: [Quarter: Day]]
        /// Whose text is checked, where that is known.
        public let clerk: Clerk?
        public var strict: Bool { settings.strict }
        public init(
            now: Moment, calendar: WorkCalendar, settings: Settings, owed: [System: [Quarter: Day]] = [:],
            clerk: Clerk? = nil
        ) {
            self.now = now
            self.clerk = clerk
            self.calendar = calendar
            self.settings = settings
            self.owed = owed
        }
    }

    /// A deadline that this publication misses, or shows to have been missed.
    public struct Late: Hashable, Sendable {
        public let rule: String
        public let label: String
        public let due: Day
        /// Working days, at least 1.
        public let days: Int
        /// The quarter for which a unit owed it; nil where the deadline is the matter's.
        public var period: Quarter?

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

    /// That too few were there for the event to count, so that it is to be postponed (H11); it is among the errors.
    public let shortage: FieldError?

    /// - Parameters:
    ///   - standing: the document as it is, where it is not published but revised.
    ///   - isBackfilled: whether it was published before it is entered here: its event may have been moved since it was announced
    ///     and held with too few, and it is late for nothing.
    public init(
        _ procedure: Procedure, _ document: DocumentDescription, of matter: Matter?, revising standing: Document? = nil,
        entries: Entries, _ context: Context, isBackfilled: Bool = false
    ) {
        self.procedure = procedure
        self.document = document
        let (values, found) = document.form.read(
            entries,
            Form.Context(now: context.now, calendar: context.calendar, isPast: isBackfilled),
            standing: standing?.values)
        var errors = found
        let told = errors.contains { $0.field == document.event?.field } ? nil : document.event?.read(values)
        let few = document.quorum?.shortage(document.form, values, eventName: procedure.eventName)
        shortage = isBackfilled ? nil : few
        warnings =
            Wording.warnings(document.form, entries, received: matter?.comments.all ?? 0)
            + document.form.cautions.compactMap { $0(values, context.settings) }
            + (isBackfilled ? [few].compactMap { $0 } : [])
        let further = [
            isBackfilled ? nil : Self.movedDay(procedure, document, matter, standing, told: told),
            Self.eventBeforeCommentsEnd(procedure, document, matter, standing, values, told: told), shortage,
        ].compactMap { $0 }
        errors += further.filter { error in !errors.contains { $0.field == error.field } }
        self.values = values
        self.errors = document.form.inOrder(errors)
        // What was announced stands; a revised document repeats its own day even after the event was postponed.
        event = standing != nil && matter?.event.day != nil ? matter?.event : told ?? matter?.event
        // A revision publishes nothing anew, and what was published before is not judged now.
        let isPublished = standing == nil && !isBackfilled
        late =
            isBackfilled
            ? []
            : Self.late(procedure, document, matter, isPublished: isPublished, event: event, context)
                + Self.periodLate(procedure, document, standing, values, context)
        remarks = Self.remarks(procedure, document, isPublished: isPublished, event: event, context)
    }

    /// An exact day that is public is moved by 改期 alone.
    private static func movedDay(
        _ procedure: Procedure, _ document: DocumentDescription, _ matter: Matter?, _ standing: Document?,
        told: MatterEvent?
    ) -> FieldError? {
        guard let entry = document.event, let announced = matter?.event.day else { return nil }
        let own = standing.flatMap { entry.read($0.values)?.day }
        guard let day = told?.day else {
            guard let own, told != nil else { return nil }
            let field = document.form.field(entry.field)?.applies?.field ?? entry.field
            return FieldError(field, "\(procedure.eventName)已公布定在 \(own), 不能改回未定; 请改回, 要改日期须另行办理改期")
        }
        guard day != announced, day != own else { return nil }
        return FieldError(
            entry.field, "\(procedure.eventName)已公布定在 \(announced), 这里是 \(day); 请改回, 要改日期须另行办理改期")
    }

    /// H4: the event is not before the end of comments. A revision is not held to what it leaves as it was.
    private static func eventBeforeCommentsEnd(
        _ procedure: Procedure, _ document: DocumentDescription, _ matter: Matter?, _ standing: Document?,
        _ values: FormValues, told: MatterEvent?
    ) -> FieldError? {
        if let name = document.commentsUntilField {
            // What a revised document says of the day may have been overtaken by 改期.
            let day = standing == nil ? told?.day ?? matter?.event.day : matter?.event.day ?? told?.day
            guard let until = values.day(name), let day, until > day else { return nil }
            if standing?.values.day(name) == until, matter?.event.day == day { return nil }
            let labels = [name, document.event?.field ?? ""].map { document.form.field($0)?.label ?? $0 }
            return FieldError(name, "\(labels[0])不能晚于\(labels[1]) \(day), 填的是 \(until)")
        }
        guard let entry = document.event, let day = told?.day, standing.flatMap({ entry.read($0.values)?.day }) != day
        else { return nil }
        return matter?.refusal(ofEventOn: day, procedure).map { FieldError(entry.field, $0) }
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
            return "\(document.name)已于 \(already.publishedText) 发布 (编号 \(already.number)), 每件事项只能发布一次"
        }
        if let earlier = procedure.before(document.kind) {
            guard let out = matter.document(earlier.kind) else { return "要先发布\(earlier.name), 才能发布\(document.name)" }
            if out.publishedAt > now {  // The server's clock was set back; the record would be out of order (H6, G4).
                return
                    "\(earlier.name)是 \(out.publishedText) 发布的, 服务器的时间却是 \(now.text); 请管理服务器的人校正时间, 再发布\(document.name)"
            }
        }
        for condition in document.conditions {
            if let refusal = condition.refusal(procedure, document, of: matter, now: now) { return refusal }
        }
        return nil
    }

    /// A matter whose comments are why its document cannot be published (G6).
    public struct HeldUp: Sendable {
        public let procedure: Procedure
        public let matter: Matter
        /// The refusal.
        public let sentence: String
    }

    /// Whether comments that are not handled and answered are why the document cannot be published now (G6); nil where they are not.
    public static func heldUp(
        _ procedure: Procedure, _ document: DocumentDescription, of matter: Matter, now: Moment
    ) -> HeldUp? {
        let waiting = Condition.everyCommentAnswered
        guard document.conditions.contains(waiting),
            let sentence = waiting.refusal(procedure, document, of: matter, now: now),
            refusal(procedure, document, of: matter, now: now) == sentence
        else { return nil }
        return HeldUp(procedure: procedure, matter: matter, sentence: sentence)
    }

    /// Deadlines missed: the document's own, and, when the event's day becomes exact only now, those of documents already out.
    private static func late(
        _ procedure: Procedure, _ document: DocumentDescription, _ matter: Matter?, isPublished: Bool,
        event: MatterEvent?, _ context: Context
    ) -> [Late] {
        guard let day = event?.day else { return [] }
        let becomesExact = matter?.event.day != day
        return late(procedure, event: day, context, entered: matter?.backfilledDay) { rule in
            if rule.document == document.kind, isPublished { return context.now.day }
            return becomesExact ? matter?.metDay(rule) : nil
        }
    }

    /// The period's deadline where the document is the first of a quarter that is owed, and too late for it (B1).
    private static func periodLate(
        _ procedure: Procedure, _ document: DocumentDescription, _ standing: Document?, _ values: FormValues,
        _ context: Context
    ) -> [Late] {
        guard let duty = procedure.duty, document.kind == procedure.documents[0].kind, standing?.isBackfilled != true,
            let quarter = duty.period(values), let due = context.owed[procedure.system]?[quarter]
        else { return [] }
        let published = standing?.publishedAt.day ?? context.now.day
        guard published > due else { return [] }
        return [
            Late(
                rule: duty.name, label: duty.label(of: quarter), due: due,
                days: context.calendar.lateness(of: published, due: due), period: quarter)
        ]
    }

    /// The deadlines that are missed when the event is on a day, given on which days they were met.
    /// - Parameter entered: the day a backfilled matter was entered; what the law wanted before it is not ours to count.
    static func late(
        _ procedure: Procedure, event: Day, _ context: Context, entered: Day? = nil, met: (DeadlineRule) -> Day?
    ) -> [Late] {
        procedure.deadlines.compactMap { rule in
            guard let met = met(rule),
                let due = rule.count(from: event, calendar: context.calendar, strict: context.strict)?.day, met > due,
                due >= entered ?? due
            else { return nil }
            return Late(
                rule: rule.name, label: rule.label, due: due,
                days: context.calendar.lateness(of: met, due: due))
        }
    }

    private static func remarks(
        _ procedure: Procedure, _ document: DocumentDescription, isPublished: Bool, event: MatterEvent?,
        _ context: Context
    ) -> [String] {
        var remarks: [String] = []
        if event?.day == nil, isPublished,
            let rule = procedure.deadlines.first(where: { $0.document == document.kind }),
            let earliest = procedure.earliestEvent(
                rule, published: context.now.day, calendar: context.calendar, strict: context.strict)
        {
            remarks.append("今天发布, \(procedure.eventName)不得早于 \(earliest)")
            if !context.calendar.isKnown(year: earliest.year) {
                remarks.append(WorkCalendar.sentence(unknownYear: earliest.year))
            }
        }
        return remarks + unknownYears(procedure, event: event?.day, context)
    }

    /// What is owed where the dates of an event rest on a year whose days off are not known.
    static func unknownYears(_ procedure: Procedure, event: Day?, _ context: Context) -> [String] {
        guard let event else { return [] }
        let years = Set(
            procedure.deadlines.flatMap {
                $0.count(from: event, calendar: context.calendar, strict: context.strict)?.unknownYears ?? []
            })
        return years.sorted().map(WorkCalendar.sentence(unknownYear:))
    }
}
