// How a deed is done: as the screens would, with what was read before and what a careful clerk types.
import ActOrders
import Model

struct Doing {
    /// The journal's row, the matter, and the keys of what was made.
    struct Done {
        let journal: Int64
        var matter: Identifier<Matter>?
        /// A comment, temporary notice or submission.
        var made: Int64?
        /// What a publication began.
        var review: Int64?
    }

    let office: Office
    let session: Session
    let approval: Approval?
    private let read: ReadMatter?
    let keys: [Int: Int64]

    /// - Parameters:
    ///   - read: the matter as it was last read at this desk.
    ///   - keys: the comments', temporary notices' and reviews' keys by their names.
    init(
        _ office: Office, _ session: Session, _ approval: Approval?, _ read: ReadMatter?, _ keys: [Int: Int64]
    ) {
        self.office = office
        self.session = session
        self.approval = approval
        self.read = read
        self.keys = keys
    }

    /// - Throws: `BadLine` for a deed that wants a matter which was not read.
    func perform(_ deed: Deed) throws -> Done {
        switch deed {
        case .look, .readReview: throw BadLine(description: "a look changes nothing")
        case .announce(_, let lateReason): return try publish(.announcement, text(of: deed), lateReason)
        case .notify(_, let lateReason): return try publish(.notice, text(of: deed), lateReason)
        case .report(_, let lateReason): return try publish(.report, text(of: deed), lateReason)
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
        case .modify(let paper, _, _, let lateReason):
            return try revised(paper, Modify(request(paper, text(of: deed), lateReason)))
        case .correct(let paper, _, _, let lateReason):
            return try revised(paper, Correct(request(paper, text(of: deed), lateReason)))
        case .delete(let paper, let reason):
            return try done(DeleteDocument(paper.kind, of: matter(), reason: reason))
        case .postpone(_, _, let lateReason, _):
            let act = Postpone(
                try matter(), entries: try final(text(of: deed)), lateReason: lateReason, emergency: emergency)
            let done = try office.perform(act, in: session)
            return try told(done.outcome.number, done.journalNumber)
        case .terminate:
            let act = Terminate(try matter(), entries: try final(text(of: deed)), emergency: emergency)
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
        case .submit, .withdraw, .decide, .sign: throw BadLine(description: "a review is not of a matter: \(deed)")
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
        Done(journal: try office.perform(act, in: session).journalNumber, matter: try matter().id)
    }

    func procedure() throws -> Procedure {
        guard let procedure = Procedure.of(try matter().system) else {
            throw BadLine(description: "no such system")
        }
        return procedure
    }

    private func published<Publishing: Act>(_ act: Publishing) throws -> Done
    where Publishing.Outcome == Publish.Published {
        let done = try office.perform(act, in: session)
        return Done(journal: done.journalNumber, matter: done.outcome.matter)
    }

    private func publish(_ paper: Paper, _ text: TypedText, _ lateReason: String) throws -> Done {
        let done = try published(
            Publish(
                paper.kind, in: text.system, of: text.matter, entries: final(text), lateReason: lateReason,
                emergency: emergency))
        return try reviewed(paper, done)
    }

    private func revised(_ paper: Paper, _ act: some Act) throws -> Done { try reviewed(paper, done(act)) }

    /// With the review of the paper's latest version, once that is out.
    private func reviewed(_ paper: Paper, _ done: Done) throws -> Done {
        guard approval != nil, let matter = done.matter else { return done }
        var done = done
        done.review = try office.matter(matter, in: session).document(paper.kind)?.latest.review?.id.rawValue
        return done
    }

    private func request(_ paper: Paper, _ text: TypedText, _ lateReason: String) throws -> RevisionRequest {
        RevisionRequest(
            paper.kind, of: try matter(), base: try base(paper), entries: try final(text), lateReason: lateReason,
            emergency: emergency)
    }

    /// The temporary notice that went out under a number.
    private func told(_ number: DocumentNumber, _ journal: Int64) throws -> Done {
        let matter = try matter()
        let notices = try office.temporaryNotices(matter.system, .first, limit: 1000, in: session).rows
        let notice = notices.first { $0.number == number }
        return Done(
            journal: journal, matter: matter.id, made: notice?.id.rawValue, review: notice?.review?.id.rawValue)
    }
}

extension Paper {
    var kind: DocumentKind { DocumentKind(rawValue: rawValue) }
}
