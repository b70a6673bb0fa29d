// What was late in the course of an invented hearing, by the rules that the office keeps.

extension DemoCourse {
    /// When a document was published, if it was.
    func published(_ kind: DocumentKind) -> Moment? {
        switch kind {
        case .announcement: announced
        case .notice: noticed
        case .report: reported
        default: nil
        }
    }

    /// When what a deadline asks for was done, if it was.
    func met(_ rule: DeadlineRule) -> Moment? { rule.document.map(published) ?? materialsSent }

    /// The deadlines that the publication of a document misses, or shows to have been missed because the date becomes exact with it.
    func late(_ kind: DocumentKind, _ procedure: Procedure, _ calendar: WorkCalendar) -> [PublicationCheck.Late] {
        guard published(kind) != nil, given == .exact || kind != .announcement else { return [] }
        let makesExact = given != .exact && kind == .notice
        let context = PublicationCheck.Context(now: .endOfDay(hearing), calendar: calendar, settings: Settings())
        return PublicationCheck.late(procedure, event: hearing, context) { rule in
            rule.document == kind || (makesExact && rule.document == .announcement) ? met(rule)?.day : nil
        }
    }

    /// The deadline of the materials, if they were sent too late.
    func lateMaterials(_ procedure: Procedure, _ calendar: WorkCalendar) -> PublicationCheck.Late? {
        guard let sent = materialsSent else { return nil }
        let context = PublicationCheck.Context(now: sent, calendar: calendar, settings: Settings())
        return PublicationCheck.late(procedure, event: hearing, context) { $0.document == nil ? sent.day : nil }.first
    }

    /// When 系统 noted that a deadline had passed: at the first sign-in of the next working day, if it was not met by then.
    func noted(_ due: Day, met: Moment?, now: Moment, _ calendar: WorkCalendar) -> Moment? {
        guard due < now.day else { return nil }
        let signIn = Moment.at(calendar.onOrAfter(due.adding(days: 1)), hour: 8, minute: 31)
        let known = given == .exact ? announced : noticed ?? announced
        guard signIn > known, met.map({ $0 > signIn }) ?? true else { return nil }
        return min(signIn, now)
    }
}

extension DemoMatter {
    /// The clerk's reason for publishing a document late.
    func lateReason(_ kind: DocumentKind) -> String {
        DemoReasons.late[(index + kind.rawValue.utf8.count) % DemoReasons.late.count]
    }
}

extension DemoAgenda {
    /// What a published document of a matter says.
    func values(_ kind: DocumentKind, of matter: DemoMatter) -> FormValues {
        let isShort = size.hasShortTexts
        switch kind {
        case .announcement:
            var random = random(.announcement, matter.index)
            return matter.announcement(&random, isShort: isShort)
        case .notice:
            var random = random(.notice, matter.index)
            return matter.notice(&random, published: matter.course.noticed ?? now, isShort: isShort)
        default:
            var random = random(.report, matter.index)
            return matter.report(&random, published: matter.course.reported ?? now, isShort: isShort)
        }
    }

    /// Whether a document has a file attached.
    func hasFile(_ kind: DocumentKind, _ matter: DemoMatter) -> Bool {
        (matter.index + kind.rawValue.utf8.count) % 3 == 0
    }
}
