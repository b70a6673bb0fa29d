// 答复督办: the unit's one answer to a note.

/// Answers a note to the clerk's unit. It is answered once; a late answer says by how many working days.
public struct AnswerSupervisionNote: Act {
    public static let name = "answerSupervisionNote"
    public static let title = "答复督办"
    public static let roles: Set<Role> = [.publisher, .reviewer]

    let note: Identifier<SupervisionNote>
    let entries: Entries
    public let subjectMatter: Identifier<Matter>?

    public init(_ note: SupervisionNote, entries: Entries) {
        self.note = note.id
        self.entries = entries
        subjectMatter = note.matter?.id
    }

    public func perform(in office: Transaction) throws -> Performed<SupervisionNote> {
        let note = try office.supervisionNote(note)
        if let refusal = note.refusal(toAnswer: office.clerk, today: office.today) {
            throw Refusal(refusal, reason: note.isOpen ? .notAllowed : .stale)
        }
        let form = SupervisionForm.reply
        let values = try office.values(of: form, entries)
        let late = Self.lateness(of: note, on: office.today, try office.calendar())
        try office.answer(note, values.text("body") ?? "", lateDays: late)
        try office.discardDraft(SupervisionForm.answer(note.id).draftForm, matter: nil)
        return Performed(
            try office.supervisionNote(note.id),
            Journal.Entry(
                matter: note.matter?.id, subject: note.journalName,
                sentence: "答复督办《\(note.title)》" + (late.map { ", 晚 \($0) 个工作日" } ?? ""),
                after: form.labelled(values)))
    }

    /// The working days by which an answer given on a day is late, or nil.
    static func lateness(of note: SupervisionNote, on day: Day, _ calendar: WorkCalendar) -> Int? {
        day > note.due ? calendar.lateness(of: day, due: note.due) : nil
    }
}

/// Writing the answer to a note.
public struct AnswerSupervisionNoteTask: FormTask {
    private let note: SupervisionNote
    public var form: Form { SupervisionForm.reply }
    public var title: String { "\(AnswerSupervisionNote.title)《\(note.title)》" }
    public var verb: String { "答复" }
    public var draftForm: String { SupervisionForm.answer(note.id).draftForm }
    public var matter: Matter? { nil }
    public var takesAttachments: Bool { false }

    public init(_ note: SupervisionNote) { self.note = note }

    /// What is asked, to be read while it is answered.
    public var occasion: PublicText? {
        // What is asked comes first, for there is room for little.
        PublicText(
            paragraphs: [.heading("督办内容, 最迟 \(note.due)（含当日）答复")] + asked
                + (note.matter.map { [.body("事项: \($0.title)")] } ?? [])
                + [.body("\(note.senderUnitName) \(note.sender) \(note.sentAt.text) 发出")])
    }

    private var asked: [PublicText.Paragraph] {
        note.body.split(whereSeparator: \.isNewline).map { .body(String($0)) }
    }

    public func beginning(for clerk: Clerk, today: Day) -> Entries {
        form.beginning(for: clerk, today: today, matter: nil)
    }

    public func reread(_ office: Office, _ session: Session) throws(Refusal) -> any FormTask {
        AnswerSupervisionNoteTask(try office.supervisionNote(note.id, in: session))
    }

    public func refusal(at now: Moment) -> String? {
        note.settled(on: now.day).map { "督办《\(note.title)》\($0), 不用再答复" }
    }

    public func check(_ entries: Entries, attachments: [String], _ context: PublicationCheck.Context) -> FormCheck {
        let (values, errors) = form.read(entries, Form.Context(now: context.now, calendar: context.calendar))
        let late = AnswerSupervisionNote.lateness(of: note, on: context.now.day, context.calendar)
        var preview = PublicText(labelled: form, values)
        preview.paragraphs.insert(.title(title), at: 0)
        preview.paragraphs += [.heading("督办内容")] + asked
        return FormCheck(
            errors: errors, warnings: [], late: [],
            remarks: late.map { ["答复期限是 \(note.due)（含当日）, 现在答复晚 \($0) 个工作日, 会照实注明"] } ?? [], preview: preview)
    }

    public func submit(
        _ entries: Entries, lateReason: String, to office: Office, in session: Session
    ) throws(Refusal) -> FormReceipt {
        let done = try office.perform(AnswerSupervisionNote(note, entries: entries), in: session)
        let late = done.outcome.answer?.lateDays.map { ", 晚 \($0) 个工作日" } ?? ""
        return FormReceipt(sentence: done.sentence("已答复督办\(late)"), matter: note.matter?.id)
    }
}
