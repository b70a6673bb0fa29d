// A form's texts between screen and store: how they are read, kept as a draft, and left.
import Model

extension FormScreen {
    mutating func read(_ desk: Desk) -> Effect {
        guard !isLoaded else {
            if let refusal = look(desk) { return .refuse(refusal.sentence) }
            return news(desk).map(Effect.say) ?? .none
        }
        return load(desk)
    }

    private mutating func load(_ desk: Desk) -> Effect {
        let task = task
        let found = desk.read { (office, session) throws(Refusal) in
            (
                try task.reread(office, session),
                try office.draft(task.draftForm, matter: task.matter?.id, in: session),
                try office.aside(task.draftForm, matter: task.matter?.id, in: session),
                try office.context(in: session)
            )
        }
        switch found {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success((let task, let draft, let aside, let context)):
            guard let clerk = desk.clerk else { return .none }
            review = draft?.review
            // What was typed beside a text that is under review by now waits until it is free again.
            let aside = review?.lock == nil ? aside : nil
            take(ReviewedTask(task, context.settings) ?? task)
            self.context = context
            isLoaded = true
            given = task.beginning(for: clerk, today: desk.today)
            fill(aside?.entries ?? draft?.entries ?? given)
            sheet.dates = context
            sheet.attachments = draft?.attachments ?? task.attachments
            self.aside = aside?.id
            if aside == nil { mark = draft?.mark } else { hasUnkeptTyping = true }
            newest = task.rebased().draftForm == task.draftForm ? nil : task
            readColleague(desk)
            return aside == nil && newest == nil ? greeting(draft, desk.today).map(Effect.say) ?? .none : read(desk)
        }
    }

    /// Takes the task as the settings have it: where it is reviewed, its form may close with more fields.
    private mutating func take(_ task: any FormTask) {
        self.task = task
        var fresh = FormSheet(task.form, takesAttachments: task.takesAttachments)
        fresh.fit(columns: sheet.columns)
        sheet = fresh
    }

    /// Puts texts into the fields; the cursor stays in its field.
    mutating func fill(_ texts: Entries) {
        sheet = sheet.filled(with: texts, given: given)
        hasUnkeptTyping = false
    }

    /// What is to be known before a word is typed.
    private func greeting(_ draft: Draft?, _ today: Day) -> String? {
        let own = draft.map { "接着写 \($0.savedAt.text) 的草稿" }
        let others = colleague.map { other in
            "\(other.writerName) \(other.savedAt.told(on: today)) "
                + (draft == nil ? "正在写这份\(FormTasks.name(of: other))的草稿; F3 可以接手" : "也在写这一份")
        }
        return own == nil && others == nil ? nil : [own, others].compactMap { $0 }.joined(separator: "; ")
    }

    mutating func keep(_ desk: Desk) -> Effect {
        guard hasUnkeptTyping, review?.lock == nil else { return .none }
        let (task, texts, mark, aside) = (task, sheet.texts, mark, aside)
        if standing == .same {
            switch desk.read({ (office, session) throws(Refusal) in
                try office.keepDraft(
                    task.draftForm, matter: task.matter?.id, entries: texts, attachments: task.attachments, known: mark,
                    in: session)
            }) {
            case .success(let kept):
                self.mark = kept
                hasUnkeptTyping = false
                return dropAside(desk)
            case .failure(let refusal) where refusal.reason == .stale: _ = look(desk)
            case .failure(let refusal): return .refuse("草稿没有存上: \(refusal.sentence)")
            }
            if standing == .same, self.mark != mark {
                hasUnkeptTyping = false
                return .none
            }
        }
        switch desk.read({ (office, session) throws(Refusal) in
            try office.keepAside(
                task.draftForm, matter: task.matter?.id, entries: texts, replacing: aside, in: session)
        }) {
        case .failure(let refusal): return .refuse("草稿没有存上: \(refusal.sentence)")
        case .success(let kept):
            self.aside = kept
            hasUnkeptTyping = false
            return news(desk).map(Effect.say) ?? .none
        }
    }

    mutating func back(_ desk: Desk) -> Effect {
        let wasTyping = hasUnkeptTyping
        if case .refuse(let sentence) = keep(desk) { return .refuse(sentence) }
        if let sentence = standing.sentence(on: desk.today) {
            return Effect.pop.then(.say(aside == nil ? sentence : "两份都存着, 下次打开这份表单时再选用哪一份"))
        }
        return wasTyping || hasDraft(desk) ? Effect.pop.then(.say("已存草稿")) : .pop
    }

    private func hasDraft(_ desk: Desk) -> Bool {
        let task = task
        let found = desk.read { (office, session) throws(Refusal) in
            try office.draft(task.draftForm, matter: task.matter?.id, in: session)
        }
        return (try? found.get()) != nil
    }
}
