// 督办: a supervisor asks something of a unit, with a day to answer by.

/// Sends a note to a unit of the site or of one below it, about one of its matters or about none.
public struct SendSupervisionNote: Act {
    public static let name = "sendSupervisionNote"
    public static let title = "督办"
    public static let roles: Set<Role> = [.supervisor]

    let unit: Identifier<Unit>
    let matter: Identifier<Matter>?
    let entries: Entries

    public init(to unit: Identifier<Unit>, about matter: Identifier<Matter>? = nil, entries: Entries) {
        self.unit = unit
        self.matter = matter
        self.entries = entries
    }

    public var subjectMatter: Identifier<Matter>? { matter }

    public func perform(in office: Transaction) throws -> Performed<SupervisionNote> {
        let recipient = try office.recipient(unit)
        if let matter, try office.matter(matter).unit.id != unit {
            throw Refusal("这件事项不是\(recipient.name)的, 不能为它督办\(recipient.name)")
        }
        let form = SupervisionForm.question
        let values = try office.values(of: form, entries)
        let id = try office.insertSupervisionNote(values, to: recipient, about: matter)
        try office.discardDraft(SupervisionForm.send(unit, about: matter).draftForm, matter: nil)
        let note = try office.supervisionNote(id)
        return Performed(
            note,
            Journal.Entry(
                matter: matter, subject: note.journalName,
                sentence: "督办\(recipient.name)《\(note.title)》, 最迟 \(note.due)（含当日）答复",
                after: form.labelled(values)))
    }
}

/// Writing a note to a unit.
public struct SendSupervisionNoteTask: FormTask {
    private let recipient: SupervisionNote.Recipient
    private let about: SupervisionNote.Subject?
    private let pressing: [String]
    public var form: Form { SupervisionForm.question }
    public var title: String { "\(SendSupervisionNote.title)\(recipient.name)" }
    public var verb: String { "发出" }
    public var draftForm: String { SupervisionForm.send(recipient.id, about: about?.id).draftForm }
    public var matter: Matter? { nil }
    public var takesAttachments: Bool { false }

    /// - Parameters:
    ///   - about: a matter of the unit's; nil for none.
    ///   - pressing: what is late about it, in sentences.
    public init(
        to recipient: SupervisionNote.Recipient, about: SupervisionNote.Subject? = nil, pressing: [String] = []
    ) {
        self.recipient = recipient
        self.about = about
        self.pressing = pressing
    }

    /// What the note is about and what is late about it, to be read while it is written.
    public var occasion: PublicText? {
        about.map { about in
            // What presses comes first, for there is room for little.
            let first = pressing.first ?? "这件事项没有超期、将到和晚发的。"
            return PublicText(
                paragraphs: [.heading(first), .body("事项《\(about.title)》")] + pressing.dropFirst().map { .body($0) })
        }
    }

    public func beginning(for clerk: Clerk, today: Day) -> Entries {
        form.beginning(for: clerk, today: today, matter: nil)
    }

    public func reread(_ office: Office, _ session: Session) throws(Refusal) -> any FormTask {
        if let about { return try Self.about(about.id, office, session) }
        return SendSupervisionNoteTask(to: try office.recipient(recipient.id, in: session))
    }

    public func check(_ entries: Entries, attachments: [String], _ context: PublicationCheck.Context) -> FormCheck {
        let (values, errors) = form.read(entries, Form.Context(now: context.now, calendar: context.calendar))
        var preview = PublicText(labelled: form, values)
        // The day is asked for last.
        if let due = values.day("due_day") {
            preview.paragraphs[preview.paragraphs.count - 1] = .body("\(context.calendar.echo(of: due))（含当日）")
        }
        preview.paragraphs.insert(.title("\(title)\(about.map { ", 事项《\($0.title)》" } ?? "")"), at: 0)
        return FormCheck(errors: errors, warnings: [], late: [], remarks: [], preview: preview)
    }

    public func submit(
        _ entries: Entries, lateReason: String, to office: Office, in session: Session
    ) throws(Refusal) -> FormReceipt {
        let done = try office.perform(
            SendSupervisionNote(to: recipient.id, about: about?.id, entries: entries), in: session)
        return FormReceipt(sentence: done.sentence("已督办\(recipient.name)"), matter: about?.id)
    }
}

extension SendSupervisionNoteTask {
    /// A note about a matter to its unit.
    public static func about(
        _ matter: Identifier<Matter>, _ office: Office, _ session: Session
    ) throws(Refusal) -> SendSupervisionNoteTask {
        let found = try office.matter(matter, in: session)
        return SendSupervisionNoteTask(
            to: try office.recipient(found.unit.id, in: session),
            about: SupervisionNote.Subject(id: found.id, system: found.system, title: found.title),
            pressing: try office.pressing(of: found, in: session))
    }
}
