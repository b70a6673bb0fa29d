// 撤回督办 and 阅知: what the supervising unit does about a note it has sent.

/// Withdraws a note before it is answered, for a written reason.
public struct WithdrawSupervisionNote: Act {
    public static let name = "withdrawSupervisionNote"
    public static let title = "撤回督办"
    public static let roles: Set<Role> = [.supervisor]

    let note: Identifier<SupervisionNote>
    let reason: String
    public let subjectMatter: Identifier<Matter>?

    public init(_ note: SupervisionNote, reason: String) {
        self.note = note.id
        self.reason = reason
        subjectMatter = note.matter?.id
    }

    public func perform(in office: Transaction) throws -> Performed<Void> {
        let note = try office.supervisionNote(note)
        if let refusal = note.refusal(toWithdraw: office.clerk, today: office.today) {
            throw Refusal(refusal, reason: note.isOpen ? .notAllowed : .stale)
        }
        let reason = try WrittenReason.required(reason, "撤回的原因")
        try office.withdraw(note, reason: reason)
        return Performed(
            (),
            Journal.Entry(
                matter: note.matter?.id, subject: note.journalName, sentence: "撤回给\(note.unit.name)的督办《\(note.title)》",
                before: ["状态": note.word], after: ["状态": "已撤回"], reason: reason))
    }
}

/// Takes note of the answer to a note: it is done with then.
public struct AcceptSupervisionAnswer: Act {
    public static let name = "acceptSupervisionAnswer"
    public static let title = "阅知答复"
    public static let roles: Set<Role> = [.supervisor]

    let note: Identifier<SupervisionNote>
    public let subjectMatter: Identifier<Matter>?

    public init(_ note: SupervisionNote) {
        self.note = note.id
        subjectMatter = note.matter?.id
    }

    public func perform(in office: Transaction) throws -> Performed<Void> {
        let note = try office.supervisionNote(note)
        if let refusal = note.refusal(toAccept: office.clerk, today: office.today) {
            throw Refusal(refusal, reason: note.answer?.accepted == nil ? .notAllowed : .stale)
        }
        try office.accept(note)
        return Performed(
            (),
            Journal.Entry(
                matter: note.matter?.id, subject: note.journalName,
                sentence: "阅知\(note.unit.name)对督办《\(note.title)》的答复"))
    }
}
