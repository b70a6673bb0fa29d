// The demo's stories, done by the real acts between the rows that are written in bulk.
internal import GRDB

extension DemoRows {
    /// Does one act of a story.
    /// - Parameter id: the matter's number; nil for the act that opens it.
    /// - Returns: the matter's number, and what may be put on the web then.
    /// - Throws: `Refusal` if the office does not let it be done.
    func perform(
        _ step: DemoStep, in telling: DemoTelling, of id: Int64?
    ) throws -> (id: Int64, occasion: PostingOccasion?) {
        let place = telling.matter.unitIndex
        let colleague = step.hand == .colleague ? accounts.colleagues[place] : nil
        guard let clerk = colleague ?? accounts.publishers[place] else {
            throw Refusal("演示单位 \(telling.matter.unit.name) 没有发布员")
        }
        return try acting(as: clerk, at: step.at) { office in
            let desk = DemoDesk(office: office, telling: telling, agenda: agenda, procedure: procedure)
            let matter = try id.map { try office.matter(Identifier($0)) }
            if case .publish(let kind, _) = step.act, agenda.hasFile(kind, telling.matter), let file = try file(kind) {
                try desk.attach(file, kind, to: matter)
            }
            return try desk.perform(step.act, on: matter)
        }
    }

    /// Notes the deadlines of told matters that have passed and were not noted by an act yet.
    func noteOverdue(at moment: Moment) throws {
        guard !agenda.cast.tellings.isEmpty, let clerk = accounts.publishers[agenda.publishing[0]] else { return }
        try acting(as: clerk, at: moment) { _ in }
    }

    /// Lets a clerk act. Like all of the demo's past it leaves no sign-in behind.
    private func acting<Value>(
        as clerk: DemoAccounts.Publisher, at moment: Moment, _ body: (Transaction) throws -> Value
    ) throws -> Value {
        try writeSerials()
        try db.execute(
            sql: "INSERT INTO session (clerk_id, began_at, address) VALUES (?, ?, ?)",
            arguments: [clerk.id, moment.iso, "demo"])
        let session = Identifier<Session>(db.lastInsertedRowID)
        guard let acting = try Transaction.fetchClerk(db, id: clerk.id) else { throw Refusal("演示帐号没有写成") }
        let office = try Transaction(db, session: Session(id: session, clerk: acting), now: moment)
        try office.noteOverdue()
        let value = try body(office)
        try db.execute(
            sql: "UPDATE session SET ended_at = ?, ending = 'signedOut' WHERE id = ?",
            arguments: [moment.iso, session.rawValue])
        try readBack()
        return value
    }
}

/// A clerk of the demo at work on one matter.
private struct DemoDesk {
    let office: Transaction
    let telling: DemoTelling
    let agenda: DemoAgenda
    let procedure: Procedure

    private var system: System { procedure.system }
    private var planned: DemoMatter { telling.matter }

    func attach(_ file: DemoRows.File, _ kind: DocumentKind, to matter: Matter?) throws {
        guard let document = DemoDocument.allCases.first(where: { $0.kind == kind }) else { return }
        try office.attach(file.name, document.bytes, toDraft: Draft.form(system, kind), matter: matter?.id)
    }

    func perform(
        _ act: DemoStep.Act, on matter: Matter?
    ) throws -> (id: Int64, occasion: PostingOccasion?) {
        switch act {
        case .publish(let kind, let changes):
            let published = try done(
                Publish(
                    kind, in: system, of: matter, entries: entries(kind, changes), lateReason: planned.lateReason(kind))
            ).matter
            return (published.rawValue, try occasion(kind, of: published))
        case .backfill(let kind, let day, let reason):
            var entries = entries(kind)
            entries["backfill_day"] = day.description
            entries["backfill_reason"] = reason
            return (try done(Backfill(kind, in: system, of: matter, entries: entries)).matter.rawValue, nil)
        default:
            guard let matter else { throw Refusal("演示事项 \(planned.index) 没有公告") }
            return (matter.id.rawValue, try follow(act, on: matter))
        }
    }

