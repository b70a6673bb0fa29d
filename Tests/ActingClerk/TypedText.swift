// The texts that go out, as a clerk types them into their forms.
import ActOrders
import CountyFixture
import Model

/// What is typed, and into which form of which matter.
struct TypedText {
    let system: System
    /// The draft's.
    let form: String
    let matter: Matter?
    let entries: Entries
}

extension Doing {
    /// - Throws: `BadLine` for a deed that publishes nothing.
    func text(of deed: Deed) throws -> TypedText {
        switch deed {
        case .announce(let dates, _):
            let (system, entries) = Typing.announcement(dates)
            return TypedText(
                system: system, form: Draft.form(system, .announcement), matter: nil, entries: entries)
        case .notify(let hearing, _): return try later(.notice, hearing: hearing)
        case .report(let present, _): return try later(.report, present: present)
        case .modify(let paper, let hearing, let reason, _): return try revision(.modify, paper, hearing, reason)
        case .correct(let paper, let hearing, let reason, _): return try revision(.correct, paper, hearing, reason)
        case .postpone(let to, let reason, _, _):
            return try linkedNotice(.postpone, reason, Typing.moved(to: to, in: matter().system))
        case .terminate(let reason, _): return try linkedNotice(.terminate, reason, [:])
        default: throw BadLine(description: "publishes nothing: \(deed)")
        }
    }

    /// The version on which a revision rests. A paper that is not out is told to be its first version.
    func base(_ paper: Paper) throws -> Int { try matter().document(paper.kind)?.versions ?? 1 }

    private func later(
        _ paper: Paper, hearing: String? = nil, present: Int = expectedRepresentatives
    ) throws -> TypedText {
        let matter = try matter()
        let entries = Typing.later(paper, in: matter.system, hearing: hearing, present: present)
        return TypedText(
            system: matter.system, form: Draft.form(matter.system, paper.kind), matter: matter, entries: entries)
    }

    /// A revision of the paper as it stands, with another text in one field.
    private func revision(
        _ revision: Revision, _ paper: Paper, _ hearing: String?, _ reason: String
    ) throws -> TypedText {
        let matter = try matter()
        let procedure = try procedure()
        var entries = Entries()
        if let description = procedure.document(paper.kind),
            let task = ReviseTask(revision, procedure, description, of: matter)
        {
            entries = task.beginning(for: session.clerk, today: office.clock.now().day)
        }
        let versions = matter.document(paper.kind)?.versions ?? 0
        entries[Typing.changing(paper, in: matter.system)] = "第 \(versions + 1) 版"
        entries["secrecy_checked"] = "1"
        entries["revision_reason"] = reason
        if let hearing {
            entries["hearing_when"] = "exact"
            entries["hearing_day"] = hearing
        }
        return TypedText(
            system: matter.system, form: Draft.form(matter.system, paper.kind, revision, of: try base(paper)),
            matter: matter, entries: entries)
    }

    private func linkedNotice(
        _ purpose: TemporaryNotice.Purpose, _ reason: String, _ more: [String: String]
    ) throws -> TypedText {
        let matter = try matter()
        // Where a system has no such notice, the act is to say so.
        let task = LinkedNoticeTask(purpose, try procedure(), of: matter)
        var entries = task?.beginning(for: session.clerk, today: office.clock.now().day) ?? Entries()
        entries["secrecy_checked"] = "1"
        entries["reason"] = reason
        for (field, text) in more { entries[field] = text }
        return TypedText(
            system: matter.system, form: Draft.form(matter.system, purpose), matter: matter, entries: entries)
    }
}
