// A form while others write: whether its matter and its draft are still as it knows them, and the choice between two texts.
import Model

extension FormScreen {
    /// Looks what has become of the matter and the draft. What is typed stays as it is.
    mutating func look(_ desk: Desk) -> Refusal? {
        let (task, mark) = (task, mark)
        let matter = task.matter?.id
        let found = desk.read { (office, session) throws(Refusal) in
            (
                draft: try office.draft(task.draftForm, matter: matter, in: session),
                standing: try office.standing(of: mark, task.draftForm, matter: matter, in: session),
                context: try office.context(in: session),
                task: try task.reread(office, session)
            )
        }
        switch found {
        case .failure(let refusal): return refusal
        case .success(let found):
            sheet.dates = found.context
            context = found.context
            sheet.attachments = found.draft?.attachments ?? task.attachments
            review = found.draft?.review
            stand(found.standing)
            defer { others = news(desk) }
            let isNewest =
                found.task.matter?.version == task.matter?.version && found.task.rebased().draftForm == task.draftForm
            newest = isNewest ? nil : found.task
            readColleague(desk)
            return nil
        }
    }

    /// Takes in how the draft stands. The same text written elsewhere is no other text.
    private mutating func stand(_ standing: DraftStanding) {
        if case .written(let draft) = standing, draft.entries == sheet.texts {
            mark = draft.mark
            self.standing = .same
            return
        }
        // What was kept before may now stand only here.
        if self.standing == .same, mark != nil, let draft = standing.draft, draft.entries != sheet.texts {
            hasUnkeptTyping = true
        }
        self.standing = standing
    }

    /// What a colleague of the unit is writing on the same form of the same matter.
    mutating func readColleague(_ desk: Desk) {
        guard let matter = task.matter?.id else { return }
        let form = task.draftForm
        colleague = try? desk.read { (office, session) throws(Refusal) in
            try office.colleaguesDrafts(form, matter: matter, in: session).first
        }.get()
    }

    /// What the clerk is to know of others' writing; nil while nothing concerns this form.
    func news(_ desk: Desk) -> String? {
        if let sentence = standing.sentence(on: desk.today) { return "\(sentence); 按 F2 对照, 选用哪一份" }
        if let who = whoChanged(desk) { return "\(who) 刚改过这件事项; 按 F2 对照" }
        return nil
    }

    private func whoChanged(_ desk: Desk) -> String? {
        guard newest != nil, let matter = task.matter?.id else { return nil }
        let who = desk.read { (office, session) throws(Refusal) in try office.lastChange(of: matter, in: session) }
        return (try? who.get()) ?? "别人"
    }

    mutating func notice(_ desk: Desk) -> String? {
        guard isLoaded else { return nil }
        let (before, known) = (standing, newest?.matter?.version)
        if let refusal = look(desk) { return refusal.sentence }
        return before == standing && known == newest?.matter?.version ? nil : news(desk)
    }

    // MARK: - Both texts

    /// Opens what somebody else has saved beside what is typed here, if there is such a thing.
    mutating func compare(_ desk: Desk) -> Effect? {
        if let sentence = standing.sentence(on: desk.today) {
            asked = .standing(standing)
            let (heading, words, choices) =
                switch standing {
                case .takenOver(let draft):
                    ("\(draft.writerName)的草稿", "两份都还在, 请选用哪一份", ["用我输入的", "交给\(draft.writerName)"])
                case .gone: ("已不在", "您输入的还在, 请选要不要留", ["用我输入的", "丢掉我输入的"])
                case .written, .same: ("另一处写的", "两份都还在, 请选用哪一份", ["用我输入的", "用另一处的"])
                }
            return .push(
                comparison(
                    "两份草稿", "\(sentence)。\(words)。", heading, standing.draft?.entries ?? Entries(), choices, desk))
        }
        guard let newest, let clerk = desk.clerk, let who = whoChanged(desk) else { return nil }
        let refusal = newest.refusal(at: desk.now)
        asked = refusal == nil ? .newest(newest) : nil
        let now =
            refusal.map { "现在不能\(task.verb)了: \($0)。您输入的内容没有动, 存为草稿" } ?? "您输入的内容没有动; 选 接着写 就按最新的事项办"
        return .push(
            comparison(
                "事项已被修改", "\(who) 改过这件事项。\(now)。", "\(who) 保存的", newest.recorded(for: clerk, today: desk.today),
                refusal == nil ? ["接着写"] : [], giving: refusal == nil, desk))
    }

