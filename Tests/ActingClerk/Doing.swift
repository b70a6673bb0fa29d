// How a deed is done: as the screens would, with what was read before and what a careful clerk types.
import ActOrders
import Model

struct Doing {
    /// The journal's row, the matter, and the key of a comment or temporary notice that was made.
    typealias Done = (journal: Int64, matter: Identifier<Matter>, made: Int64?)

    let office: Office
    let session: Session
    private let read: ReadMatter?
    private let keys: [Int: Int64]

    /// - Parameters:
    ///   - read: the matter as it was last read at this desk.
    ///   - keys: the comments' and temporary notices' keys by their names.
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
        case .announce(let dates, let lateReason):
            let (system, entries) = Typing.announcement(dates)
            return try published(Publish(.announcement, in: system, of: nil, entries: entries, lateReason: lateReason))
        case .notify(let hearing, let lateReason):
            return try publish(.notice, hearing: hearing, lateReason)
        case .report(let present, let lateReason):
            return try publish(.report, present: present, lateReason)
        case .backfillAnnouncement(let dates, let day, let reason):
            let (system, entries) = Typing.announcement(dates)
            return try published(
                Backfill(
                    .announcement, in: system, of: nil,
                    entries: Typing.backfilled(entries, day: day, reason: reason)))
        case .backfill(let paper, let hearing, let day, let reason):
            let entries = Typing.later(paper, in: try matter().system, hearing: hearing)
            return try published(
                Backfill(
                    paper.kind, in: matter().system, of: matter(),
                    entries: Typing.backfilled(entries, day: day, reason: reason)))
        case .sendMaterials(let lateReason):
            guard let rule = try procedure().deadlines.first(where: { $0.document == nil }) else {
                throw BadLine(description: "there are no materials to be sent")
            }
            return try done(RegisterStep(rule, of: matter(), lateReason: lateReason))
        case .modify(let paper, let hearing, let reason, let lateReason):
            return try done(Modify(request(.modify, paper, hearing, reason, lateReason)))
        case .correct(let paper, let hearing, let reason, let lateReason):
            return try done(Correct(request(.correct, paper, hearing, reason, lateReason)))
        case .delete(let paper, let reason):
            return try done(DeleteDocument(paper.kind, of: matter(), reason: reason))
        case .postpone(let to, let reason, let lateReason, _):
            var entries = try linkedNotice(.postpone, reason)
            for (field, text) in Typing.moved(to: to, in: try matter().system) { entries[field] = text }
            let act = Postpone(try matter(), entries: entries, lateReason: lateReason)
            let done = try office.perform(act, in: session)
            return try told(done.outcome.number, done.journalNumber)
        case .terminate(let reason, _):
            let act = Terminate(try matter(), entries: try linkedNotice(.terminate, reason))
            let done = try office.perform(act, in: session)
            return try told(done.outcome, done.journalNumber)
        case .post(let paper, let at, let address):
            let document = Identifier<Document>(read?.page.papers[paper] ?? 0)
            let subject = PostingSubject.document(document, of: try matter().id)
            return try done(RegisterPosting(subject, entries: Typing.posting(at: at, address: address)))
        case .postNotice(let name, let at):
            guard let key = keys[name] else { throw BadLine(description: "temporary notice \(name) is not known") }
            let entries = Typing.posting(at: at, address: "https://www.yangbi.gov.cn/\(name)")
            return try done(RegisterPosting(.temporaryNotice(Identifier(key)), entries: entries))
        case .register, .handle, .reply, .changeReply, .extendReply, .recordSatisfaction, .hide, .show, .markDuplicate,
            .unmarkDuplicate:
            return try attend(deed)
        }
    }

    func matter() throws -> Matter {
        guard let read else { throw BadLine(description: "the matter was not read") }
        return read.matter
    }

    func comment(_ name: Int) throws -> Comment {
        guard let comment = keys[name].flatMap({ read?.comments[$0] }) else {
            throw BadLine(description: "comment \(name) was not read")
        }
        return comment
    }

    func done(_ act: some Act) throws -> Done {
        (try office.perform(act, in: session).journalNumber, try matter().id, nil)
    }

    private func procedure() throws -> Procedure {
        guard let procedure = Procedure.of(try matter().system) else {
            throw BadLine(description: "no such system")
        }
        return procedure
    }

    private func published<Publishing: Act>(_ act: Publishing) throws -> Done
    where Publishing.Outcome == Publish.Published {
        let done = try office.perform(act, in: session)
        return (done.journalNumber, done.outcome.matter, nil)
    }

    private func publish(
        _ paper: Paper, hearing: String? = nil, present: Int = expectedRepresentatives, _ lateReason: String
    ) throws -> Done {
        let matter = try matter()
        let entries = Typing.later(paper, in: matter.system, hearing: hearing, present: present)
        return try published(
            Publish(paper.kind, in: matter.system, of: matter, entries: entries, lateReason: lateReason))
    }

    /// A revision of the paper as it stands, with another text in one field. A paper that is not out is told to be its first version.
    private func request(
        _ revision: Revision, _ paper: Paper, _ hearing: String?, _ reason: String, _ lateReason: String
    ) throws -> RevisionRequest {
        let matter = try matter()
        let procedure = try procedure()
        let document = matter.document(paper.kind)
        var entries = Entries()
        if let description = procedure.document(paper.kind),
            let task = ReviseTask(revision, procedure, description, of: matter)
        {
            entries = task.beginning(for: session.clerk, today: office.clock.now().day)
        }
        entries[Typing.changing(paper, in: matter.system)] = "第 \((document?.versions ?? 0) + 1) 版"
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
        guard let task = LinkedNoticeTask(purpose, try procedure(), of: try matter()) else {
            throw BadLine(description: "there is no \(purpose)")
        }
        var entries = task.beginning(for: session.clerk, today: office.clock.now().day)
        entries["secrecy_checked"] = "1"
        entries["reason"] = reason
        return entries
    }

    /// The temporary notice that went out under a number.
    private func told(_ number: DocumentNumber, _ journal: Int64) throws -> Done {
        let matter = try matter()
        let notices = try office.temporaryNotices(matter.system, .first, limit: 1000, in: session).rows
        return (journal, matter.id, notices.first { $0.number == number }?.id.rawValue)
    }
}

extension Paper {
    fileprivate var kind: DocumentKind { DocumentKind(rawValue: rawValue) }
}
