// How a deed is done: as the screens would, with what was read before and what a careful clerk types.
import ActOrders
import CountyFixture
import Model

struct Doing {
    typealias Done = (journal: Int64, matter: Identifier<Matter>, comment: Identifier<Comment>?)

    private let office: Office
    private let session: Session
    private let read: ReadMatter?
    private let keys: [Int: Int64]

    /// - Parameters:
    ///   - read: the matter as it was last read at this desk.
    ///   - keys: the comments' keys by their names.
    init(_ office: Office, _ session: Session, _ read: ReadMatter?, _ keys: [Int: Int64]) {
        self.office = office
        self.session = session
        self.read = read
        self.keys = keys
    }

    /// - Throws: `BadLine` for a deed that wants a matter which was not read.
    func perform(_ deed: Deed) throws -> Done {
        switch deed {
        case .look: throw BadLine(description: "a look changes nothing")
        case .announce(let hearing, let commentsUntil, let lateReason):
            let entries = HearingEntries.announcement(on: hearing, commentsUntil: commentsUntil)
            return try publish(.announcement, of: nil, entries, lateReason)
        case .notify(let hearing, let lateReason):
            return try publish(.notice, of: matter(), HearingEntries.notice(on: hearing), lateReason)
        case .report(let present, let lateReason):
            let entries = HearingEntries.report(expected: expectedRepresentatives, present: present)
            return try publish(.report, of: matter(), entries, lateReason)
        case .sendMaterials(let lateReason):
            guard let rule = Procedure.hearing.deadlines.first(where: { $0.document == nil }) else {
                throw BadLine(description: "hearings have no materials to be sent")
            }
            return try done(RegisterStep(rule, of: matter(), lateReason: lateReason))
        case .modify(let paper, let hearing, let reason, let lateReason):
            return try done(Modify(request(.modify, paper, hearing, reason, lateReason)))
        case .correct(let paper, let hearing, let reason, let lateReason):
            return try done(Correct(request(.correct, paper, hearing, reason, lateReason)))
        case .delete(let paper, let reason):
            return try done(DeleteDocument(paper.kind, of: matter(), reason: reason))
        case .postpone(let to, let reason, let lateReason):
            var entries = try linkedNotice(.postpone, reason)
            entries["hearing_day"] = to
            entries["hearing_start"] = "9:00"
            entries["hearing_end"] = "11:30"
            return try done(Postpone(matter(), entries: entries, lateReason: lateReason))
        case .terminate(let reason):
            return try done(Terminate(matter(), entries: linkedNotice(.terminate, reason)))
        case .register(_, let received):
            let entries = Entries(["channel": "letter", "received_day": received, "body": "水价不要涨得太快", "author": "赵一"])
            let done = try office.perform(RegisterComment(of: matter().id, entries: entries), in: session)
            return (done.journalNumber, try matter().id, done.outcome.comment)
        case .handle(let names): return try done(HandleComments(comments(names), handling: "已转业务科室研究"))
        case .reply(let names, let adoption, let reason):
            let entries = Entries(["adoption": adoption, "reason": reason, "body": "您的建议收到了"])
            return try done(ReplyToComments(comments(names), entries: entries))
        case .hide(let name, let reason): return try done(HideComment(comment(name), reason: reason))
        case .show(let name, let reason): return try done(ShowComment(comment(name), reason: reason))
        case .markDuplicate(let name, let original):
            return try done(MarkDuplicate(comment(name), of: comment(original).id))
        case .unmarkDuplicate(let name): return try done(UnmarkDuplicate(comment(name)))
        }
    }

    private func matter() throws -> Matter {
        guard let read else { throw BadLine(description: "the matter was not read") }
        return read.matter
    }

    private func comment(_ name: Int) throws -> Comment {
        guard let comment = keys[name].flatMap({ read?.comments[$0] }) else {
            throw BadLine(description: "comment \(name) was not read")
        }
        return comment
    }

    private func comments(_ names: [Int]) throws -> [Comment] { try names.map(comment) }

    private func done(_ act: some Act) throws -> Done {
        (try office.perform(act, in: session).journalNumber, try matter().id, nil)
    }

    private func publish(
        _ kind: DocumentKind, of matter: Matter?, _ entries: Entries, _ lateReason: String
    ) throws -> Done {
        let act = Publish(kind, in: .hearing, of: matter, entries: entries, lateReason: lateReason)
        let done = try office.perform(act, in: session)
        return (done.journalNumber, done.outcome.matter, nil)
    }

    /// A revision of the paper as it stands, with another text in one field. A paper that is not out is told to be its first version.
    private func request(
        _ revision: Revision, _ paper: Paper, _ hearing: String?, _ reason: String, _ lateReason: String
    ) throws -> RevisionRequest {
        let matter = try matter()
        let document = matter.document(paper.kind)
        var entries = Entries()
        if let description = Procedure.hearing.document(paper.kind),
            let task = ReviseTask(revision, .hearing, description, of: matter)
        {
            entries = task.beginning(for: session.clerk, today: office.clock.now().day)
        }
        let text = ["subject", "participants", "outcome"][Paper.allCases.firstIndex(of: paper) ?? 0]
        entries[text] = "第 \((document?.versions ?? 0) + 1) 版"
        entries["secrecy_checked"] = "1"
        entries["revision_reason"] = reason
        if let hearing {
            entries["hearing_when"] = "exact"
            entries["hearing_day"] = hearing
        }
        return RevisionRequest(
            paper.kind, of: matter, base: document?.versions ?? 1, entries: entries, lateReason: lateReason)
    }

    private func linkedNotice(_ purpose: TemporaryNotice.Purpose, _ reason: String) throws -> Entries {
        guard let task = LinkedNoticeTask(purpose, .hearing, of: try matter()) else {
            throw BadLine(description: "hearings have no \(purpose)")
        }
        var entries = task.beginning(for: session.clerk, today: office.clock.now().day)
        entries["secrecy_checked"] = "1"
        entries["reason"] = reason
        return entries
    }
}

extension Paper {
    fileprivate var kind: DocumentKind { DocumentKind(rawValue: rawValue) }
}