    private func comparison(
        _ title: String, _ sentence: String, _ heading: String, _ saved: Entries, _ choices: [String],
        giving: Bool = false, _ desk: Desk
    ) -> ComparisonScreen {
        let typed = sheet.texts
        let items = task.form.fields.map {
            Comparison.Item(
                $0.label, old: $0.reading(typed: saved[$0.name], today: desk.today),
                new: $0.reading(typed: typed[$0.name], today: desk.today), gives: giving && isUntouched($0))
        }
        return ComparisonScreen(
            title, sentence: sentence, Comparison(heading, "您输入的", items, .texts), choices: choices)
    }

    /// The clerk has chosen how to go on after a comparison.
    mutating func choose(_ choice: Int, between standing: DraftStanding, _ desk: Desk) -> Effect {
        let isMine = choice == 0
        switch (isMine, standing) {
        case (true, .written(let draft)): mark = draft.mark
        case (true, _): mark = nil
        case (false, .written(let draft)):
            fill(draft.entries)
            mark = draft.mark
        case (false, _):
            hasUnkeptTyping = false
            return dropAside(desk).then(.pop).then(.say(standing.sentence(on: desk.today) ?? ""))
        }
        self.standing = .same
        hasUnkeptTyping = isMine
        if case .refuse(let sentence) = keep(desk) { return .refuse(sentence) }
        guard self.standing == .same else { return .refuse(news(desk) ?? "") }
        let said = isMine ? "已用您输入的" : "已用另一处的"
        return dropAside(desk).then(read(desk)).then(.say(said + (isMine && standing.hasFiles ? "; 附件留在那一份中" : "")))
    }

    /// Whether a field holds what the form began with.
    private func isUntouched(_ field: Field) -> Bool { sheet.texts[field.name] == given[field.name] }

    /// Goes on with the newest matter, which the clerk has seen; what is typed stays, and what is not follows the matter, so
    /// that nobody takes a colleague's change back without knowing.
    mutating func goOn(with newest: any FormTask, _ desk: Desk) -> Effect {
        guard let clerk = desk.clerk else { return .none }
        let rebased = newest.rebased()
        if let mark, rebased.draftForm != task.draftForm {
            switch desk.read({ (office, session) throws(Refusal) in
                try office.rename(mark, to: rebased.draftForm, in: session)
            }) {
            case .failure(let refusal): return .refuse(refusal.sentence)
            case .success(let renamed): self.mark = renamed
            }
        }
        task = rebased
        self.newest = nil
        others = nil
        let saved = rebased.recorded(for: clerk, today: desk.today)
        let given = task.form.fields.filter { isUntouched($0) && sheet.texts[$0.name] != saved[$0.name] }
        if !given.isEmpty {
            var texts = sheet.texts
            for field in given {
                texts[field.name] = saved[field.name]
                self.given[field.name] = saved[field.name]
            }
            fill(texts)
            hasUnkeptTyping = true
        }
        let followed = given.isEmpty ? "" : "; \(given.map(\.label).joined(separator: "、"))已换成最新的"
        return .say("按最新的事项接着写, 您输入的内容没有动\(followed)")
    }

    mutating func dropAside(_ desk: Desk) -> Effect {
        guard let aside else { return .none }
        self.aside = nil
        let dropped = desk.read { (office, session) throws(Refusal) in try office.dropAside(aside, in: session) }
        if case .failure(let refusal) = dropped { return .refuse(refusal.sentence) }
        return .none
    }

    // MARK: - A colleague's draft

    mutating func takeOver(_ draft: Draft, _ desk: Desk) -> Effect {
        switch desk.read({ (office, session) throws(Refusal) in try office.perform(TakeOverDraft(draft), in: session) })
        {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let done):
            fill(done.outcome.entries)
            mark = done.outcome.mark
            return read(desk).then(.say("已接手\(draft.writerName)的草稿, 日志第 \(done.journalNumber) 条"))
        }
    }
}

extension DraftStanding {
    /// Whether the text that is not taken has files of its own, which stay with it.
    fileprivate var hasFiles: Bool {
        if case .takenOver(let draft) = self { !draft.attachments.isEmpty } else { false }
    }
}
