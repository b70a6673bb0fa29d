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
    public var form: Form { SupervisionForm.question }
    public var title: String { "\(SendSupervisionNote.title)\(recipient.name)" }
    public var verb: String { "发出" }
    public var draftForm: String { SupervisionForm.send(recipient.id, about: about?.id).draftForm }
    public var matter: Matter? { nil }
    public var takesAttachments: Bool { false }

    /// - Parameter about: a matter of the unit's; nil for none.
    public init(to recipient: SupervisionNote.Recipient, about: SupervisionNote.Subject? = nil) {
        self.recipient = recipient
        self.about = about
    }

    /// What the note is about, to be read while it is written.
    public var occasion: PublicText? {
        about.map { PublicText(paragraphs: [.title("《\($0.title)》"), .body("这件督办是就这件事项发给\(recipient.name)的。")]) }
    }

    public func beginning(for clerk: Clerk, today: Day) -> Entries {
        form.beginning(for: clerk, today: today, matter: nil)
    }

    public func reread(_ office: Office, _ session: Session) throws(Refusal) -> any FormTask {
        SendSupervisionNoteTask(to: try office.recipient(recipient.id, in: session), about: about)
    }

    public func check(_ entries: Entries, attachments: [String], _ context: PublicationCheck.Context) -> FormCheck {
        let (values, errors) = form.read(entries, Form.Context(now: context.now, calendar: context.calendar))
        var preview = PublicText(labelled: form, values)
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
