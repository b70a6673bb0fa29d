// Letters about the demo's public notices and bulletins: how they come, and what the real acts do about them.
internal import GRDB

extension DemoRows {
    /// A letter comes: by the public's web site, which has no act here, or entered by a clerk.
    func hear(_ letter: DemoLetter, in script: any DemoScript, about matter: Int64?, at moment: Moment) throws {
        guard let matter else { throw Refusal("\(script.name)没有公告") }
        let id = try nextLetter()
        let isRegistered = letter.channel != "web"
        let writer = writer(script.unitIndex)
        try db.execute(
            sql: """
                INSERT INTO every_comment (id, matter_id, channel, author, contact, body, received_at, received_day, is_late,
                  registered_at, registered_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id, matter, letter.channel, letter.author, letter.contact, letter.body, moment.iso,
                moment.day.description, letter.isLate, isRegistered ? moment.iso : nil,
                isRegistered ? writer.clerk?.rawValue : nil,
            ])
        guard isRegistered else { return }
        var values = FormValues()
        values["channel"] = .choice(letter.channel)
        values["received_day"] = .day(moment.day)
        values["author"] = letter.author.map { .text($0) }
        values["contact"] = letter.contact.map { .text($0) }
        values["body"] = .text(letter.body)
        let title = script.entries(script.procedure.documents[0].kind)["title"]
        try append(
            RegisterComment.entry(
                Identifier(id), of: Identifier(matter), title: title, registering.labelled(values),
                isLate: letter.isLate, hash),
            act: RegisterComment.name, by: writer, at: moment)
    }

    /// They are numbered after all comments on hearings, so that those keep their numbers whatever else the county is told.
    private func nextLetter() throws -> Int64 {
        let last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM comment") ?? 0
        return max(last, Int64(agenda.size.comments)) + 1
    }
}

extension DemoDesk {
    /// Does something about the n-th letter of a matter.
    func perform(_ answer: DemoAnswer, to letter: Int, of matter: Matter) throws {
        let letters = try office.comments("c.matter_id = ? ORDER BY c.id", [matter.id.rawValue])
        guard letters.indices.contains(letter) else { throw Refusal("\(script.name)没有第 \(letter) 封信") }
        let comment = letters[letter]
        switch answer {
        case .handle(let handling): try done(HandleComments([comment], handling: handling))
        case .hide(let reason): try done(HideComment(comment, reason: reason))
        case .duplicate(let original): try done(MarkDuplicate(comment, of: letters[original].id))
        case .reply(let adoption, let reason, let body):
            let entries = Entries(["adoption": adoption.rawValue, "reason": reason ?? "", "body": body])
            try done(ReplyToComments([comment], entries: entries))
        }
    }
}
