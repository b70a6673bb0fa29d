// Whether a document that was published before the console arrived may be entered, and what is to be said about it.

/// The pure check of a document to be backfilled: the form and the file preview show it, and the act asks it again.
///
/// The rules of its form hold as they did on its true day, so that a last day for comments may lie behind us now.
public struct BackfillCheck: Sendable {
    /// What stands in front of the document's own form.
    public static let fields = [
        Field(
            "backfill_day", "原发布日期", .day,
            help: "这份文书当时实际发布的日期, 最早 \(earliest), 最晚今天。补录的文书不计超期, 编号按这一年接着编。"),
        Field(
            "backfill_reason", "补录原因", .line, limit: WrittenReason.longest,
            help: "为什么现在补录, 例如 系统启用前已经发布。原因记入日志, 监管部门看得到。"),
    ]

    /// The first day of the work calendar; nothing before it can be counted.
    public static let earliest = Day(year: 2004, month: 1, day: 1) ?? .first

    public let publication: PublicationCheck
    /// The true day; where none was read that can be right, the earliest, from which no rule of the form finds anything.
    public let day: Day
    public let reason: String?
    /// What is wrong with the fields, in the order of the form.
    public let errors: [FieldError]
    public let remarks: [String]
    /// The beginning of the true day, for the hour is not known.
    public var publishedAt: Moment { Moment.at(day, hour: 0, minute: 0) }
    public var document: DocumentDescription { publication.document }

    /// - Parameters:
    ///   - matter: the backfilled matter; nil for the first document, which opens one.
    ///   - entries: the document's own form, with true day and reason.
    ///   - context: the present.
    public init(
        _ procedure: Procedure, _ document: DocumentDescription, of matter: Matter?, entries: Entries,
        _ context: PublicationCheck.Context
    ) {
        let today = context.now.day
        var (values, errors) = FieldReader.read(Self.fields, entries, today: today)
        var day = values.day("backfill_day")
        if let typed = day, let refusal = Self.refusal(of: typed, document, of: matter, procedure, context) {
            errors.append(FieldError("backfill_day", refusal))
            day = nil
        }
        self.day = day ?? Self.earliest
        reason = values.text("backfill_reason")
        publication = PublicationCheck(
            procedure, document, of: matter, entries: document.form.writtenOut(entries, today: today),
            PublicationCheck.Context(
                now: Moment.at(self.day, hour: 0, minute: 0), calendar: context.calendar, settings: context.settings),
            isBackfilled: true)
        self.errors = errors + publication.errors
        remarks = ["补录: 按 \(self.day) 已经发布登记, 不计超期"] + publication.remarks
    }

    /// Why a document cannot be backfilled whatever its form says, or nil.
    public static func refusal(
        _ procedure: Procedure, _ document: DocumentDescription, of matter: Matter?, now: Moment
    ) -> String? {
        if let matter, matter.backfilledDay == nil {
            return "这件事项不是补录的, \(document.name)请照常发布, 不能补录"
        }
        return PublicationCheck.refusal(procedure, document, of: matter, now: now)
    }

    /// Why the document cannot have been published on a day, or nil.
    private static func refusal(
        of day: Day, _ document: DocumentDescription, of matter: Matter?, _ procedure: Procedure,
        _ context: PublicationCheck.Context
    ) -> String? {
        let today = context.now.day
        if day < earliest { return "原发布日期最早 \(earliest), 工作日历从这一天起, 填的是 \(day)" }
        if day > today { return "原发布日期不能晚于今天 \(today), 填的是 \(day)" }
        guard let matter, let entered = matter.backfilledDay else { return nil }
        if day > entered { return "这件事项 \(entered) 录入, 以后的文书请照常发布; 原发布日期是 \(day)" }
        if let earlier = procedure.before(document.kind), let out = matter.document(earlier.kind)?.publishedAt.day,
            day < out
        {
            return "原发布日期不能早于\(earlier.name)的 \(out), 填的是 \(day)"
        }
        // The hour is not known, so the whole of the day counts, as far as it has passed.
        let latest = min(Moment.endOfDay(day), context.now)
        return document.conditions.lazy.compactMap { $0.refusal(procedure, document, of: matter, now: latest) }.first
            .map {
                "\($0); 原发布日期是 \(day)"
            }
    }

    /// The matter as it is once this document is in it, for checking the documents that follow.
    func matter(after matter: Matter?, of unit: Unit, today: Day) -> Matter {
        let documents =
            (matter?.documents ?? []) + [
                Document(
                    id: Identifier(0), kind: document.kind, number: DocumentNumber(year: day.year, serial: 0),
                    publishedAt: publishedAt, isBackfilled: true,
                    latest: DocumentVersion(
                        ordinal: 1, change: .backfill, reason: reason, at: publishedAt, clerk: "",
                        values: publication.values, attachments: []))
            ]
        let procedure = publication.procedure
        return Matter(
            id: Identifier(0), system: procedure.system, unit: unit,
            title: matter?.title ?? publication.values.text("title") ?? "",
            event: publication.event ?? MatterEvent(about: ""),
            commentsUntil: procedure.commentsUntil(
                publication.event, told: document.commentsUntil(publication.values) ?? matter?.commentsUntil),
            documents: documents,
            deadlines: [], comments: CommentTally(all: 0, unhandled: 0, unanswered: 0), postponements: [], ending: nil,
            backfilledDay: today, version: 0)
    }
}
