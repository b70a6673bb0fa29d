// 督办 of the demo, sent and answered by the real acts.
internal import GRDB

extension DemoRows {
    /// Does what is done next about a note.
    func perform(_ step: DemoSupervision.Step, _ open: DemoOpenNote, at moment: Moment) throws {
        let supervision = open.supervision
        guard agenda.publishing.indices.contains(supervision.place), let supervisor = accounts.supervisor,
            let publisher = accounts.publishers[agenda.publishing[supervision.place]]
        else { return }
        let isAnswer = if case .answer = step { true } else { false }
        try acting(as: isAnswer ? publisher : supervisor, at: moment) { office in
            switch step {
            case .send: open.id = try send(supervision, office)
            case .answer(let text):
                let act = AnswerSupervisionNote(try note(open, office), entries: Entries(["body": text]))
                try office.append(try act.perform(in: office).entry, act: AnswerSupervisionNote.name)
            case .accept:
                let act = AcceptSupervisionAnswer(try note(open, office))
                try office.append(try act.perform(in: office).entry, act: AcceptSupervisionAnswer.name)
            case .withdraw(let reason):
                let act = WithdrawSupervisionNote(try note(open, office), reason: reason)
                try office.append(try act.perform(in: office).entry, act: WithdrawSupervisionNote.name)
            }
        }
    }

    private func note(_ open: DemoOpenNote, _ office: Transaction) throws -> SupervisionNote {
        guard let id = open.id else { throw Refusal("演示的督办还没有发出") }
        return try office.supervisionNote(Identifier(id))
    }

    private func send(_ supervision: DemoSupervision, _ office: Transaction) throws -> Int64 {
        let unit = DemoAccounts.unitID(agenda.publishing[supervision.place])
        let act = SendSupervisionNote(
            to: Identifier(unit), about: supervision.isAboutOverdue ? try overdueMatter(of: unit, office) : nil,
            entries: Entries([
                "title": supervision.title, "body": supervision.body,
                "due_day": supervision.day(supervision.due, agenda).description,
            ]))
        let performed = try act.perform(in: office)
        try office.append(performed.entry, act: SendSupervisionNote.name)
        return performed.outcome.id.rawValue
    }

    /// The unit's matter that has been overdue longest.
    private func overdueMatter(of unit: Int64, _ office: Transaction) throws -> Identifier<Matter>? {
        try Int64.fetchOne(
            db,
            sql: """
                SELECT l.matter_id FROM deadline l JOIN matter m ON m.id = l.matter_id
                WHERE l.unit_id = ? AND \(Transaction.isOpenDeadline) AND l.due_day < ? AND m.deleted_at IS NULL
                ORDER BY l.due_day, l.id LIMIT 1
                """, arguments: [unit, office.today.description]
        ).map { Identifier($0) }
    }
}
