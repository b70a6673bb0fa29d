// A clerk of the demo at work: the real acts, one after the other.

/// A clerk of the demo at work on one matter.
struct DemoDesk {
    let office: Transaction
    let script: any DemoScript

    private var procedure: Procedure { script.procedure }
    private var system: System { procedure.system }

    func attach(_ name: String, _ kind: DocumentKind, to matter: Matter?) throws {
        guard let document = DemoDocument.allCases.first(where: { $0.kind == kind }) else { return }
        try office.attach(name, document.bytes, toDraft: Draft.form(system, kind), matter: matter?.id)
    }

    func perform(
        _ act: DemoStep.Act, on matter: Matter?
    ) throws -> (id: Int64?, occasion: PostingOccasion?) {
        switch act {
        case .publish(let kind, let changes):
            return try publish(kind, of: matter, changes)
        case .publishAtOnce(let kind, let reason): return try publish(kind, of: matter, emergency: reason)
        case .backfill(let kind, let day, let reason):
            var entries = entries(kind)
            entries["backfill_day"] = day.description
            entries["backfill_reason"] = reason
            return (try done(Backfill(kind, in: system, of: matter, entries: entries)).matter.rawValue, nil)
        case .draft(let kind, let fields):
            try draft(kind, of: matter, fields: fields)
            return (matter?.id.rawValue, nil)
        case .submit(let kind):
            try submit(kind, of: matter)
            return (matter?.id.rawValue, nil)
        default:
            guard let matter else { throw Refusal("\(script.name)没有公告") }
            return (matter.id.rawValue, try follow(act, on: matter))
        }
    }

    /// What happens to a matter that is open.
    private func follow(_ act: DemoStep.Act, on matter: Matter) throws -> PostingOccasion? {
        switch act {
        case .publish, .publishAtOnce, .backfill, .draft, .submit, .hear: break
        case .decide(let kind, let decision): try decide(kind, of: matter, decision)
        case .answer(let letter, let answer): try perform(answer, to: letter, of: matter)
        case .register:
            guard let rule = procedure.deadlines.first(where: { $0.document == nil }) else { break }
            try done(RegisterStep(rule, of: matter, lateReason: script.lateReason(.notice)))
        case .revise(let kind, let revision, let changes, let reason):
            try revise(kind, of: matter, revision, changes, reason: reason)
        case .postpone(let day, let reason):
            var entries = linked(.postpone, of: matter, reason: reason)
            if let field = procedure.postponement?.event?.field { entries[field] = day.description }
            try done(Postpone(matter, entries: entries, lateReason: script.lateReason(.notice)))
            return try linkedOccasion()
        case .terminate(let reason):
            try done(Terminate(matter, entries: linked(.terminate, of: matter, reason: reason)))
            return try linkedOccasion()
        case .delete(let kind, let reason): try done(DeleteDocument(kind, of: matter, reason: reason))
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

    private func publish(
        _ kind: DocumentKind, of matter: Matter?, _ changes: [DemoChange] = [], emergency: String? = nil
    ) throws -> (id: Int64?, occasion: PostingOccasion?) {
        let published = try done(
            Publish(
                kind, in: system, of: matter, entries: entries(kind, changes), lateReason: script.lateReason(kind),
                emergency: emergency)
        ).matter
        return (published.rawValue, try occasion(kind, of: published))
    }

    private func submit(_ kind: DocumentKind, of matter: Matter?) throws {
        let form = Draft.form(system, kind)
        let known = try office.draft(form, matter: matter?.id)?.mark
        let mark = try office.keepDraft(form, matter: matter?.id, entries: entries(kind), known: known)
        try done(SubmitForReview(form, matter: matter?.id, mark))
    }

    private func decide(_ kind: DocumentKind, of matter: Matter, _ decision: DecideReview.Decision) throws {
        let reviews = try office.reviews(
            "w.form = ? AND w.matter_id = ? ORDER BY w.id DESC", [Draft.form(system, kind), matter.id.rawValue])
        guard let review = reviews.first else { throw Refusal("\(script.name)没有送审的文书") }
        try done(DecideReview(review, decision))
    }

    private func revise(
        _ kind: DocumentKind, of matter: Matter, _ revision: Revision, _ changes: [DemoChange], reason: String
    ) throws {
        guard let document = matter.document(kind) else { throw Refusal("\(script.name)没有这份文书") }
        var entries = changed(Entries(document.values.values.mapValues(\.typed)), changes)
        entries[Revision.reason] = reason
        let request = RevisionRequest(kind, of: matter, base: document.versions, entries: entries)
        switch revision {
        case .correct: try done(Correct(request))
        case .modify: try done(Modify(request))
        }
    }

    private func draft(_ kind: DocumentKind, of matter: Matter?, fields: Int) throws {
        guard let document = procedure.document(kind) else { return }
        var begun = PublishTask(procedure, document, of: matter).beginning(for: office.clerk, today: office.today)
        let whole = entries(kind)
        for field in document.form.fields.prefix(fields) { begun[field.name] = whole[field.name] }
        try office.keepDraft(Draft.form(system, kind), matter: matter?.id, entries: begun, known: nil)
    }

    private func takeOver(_ form: String, of matter: Identifier<Matter>?) throws {
        let drafts = try office.drafts("d.form = ? AND d.matter_id IS ?", [form, matter?.rawValue])
        guard let draft = drafts.first else { throw Refusal("\(script.name)没有草稿") }
        try done(TakeOverDraft(draft))
    }

    /// What the form of a linked notice begins with, its reason and the unit's full name.
    private func linked(_ purpose: TemporaryNotice.Purpose, of matter: Matter, reason: String) -> Entries {
        let task = LinkedNoticeTask(purpose, procedure, of: matter)
        var entries = task?.beginning(for: office.clerk, today: office.today) ?? Entries()
        entries[LinkedNotice.reason] = reason
        entries["signed_unit"] = DemoUnit.all[script.unitIndex].signature
        entries["secrecy_checked"] = "1"
        return entries
    }

    private func entries(_ kind: DocumentKind, _ changes: [DemoChange] = []) -> Entries {
        changed(script.entries(kind), changes)
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
    func done<A: Act>(_ act: A) throws -> A.Outcome {
        let performed = try act.perform(in: office)
        try office.append(performed.entry, act: A.name)
        return performed.outcome
    }
}
