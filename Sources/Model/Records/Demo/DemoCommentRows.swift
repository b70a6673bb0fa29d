// Comments of the demo as rows, and what was done about each as the acts would have written it.

/// Something that is done about a comment: its journal row, and when.
struct DemoCommentAct {
    let at: Moment
    let name: String
    let entry: Journal.Entry
    let unitIndex: Int
}

extension DemoRows {
    /// Inserts a comment as it stands at the demo's present, with its reply.
    /// - Parameter earlier: the comment it repeats, where it is a duplicate.
    /// - Returns: its number.
    func insert(_ comment: DemoComment, of matter: DemoMatter, id: Int64, earlier: Int64?) throws -> Int64 {
        let publisher = accounts.publishers[matter.unitIndex]?.id
        let judged = comment.reply.map { _ in
            terms(on: comment.answerAt.day).judged(
                received: comment.receivedAt.day, by: channel(of: comment), isExtended: comment.work.extended != nil,
                answered: comment.answerAt.day)
        }
        let number = try number(
            "every_comment",
            [
                "matter_id", "channel", "author", "contact", "body", "received_at", "received_day", "is_late",
                "handled_at", "handling", "adoption", "adoption_reason", "hidden_at", "hidden_reason", "duplicate_of",
                "extended_at", "extended_reason", "satisfaction", "satisfaction_day", "satisfaction_channel",
                "registered_at", "registered_by", "version", "answer_days", "answer_late",
            ],
            [
                id, comment.channel, comment.author, comment.contact, comment.body, comment.receivedAt.iso,
                comment.receivedAt.day.description, comment.isLate ? 1 : 0, comment.work.handled?.iso,
                comment.work.handling,
                comment.adoption, comment.adoptionReason, comment.fate == .hidden ? comment.answerAt.iso : nil,
                comment.fate == .hidden ? DemoComment.hiddenReason : nil, comment.fate == .duplicate ? earlier : nil,
                comment.work.extended?.at.iso, comment.work.extended?.reason, comment.satisfaction,
                comment.satisfied?.at.day.description, comment.satisfied?.channel, comment.work.registered?.iso,
                comment.work.registered == nil ? nil : publisher, 1 + comment.changes, judged?.days,
                judged.map { $0.isLate ? 1 : 0 },
            ])
        if let reply = comment.reply {
            try self.number(
                "reply", ["comment_id", "body", "replied_at", "replied_day", "replied_by"],
                [number, reply, comment.answerAt.iso, comment.answerAt.day.description, publisher])
        }
        return number
    }

    /// What clerks did about a comment, for the journal.
    func acts(
        on comment: DemoComment, id: Int64, of open: DemoOpenMatter, earlier: Int64?
    ) throws -> [DemoCommentAct] {
        let matter = Identifier<Matter>(open.id)
        let number = Identifier<Comment>(id)
        var acts: [DemoCommentAct] = []
        func add(_ name: String, at moment: Moment, _ entry: Journal.Entry) {
            acts.append(DemoCommentAct(at: moment, name: name, entry: entry, unitIndex: open.matter.unitIndex))
        }
        if let registered = comment.work.registered {
            add(
                RegisterComment.name, at: registered,
                RegisterComment.entry(
                    number, of: matter, title: open.matter.title, labelled(comment), isLate: comment.isLate, hash))
        }
        if let handling = comment.work.handling, let handled = comment.work.handled {
            add(HandleComments.name, at: handled, HandleComments.entry(number, of: matter, handling, before: nil))
        }
        if let extended = comment.work.extended {
            let terms = terms(on: extended.at.day)
            func due(_ isExtended: Bool) -> Day {
                terms.due(received: comment.receivedAt.day, by: channel(of: comment), isExtended: isExtended)
            }
            add(
                ExtendReply.name, at: extended.at,
                ExtendReply.entry(number, of: matter, from: due(false), to: due(true), reason: extended.reason))
        }
        switch comment.fate {
        case .hidden:
            let entry = HideComment.entry(number, of: matter, was: .waiting, reason: DemoComment.hiddenReason)
            add(HideComment.name, at: comment.answerAt, entry)
        case .duplicate:
            let entry = MarkDuplicate.entry(number, of: matter, original: Identifier(earlier ?? 0), was: .waiting)
            add(MarkDuplicate.name, at: comment.answerAt, entry)
        case .answered:
            let entry = ReplyToComments.entry(number, of: matter, Comment.replyForm.labelled(comment.replyValues))
            add(ReplyToComments.name, at: comment.answerAt, entry)
        case .waiting, .handled: break
        }
        if let (said, channel) = comment.satisfied, channel != "web", let degree = comment.satisfaction {
            let satisfaction = Satisfaction(
                Satisfaction.Degree(rawValue: degree) ?? .mostly, day: said.day,
                channel: channels.first { $0.code == channel })
            let entry = RecordSatisfaction.entry(
                number, of: matter, before: [:], after: RecordSatisfaction.labelled(satisfaction))
            add(RecordSatisfaction.name, at: said, entry)
        }
        return acts
    }

    private func terms(on day: Day) -> ReplyTerms {
        ReplyTerms(settings: Settings(), calendar: agenda.calendar, today: day)
    }

    private func channel(of comment: DemoComment) -> Channel {
        channels.first { $0.code == comment.channel } ?? Channel(code: comment.channel, name: "")
    }

    /// What the registering form of a comment held.
    private func labelled(_ comment: DemoComment) -> [String: String] {
        var values = FormValues()
        values["channel"] = .choice(comment.channel)
        values["received_day"] = .day(comment.receivedAt.day)
        values["author"] = comment.author.map { .text($0) }
        values["contact"] = comment.contact.map { .text($0) }
        values["body"] = .text(comment.body)
        return registering.labelled(values)
    }

    func append(_ act: DemoCommentAct) throws {
        try append(act.entry, act: act.name, by: writer(act.unitIndex), at: act.at)
    }

    /// The reply templates of every unit that publishes, saved before the first matter.
    func insertTemplates() throws {
        let moment = accounts.foundedAt
        let fields = ReplyTemplate.fields
        for (place, publisher) in accounts.publishers.sorted(by: { $0.key < $1.key }) {
            for template in DemoCommentText.templates {
                let id = try number(
                    "reply_template", ["unit_id", "title", "body", "changed_at", "changed_by"],
                    [publisher.unit, template.title, template.body, moment.iso, publisher.id])
                let entry = SaveReplyTemplate.entry(
                    Identifier(id), template.title, before: [:],
                    after: [fields.title.label: template.title, fields.body.label: template.body])
                try append(entry, act: SaveReplyTemplate.name, by: writer(place), at: moment)
            }
        }
    }
}

extension DemoComment {
    /// How often its row was changed after it came.
    fileprivate var changes: Int {
        [
            work.handling != nil, work.extended != nil, [.hidden, .duplicate, .answered].contains(fate),
            satisfied != nil,
        ].count { $0 }
    }

    fileprivate var replyValues: FormValues {
        var values = FormValues()
        values["adoption"] = adoption.map { .choice($0) }
        values["reason"] = adoptionReason.map { .text($0) }
        values["body"] = reply.map { .text($0) }
        return values
    }
}
