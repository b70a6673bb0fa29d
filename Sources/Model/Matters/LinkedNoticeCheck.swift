// Whether a matter's event may be moved, or the matter ended, and what is to be said about it.

/// The pure check before 改期 or 终止: the form shows it, and the act asks it again.
public struct LinkedNoticeCheck: Sendable {
    public let notice: LinkedNotice
    public let values: FormValues
    public let errors: [FieldError]
    public let warnings: [FieldError]
    /// The matter's new event, where the notice moves it.
    public let event: MatterEvent?
    /// Every deadline that is missed with the new day.
    let missed: [PublicationCheck.Late]
    /// Those of them that were not late before, for which a reason is wanted.
    public let late: [PublicationCheck.Late]
    public let remarks: [String]

    public init(
        _ notice: LinkedNotice, _ procedure: Procedure, of matter: Matter, entries: Entries,
        _ context: PublicationCheck.Context
    ) {
        self.notice = notice
        var (values, errors) = notice.form.read(
            entries, Form.Context(now: context.now, calendar: context.calendar))
        warnings = Wording.warnings(notice.form, entries)
        let event = notice.event?.read(values)
        if let entry = notice.event, let day = event?.day,
            let refusal = Self.refusal(of: day, notice, procedure, matter, context)
        {
            errors.append(FieldError(entry.field, refusal))
        }
        values[LinkedNotice.oldDay] = matter.event.day.map(FieldValue.day)
        values[LinkedNotice.matterTitle] = .text(matter.title)
        self.values = values
        self.errors = notice.form.inOrder(errors)
        self.event = event
        missed =
            event?.day.map { day in
                PublicationCheck.late(
                    procedure, event: day, context, entered: matter.backfilledDay, met: matter.metDay)
            } ?? []
        let known = Set(matter.deadlines.filter { $0.lateReason != nil }.map(\.rule))
        late = missed.filter { !known.contains($0.rule) }
        remarks =
            Self.newDates(procedure, matter, event: event?.day, context)
            + PublicationCheck.unknownYears(procedure, event: event?.day, context)
    }

    /// The dates of what is still to be done, as the new day sets them.
    private static func newDates(
        _ procedure: Procedure, _ matter: Matter, event: Day?, _ context: PublicationCheck.Context
    ) -> [String] {
        guard let event else { return [] }
        return procedure.deadlines.compactMap { rule in
            guard matter.metDay(rule) == nil else { return nil }
            return rule.count(from: event, calendar: context.calendar, strict: context.strict).map {
                "\(rule.label)改为最迟 \($0.day)（含当日）"
            }
        }
    }

    /// The notice as the public reads it.
    public var publicText: PublicText { PublicText(notice.print, values, number: nil, attachments: []) }

    /// Why the event cannot be moved to a day, or nil.
    private static func refusal(
        of day: Day, _ notice: LinkedNotice, _ procedure: Procedure, _ matter: Matter,
        _ context: PublicationCheck.Context
    ) -> String? {
        if day <= context.now.day { return "新的日期应在今天 \(context.now.day) 以后, 填的是 \(day)" }
        if day == matter.event.day { return "新的日期 \(day) 与原定的日期相同, 没有改动" }
        if notice.isExtension, let old = matter.event.day, day < old { return "新的日期应晚于原定的 \(old), 填的是 \(day)" }
        if notice.wantsWorkingDay, !context.calendar.isWorking(day) {
            return "新的日期 \(context.calendar.echo(of: day)), 请改为工作日"
        }
        return matter.refusal(ofEventOn: day, procedure)
    }

    /// Why the notice cannot go out now whatever its form says, or nil.
    public static func refusal(_ purpose: TemporaryNotice.Purpose, _ procedure: Procedure, of matter: Matter) -> String?
    {
        guard let notice = procedure.linkedNotice(purpose) else { return "\(procedure.name)不办\(purpose.title)" }
        if let closed = matter.refusalOnceClosed(procedure, to: purpose.title) { return closed }
        guard notice.event != nil, matter.event.day == nil else { return nil }
        return "\(procedure.eventName)的日期还没有公布, 没有可以改的日期"
    }
}
