// The acts on 督办 that tests do.
import Model

extension County {
    /// A unit as a supervisor sends notes to it.
    public func recipient(_ shortName: String, in session: Session) throws -> SupervisionNote.Recipient {
        let units = try office.unitStandings(in: session).map(\.unit)
        guard let unit = units.first(where: { $0.shortName == shortName }) else {
            throw Refusal("no such unit: \(shortName)")
        }
        return unit
    }

    /// Asks something of a unit and reads the note.
    @discardableResult
    public func supervise(
        _ unit: String = "发改局", about matter: Matter? = nil, title: String = "说明超期的原因",
        body: String = "请说明没有按时办结的原因, 并明确办结日期。",
        due: String = "2026-11-27", in session: Session
    ) throws -> SupervisionNote {
        try office.perform(
            SendSupervisionNote(
                to: try recipient(unit, in: session).id, about: matter?.id,
                entries: Entries(["title": title, "body": body, "due_day": due])), in: session
        ).outcome
    }

    /// Answers a note and reads it.
    @discardableResult
    public func answer(
        _ note: SupervisionNote, _ text: String = "已核实, 本周内办结。", in session: Session
    ) throws -> SupervisionNote {
        try office.perform(AnswerSupervisionNote(note, entries: Entries(["body": text])), in: session).outcome
    }
}
