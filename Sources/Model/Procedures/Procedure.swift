// 程序: the description of a system, from which every list, form, page and check is made.

/// A system as a value: documents in their order, deadlines and words. Nothing outside `Procedures/` asks which system it is.
public struct Procedure: Sendable {
    public let system: System
    /// The system's name, such as 重大决策听证.
    public let name: String
    /// The word its menu entries begin with, such as 听证公告.
    public let announcementName: String
    /// What the matter's event is called.
    public let event: EventWords
    public var eventName: String { event.name }
    /// The documents in the order in which they must be published (H6, G4).
    public let documents: [DocumentDescription]
    public let deadlines: [DeadlineRule]
    /// What units owe in every period, matter or not.
    public let duty: PeriodDuty?
    /// Whether comments are taken until the event is over, wherever it is moved to.
    let takesCommentsUntilEvent: Bool
    /// Whether nothing goes out unreviewed whatever is set (B3).
    public let mustBeReviewed: Bool
    /// What is made of a matter for the government besides its documents (G9).
    public let account: AccountDescription?
    /// The choice of the first document that sorts matters, told in the list with its short words; nil where there is none.
    public let categoryField: String?
    /// 改期, where the system's event can be moved.
    public let postponement: LinkedNotice?
    /// 终止, where a matter can be ended without a report.
    public let termination: LinkedNotice?

    public init(
        _ system: System, name: String, announcementName: String, event: EventWords,
        documents: [DocumentDescription], deadlines: [DeadlineRule], duty: PeriodDuty? = nil,
        takesCommentsUntilEvent: Bool = false, mustBeReviewed: Bool = false, postponement: LinkedNotice? = nil,
        termination: LinkedNotice? = nil, account: AccountDescription? = nil, categoryField: String? = nil
    ) {
        self.system = system
        self.name = name
        self.announcementName = announcementName
        self.event = event
        self.documents = documents
        self.deadlines = deadlines
        self.duty = duty
        self.takesCommentsUntilEvent = takesCommentsUntilEvent
        self.mustBeReviewed = mustBeReviewed
        self.postponement = postponement
        self.termination = termination
        self.account = account
        self.categoryField = categoryField
    }

    /// The systems that are in use, in the order of the menu.
    public static let all: [Procedure] = [.hearing, .publicNotice, .bulletin]

    /// The procedure of a system, or nil where it is not in use.
    public static func of(_ system: System) -> Procedure? { all.first { $0.system == system } }

    public func document(_ kind: DocumentKind) -> DocumentDescription? { documents.first { $0.kind == kind } }

    /// Until when comments are taken, as the documents tell it (H4); nil where they are taken always.
    func commentsUntil(_ event: MatterEvent?, told: Moment?) -> Moment? {
        takesCommentsUntilEvent ? event?.ends : told
    }

    /// Whether comments are taken for as long as the matter stands (design 5).
    public var takesCommentsAlways: Bool {
        !takesCommentsUntilEvent && documents.allSatisfy { $0.commentsUntilField == nil }
    }

    /// The category of a matter by the code that is stored.
    public func category(_ code: String?) -> Field.Choice? {
        guard let categoryField, case .choice(let choices)? = documents[0].form.field(categoryField)?.kind else {
            return nil
        }
        return choices.first { $0.code == code }
    }

    /// The document that must be out before this one.
    public func before(_ kind: DocumentKind) -> DocumentDescription? {
        guard let index = documents.firstIndex(where: { $0.kind == kind }), index > 0 else { return nil }
        return documents[index - 1]
    }

    /// The document to be published next, given which are out; nil when the matter is complete.
    public func next(after published: Set<DocumentKind>) -> DocumentDescription? {
        documents.first { !published.contains($0.kind) }
    }

    /// What is told besides documents, by its purpose.
    public func linkedNotice(_ purpose: TemporaryNotice.Purpose) -> LinkedNotice? {
        switch purpose {
        case .postpone: postponement
        case .terminate: termination
        }
    }

    /// The state columns of the management list: every document but the first (H10).
    public var stateDocuments: [DocumentDescription] { Array(documents.dropFirst()) }

    /// The words of a state cell (H10) and whether it is the act to be done next. A matter that was ended has none left.
    public func cell(
        _ kind: DocumentKind, published: Set<DocumentKind>, isEnded: Bool = false
    ) -> (text: String, isAct: Bool) {
        guard let document = document(kind) else { return ("", false) }
        if published.contains(kind) { return (document.word + "已发", false) }
        if isEnded { return ("已终止", false) }
        if let earlier = before(kind), !published.contains(earlier.kind) { return (earlier.word + "未发", false) }
        return ("发布" + document.word, true)
    }

    /// The earliest day of an event that keeps a deadline counted backwards from it, for a document published on `published`.
    public func earliestEvent(_ rule: DeadlineRule, published: Day, calendar: WorkCalendar, strict: Bool) -> Day? {
        guard rule.workingDays < 0, var day = calendar.workingDay(-rule.workingDays, from: published)?.day else {
            return nil
        }
        // Counting back from a day off and forward to one differ by the days off between, so the day is tried, not derived.
        while let due = rule.count(from: day, calendar: calendar, strict: strict)?.day, due < published {
            day = day.adding(days: 1)
        }
        while let due = rule.count(from: day.adding(days: -1), calendar: calendar, strict: strict)?.day,
            due >= published
        {
            day = day.adding(days: -1)
        }
        return day
    }
}

extension Procedure {
    /// What a deadline asks for, as short as a column is wide: the document, the word of a step that no document shows, or what is
    /// owed for every period.
    /// - Parameter rule: the deadline's rule.
    func brief(rule: String, isPeriod: Bool) -> String {
        if isPeriod, let duty { return duty.label }
        guard let described = deadlines.first(where: { $0.name == rule }) else { return rule }
        return described.document == nil ? described.word : described.label
    }
}