    /// What happens to a matter that is open.
    private func follow(_ act: DemoStep.Act, on matter: Matter) throws -> PostingOccasion? {
        switch act {
        case .publish, .backfill: break
        case .register:
            guard let rule = procedure.deadlines.first(where: { $0.document == nil }) else { break }
            try done(RegisterStep(rule, of: matter, lateReason: planned.lateReason(.notice)))
        case .revise(let kind, let revision, let changes, let reason):
            try revise(kind, of: matter, revision, changes, reason: reason)
        case .postpone(let day, let reason):
            var entries = linked(.postpone, of: matter, reason: reason)
            entries["hearing_day"] = day.description
            try done(Postpone(matter, entries: entries, lateReason: planned.lateReason(.notice)))
            return try linkedOccasion()
        case .terminate(let reason):
            try done(Terminate(matter, entries: linked(.terminate, of: matter, reason: reason)))
            return try linkedOccasion()
        case .delete(let kind, let reason): try done(DeleteDocument(kind, of: matter, reason: reason))
        case .draft(let kind, let fields): try draft(kind, of: matter, fields: fields)
        case .copy:
            let copied = PublishTask(procedure, copying: matter)
            try office.keepDraft(
                copied.draftForm, matter: nil, entries: copied.beginning(for: office.clerk, today: office.today),
                known: nil)
        case .takeOver(let kind): try takeOver(Draft.form(system, kind), of: matter.id)
        case .takeOverCopy: try takeOver(PublishTask(procedure, copying: matter).draftForm, of: nil)
        }
        return nil
    }

    private func revise(
        _ kind: DocumentKind, of matter: Matter, _ revision: Revision, _ changes: [DemoChange], reason: String
    ) throws {
        guard let document = matter.document(kind) else { throw Refusal("演示事项 \(planned.index) 没有这份文书") }
        var entries = changed(Entries(document.values.values.mapValues(\.typed)), changes)
        entries[Revision.reason] = reason
        let request = RevisionRequest(kind, of: matter, base: document.versions, entries: entries)
        switch revision {
        case .correct: try done(Correct(request))
        case .modify: try done(Modify(request))
        }
    }

    private func draft(_ kind: DocumentKind, of matter: Matter, fields: Int) throws {
        guard let document = procedure.document(kind) else { return }
        var begun = PublishTask(procedure, document, of: matter).beginning(for: office.clerk, today: office.today)
        let whole = entries(kind)
        for field in document.form.fields.prefix(fields) { begun[field.name] = whole[field.name] }
        try office.keepDraft(Draft.form(system, kind), matter: matter.id, entries: begun, known: nil)
    }

    private func takeOver(_ form: String, of matter: Identifier<Matter>?) throws {
        let drafts = try office.drafts("d.form = ? AND d.matter_id IS ?", [form, matter?.rawValue])
        guard let draft = drafts.first else { throw Refusal("演示事项 \(planned.index) 没有草稿") }
        try done(TakeOverDraft(draft))
    }

    /// What the form of a linked notice begins with, its reason and the unit's full name.
    private func linked(_ purpose: TemporaryNotice.Purpose, of matter: Matter, reason: String) -> Entries {
        let task = LinkedNoticeTask(purpose, procedure, of: matter)
        var entries = task?.beginning(for: office.clerk, today: office.today) ?? Entries()
        entries[LinkedNotice.reason] = reason
        entries["signed_unit"] = planned.unit.signature
        entries["secrecy_checked"] = "1"
        return entries
    }

    private func entries(_ kind: DocumentKind, _ changes: [DemoChange] = []) -> Entries {
        let matter = kind == .report ? telling.moved ?? planned : planned
        return changed(Entries(agenda.values(kind, of: matter).values.mapValues(\.typed)), changes)
    }

    private func changed(_ entries: Entries, _ changes: [DemoChange]) -> Entries {
        var entries = entries
        for change in changes { entries[change.field] = change.applied(to: entries[change.field]) }
        return entries
    }

    private func occasion(_ kind: DocumentKind, of id: Identifier<Matter>) throws -> PostingOccasion? {
        let matter = try office.matter(id)
        guard let document = matter.document(kind), let description = procedure.document(kind) else { return nil }
        return PostingOccasion(document, of: matter, description)
    }

    /// The notice that was published last.
    private func linkedOccasion() throws -> PostingOccasion? {
        try office.temporaryNotices("n.id = (SELECT max(id) FROM temporary_notice)", []).first
            .map { PostingOccasion($0) }
    }

    /// Does an act as the door does.
    @discardableResult
    private func done<A: Act>(_ act: A) throws -> A.Outcome {
        let performed = try act.perform(in: office)
        try office.append(performed.entry, act: A.name)
        return performed.outcome
    }
}
