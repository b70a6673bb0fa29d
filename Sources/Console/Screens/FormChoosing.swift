// What a form asks other screens for: days, choices and files.
import Model

extension FormScreen {
    mutating func choose(_ desk: Desk) -> Effect {
        guard let index = sheet.index else {
            return keep(desk).then(.push(FileScreen(.attachment)))
        }
        let field = task.form.fields[index]
        asked = .choice(index)
        switch field.kind {
        case .day:
            guard let context else { return .none }
            let typed = try? TypedDay.read(sheet.entries[index].text, today: desk.today).get()
            return .push(DayScreen(field.label, day: typed, today: desk.today, calendar: context.calendar))
        case .text: return takeText(from: task.sources(for: field))
        case .choice(let choices):
            let current = choices.firstIndex { $0.code == sheet.entries[index].text } ?? 0
            return .push(ChoiceScreen(field.label, choices.map(\.label), current: current))
        default:
            let units =
                (try? desk.read { (office, session) throws(Refusal) in try office.units(in: session) }.get()) ?? []
            let current = units.firstIndex { $0.name == sheet.entries[index].text } ?? 0
            return .push(ChoiceScreen(field.label, units.map(\.name), current: current))
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        let asked = asked
        self.asked = nil
        switch (answer, asked) {
        case (.day(let day), .choice(let index)): return set(index, day.description)
        case (.chosen(let line), .choice(let index)):
            if case .choice(let choices) = task.form.fields[index].kind { return set(index, choices[line].code) }
            let units =
                (try? desk.read { (office, session) throws(Refusal) in try office.units(in: session) }.get()) ?? []
            return units.indices.contains(line) ? set(index, units[line].name) : .none
        case (.chosen(let choice), .standing(let standing)): return choose(choice, between: standing, desk)
        case (.chosen, .newest(let newest)): return goOn(with: newest, desk)
        case (.confirmed, .takeOver(let draft)): return takeOver(draft, desk)
        case (.chosen(let line), .source(let sources)): return takeText(from: [sources[line]])
        case (.text(let words), .words): return find(words)
        case (.text(let text), .text):
            return sheet.paste(text).map { take($0) } ?? .none
        case (.textFile(let file), .text):
            let name = AttachmentName.quoted(file.name)
            guard let outcome = sheet.insert(file.text, from: name) else { return .none }
            let effect = take(outcome)
            return outcome == .changed ? effect.then(.say("已放入 \(name) 的正文")) : effect
        case (.files(let files), _): return attach(files, desk)
        case (.confirmed, .removal(let attachment)):
            return carry(desk) { (office, session) throws(Refusal) in try office.detach(attachment.id, in: session) }
        case (.confirmed, .discard): return discard(desk)
        case (.confirmed, .instead(let task)): return .push(FormScreen(task))
        case (.submitted, _): return .answer(answer)
        case (.unfinished(let reason), _):
            sheet.writtenReason = reason
            hasUnkeptTyping = true
            return keep(desk).then(compare(desk) ?? heldUp(desk) ?? .none)
        default: return .none
        }
    }

    private mutating func discard(_ desk: Desk) -> Effect {
        let (task, mark) = (task, mark)
        switch desk.read({ (office, session) throws(Refusal) in
            try office.discardDraft(task.draftForm, matter: task.matter?.id, known: mark, in: session)
        }) {
        case .failure(let refusal): return read(desk).then(.refuse(refusal.sentence))
        case .success:
            hasUnkeptTyping = false
            return Effect.pop.then(.say("草稿已丢掉"))
        }
    }

    /// Opens the one source there is, or the choice between them; the text that comes back is put in where the cursor stands.
    private mutating func takeText(from sources: [TextSource]) -> Effect {
        guard sources.count == 1, let source = sources.first, let index = sheet.index else {
            asked = .source(sources)
            return .push(ChoiceScreen("取自", sources.map(\.label)))
        }
        asked = .text
        switch source {
        case .templates: return .push(TemplatesScreen(written: sheet.entries[index].text))
        case .earlierReplies(let matter): return .push(EarlierRepliesScreen(matter))
        case .file: return .push(FileScreen(.text))
        }
    }

    private mutating func set(_ index: Int, _ text: String) -> Effect {
        sheet.set(index, text)
        return take(.changed)
    }

    private mutating func attach(_ files: [AttachmentFile], _ desk: Desk) -> Effect {
        // A draft made by its first file holds what stands in the fields, too.
        hasUnkeptTyping = true
        if case .refuse(let sentence) = keep(desk) { return .refuse(sentence) }
        if standing != .same { return .refuse(news(desk) ?? "") }
        let task = task
        var said: [String] = []
        for file in files {
            let effect = carry(desk) { (office, session) throws(Refusal) in
                try office.attach(file.name, file.bytes, toDraft: task.draftForm, matter: task.matter?.id, in: session)
            }
            if case .refuse = effect { return effect }
            said += file.warnings
        }
        let names = files.map(\.name).joined(separator: "、")
        return .say(said.isEmpty ? "已添加附件 \(names)" : said.joined(separator: "; "))
    }

    /// Changes the draft and reads its attachments again.
    private mutating func carry(_ desk: Desk, _ body: (Office, Session) throws(Refusal) -> Void) -> Effect {
        switch desk.read(body) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success: return read(desk)
        }
    }
}
