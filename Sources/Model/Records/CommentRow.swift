// A comment as its row tells it.
internal import GRDB

extension Comment {
    /// A row of `Transaction.comments`; what is personal is masked here, so that nothing else of the program sees it.
    init(_ row: Row, _ terms: ReplyTerms, now: Moment) {
        let author: String? = row["author"]
        let channel = Channel(code: row["channel"], name: row["channel_name"])
        let receivedAt = Moment(utc: row["received_at"]) ?? now
        let extendedReason: String? = row["extended_reason"]
        let reply = Self.reply(row)
        let state = Self.state(row, isAnswered: reply != nil)
        let due = terms.due(received: receivedAt.day, by: channel, isExtended: extendedReason != nil)
        let standing = terms.standing(
            due: due, state: state, answered: reply.map { ($0.at.day, row["answer_late"] == true) })
        self.init(
            id: Identifier(row["id"]), matter: Identifier(row["matter_id"]), system: System(rawValue: row["system"]),
            matterTitle: row["matter_title"],
            matterNumber: (row["year"] as Int?).map { DocumentNumber(year: $0, serial: row["serial"]) },
            unit: Unit(
                id: Identifier(row["unit_id"]), site: Identifier(row["site_id"]), name: row["unit_name"],
                shortName: row["short_name"], pinyin: row["pinyin"]),
            channel: channel, author: author.map(PersonalData.name),
            contact: (row["contact"] as String?).map(PersonalData.contact),
            body: PersonalData.text(row["body"], of: author), receivedAt: receivedAt,
            registration: (row["registered_at"] as String?).flatMap(Moment.init(utc:)).map {
                Registration(by: row["registrar"] ?? "", at: $0)
            },
            source: (row["import_id"] as Int64?).map {
                Source(number: $0, file: row["import_file"] ?? "", id: row["source_id"])
            },
            isLate: row["is_late"], state: state, handledAt: (row["handled_at"] as String?).flatMap(Moment.init(utc:)),
            handling: row["handling"], adoption: (row["adoption"] as String?).flatMap(Adoption.init),
            adoptionReason: row["adoption_reason"], hiddenReason: row["hidden_reason"],
            duplicateOf: (row["duplicate_of"] as Int64?).map { Identifier($0) }, duplicates: row["duplicates"],
            extendedReason: extendedReason, satisfaction: Self.satisfaction(row), reply: reply, due: due,
            workingDaysLeft: standing.workingDaysLeft, light: standing.light, version: row["version"])
    }

    private static func state(_ row: Row, isAnswered: Bool) -> CommentState {
        if row["hidden_at"] != nil { return .hidden }
        if row["duplicate_of"] != nil { return .duplicate }
        if isAnswered { return .answered }
        return row["handled_at"] == nil ? .waiting : .handled
    }

    private static func reply(_ row: Row) -> Reply? {
        guard let body: String = row["reply_body"], let at = Moment(utc: row["replied_at"]) else { return nil }
        return Reply(body: body, at: at, by: row["replier"] ?? "", version: row["reply_version"])
    }

    private static func satisfaction(_ row: Row) -> Satisfaction? {
        guard let degree = (row["satisfaction"] as String?).flatMap(Satisfaction.Degree.init) else { return nil }
        let code: String? = row["satisfaction_channel"]
        return Satisfaction(
            degree, day: (row["satisfaction_day"] as String?).flatMap(Day.init),
            channel: code.map { Channel(code: $0, name: row["satisfaction_channel_name"] ?? $0) })
    }
}
