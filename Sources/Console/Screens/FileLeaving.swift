// Saving a copy of a file of the office, or sending it down to the clerk's computer.
import Model

/// The way of a file out of the store.
enum FileLeaving {
    enum Place { case outbox, terminal }

    /// Takes an attached file by its journaled act and puts it where the clerk wants it.
    static func take(_ attachment: Attachment, _ place: Place, _ desk: Desk) -> Effect {
        if let refusal = refusal(of: place, desk) { return .refuse(refusal) }
        switch desk.read({ (office, session) throws(Refusal) in
            try office.perform(TakeAttachment(attachment.id), in: session)
        }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let done): return leave([done.outcome], place, desk)
        }
    }

    /// Why nothing can go there, or nil; asked before anything is taken.
    static func refusal(of place: Place, _ desk: Desk) -> String? {
        place == .terminal && desk.transfer == nil ? "这个终端不能传文件; 请存到发件夹" : nil
    }

    /// Where a printed sheet can go, to be chosen from; the choice is what `leave(_:line:_:)` takes.
    static func ways(_ desk: Desk) -> [String] {
        ["网页和文本存到发件夹 \(desk.folders.shown(desk.folders.outbox))", "网页传到本机 (ZMODEM)", "文本传到本机 (ZMODEM)"]
    }

    /// Takes a printed sheet by its journaled act and puts it where the clerk has chosen.
    static func leave<Taking: Act>(_ taking: Taking, line: Int, _ desk: Desk) -> Effect
    where Taking.Outcome == PrintedFiles {
        let place: Place = line == 0 ? .outbox : .terminal
        if let refusal = refusal(of: place, desk) { return .refuse(refusal) }
        switch desk.read({ (office, session) throws(Refusal) in try office.perform(taking, in: session) }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let done):
            let files = done.outcome
            return leave([[files.html, files.plain], [files.html], [files.plain]][line], place, desk)
        }
    }

    /// Puts files that were taken where the clerk wants them; down to the computer goes the first.
    static func leave(_ files: [TakeAttachment.File], _ place: Place, _ desk: Desk) -> Effect {
        switch place {
        case .outbox:
            do throws(Refusal) {
                let folder = AttachmentFolder(desk.folders.outbox)
                var names: [String] = []
                for file in files { names.append(try folder.save(file.bytes, as: file.name)) }
                return .say("已存到 \(desk.folders.shown(desk.folders.outbox))/\(names.joined(separator: " 和 "))")
            } catch {
                return .refuse(error.sentence)
            }
        case .terminal:
            return .outside {
                guard let file = files.first else { return .none }
                return switch desk.transfer?.send(name: file.name, bytes: file.bytes) {
                case .success(let sentence): .say(sentence)
                case .failure(let refusal): .refuse(refusal.sentence)
                case nil: .none
                }
            }
        }
    }
}
