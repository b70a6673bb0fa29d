// How texts are handed in, decided on and signed for at a desk, and what is typed of it where they are published.
import ActOrders
import CountyFixture
import Model

extension Doing {
    /// The reason of an emergency.
    var emergency: String? {
        guard case .emergency(let reason, _) = approval else { return nil }
        return reason
    }

    /// The entries with the signature that was given, or none.
    private func cleared(_ entries: Entries) -> Entries {
        guard case .signed(let approver, _) = approval else { return Typing.signed(entries, by: nil) }
        return Typing.signed(entries, by: approver)
    }

    /// What is published: the draft as it stands, where it is the one that is named; else what is typed.
    func final(_ text: TypedText) throws -> Entries { try agreed(text) ?? cleared(text.entries) }

    private func agreed(_ text: TypedText) throws -> Entries? {
        guard case .agreed(let name) = approval, let key = keys[name],
            let draft = try office.draft(text.form, matter: text.matter?.id, in: session),
            draft.review?.id.rawValue == key
        else { return nil }
        return draft.entries
    }

    /// - Parameter review: a review as it was last read at this desk.
    func perform(_ deed: Deed, _ review: (Int64) -> Review?) throws -> Done {
        switch deed {
        case .submit(let deed, let name): return try submit(text(of: deed), as: name)
        case .withdraw(let name): return try reviewed(WithdrawFromReview(known(name, review)))
        case .decide(let name, let agrees, let reason):
            return try reviewed(DecideReview(known(name, review), agrees ? .agree : .refuse(reason: reason)))
        case .sign(let name, let approver):
            let entries = Typing.signed(Entries(), by: approver)
            return try reviewed(RegisterPaperApproval(known(name, review), entries: entries))
        default: return try perform(deed)
        }
    }

    private func submit(_ text: TypedText, as name: Int) throws -> Done {
        let matter = text.matter?.id
        var entries = Typing.signed(text.entries, by: nil)
        // What is typed anew is never what was handed in.
        entries["signed_unit"] = "发展和改革局 \(name)"
        let known = try office.draft(text.form, matter: matter, in: session)?.mark
        let mark = try keepDraft(text.form, matter, entries, known)
        let done = try office.perform(SubmitForReview(text.form, matter: matter, mark), in: session)
        let review = try office.draft(text.form, matter: matter, in: session)?.review
        return Done(journal: done.journalNumber, matter: matter, made: review?.id.rawValue)
    }

    /// Typing waits only shortly for the other process; a clerk goes on typing, and it is kept later.
    private func keepDraft(
        _ form: String, _ matter: Identifier<Matter>?, _ entries: Entries, _ known: Draft.Mark?
    ) throws -> Draft.Mark {
        func keep() -> Result<Draft.Mark, Refusal> {
            Result { () throws(Refusal) -> Draft.Mark in
                try office.keepDraft(form, matter: matter, entries: entries, known: known, in: session)
            }
        }
        var kept = keep()
        for _ in 1...50 {
            guard case .failure(let refusal) = kept, refusal.reason == .store else { break }
            kept = keep()
        }
        return try kept.get()
    }

    private func known(_ name: Int, _ review: (Int64) -> Review?) throws -> Review {
        guard let review = keys[name].flatMap(review) else {
            throw BadLine(description: "review \(name) was not read")
        }
        return review
    }

    private func reviewed(_ act: some Act) throws -> Done {
        Done(journal: try office.perform(act, in: session).journalNumber, matter: act.subjectMatter)
    }
}
