// Saving a copy of an attached file, or sending it down to the clerk's computer.
import Model

/// The way of an attached file out of the store.
enum FileLeaving {
    enum Place { case outbox, terminal }

    /// Takes the file by its journaled act and puts it where the clerk wants it.
    static func take(_ attachment: Attachment, _ place: Place, _ desk: Desk) -> Effect {
        if place == .terminal, desk.transfer == nil { return .refuse("这个终端不能传文件; 请存到发件夹") }
        switch desk.read({ (office, session) throws(Refusal) in
            try office.perform(TakeAttachment(attachment.id), in: session)
        }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let done):
            let file = done.outcome
            switch place {
            case .outbox:
                do {
                    let name = try AttachmentFolder(desk.folders.outbox).save(file.bytes, as: file.name)
                    return .say("已存到 \(desk.folders.shown(desk.folders.outbox))/\(name)")
                } catch {
                    return .refuse(error.sentence)
                }
            case .terminal:
                return .outside {
                    switch desk.transfer?.send(name: file.name, bytes: file.bytes) {
                    case .success(let sentence): .say(sentence)
                    case .failure(let refusal): .refuse(refusal.sentence)
                    case nil: .none
                    }
                }
            }
        }
    }
}
