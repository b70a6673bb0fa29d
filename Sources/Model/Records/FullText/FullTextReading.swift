// A hit as a text to be read, where it has no page of its own.
internal import GRDB

extension Transaction {
    func reading(of hit: FullTextHit) throws -> FullTextReading {
        switch hit.place {
        case .document(let document, _): try reading(document, hit)
        case .temporaryNotice(let notice): try reading(notice, hit)
        case .comment(let comment), .reply(let comment): try reading(comment, hit)
        }
    }

    private static let gone = Refusal("这一条刚被删除或撤回, 请按 F5 重新查询", reason: .stale)

    private func reading(_ id: Identifier<Document>, _ hit: FullTextHit) throws -> FullTextReading {
        let row = try Row.fetchOne(
            db, sql: "SELECT system, kind, year, serial FROM document WHERE id = ? AND deleted_at IS NULL",
            arguments: [id.rawValue])
        guard let row,
            let description = Procedure.of(System(rawValue: row["system"]))?
                .document(DocumentKind(rawValue: row["kind"])),
            let version = try versions("v.document_id = ?", [id.rawValue], description.form).last
        else { throw Self.gone }
        let number = DocumentNumber(year: row["year"], serial: row["serial"])
        return FullTextReading(
            title: "\(description.name) \(number)", remark: remark(hit, "发布"),
            text: version.publicText(description, number: number))
    }

    private func reading(_ id: Identifier<TemporaryNotice>, _ hit: FullTextHit) throws -> FullTextReading {
        guard let notice = try temporaryNotices("n.id = ?", [id.rawValue]).first, notice.withdrawnAt == nil else {
            throw Self.gone
        }
        var values = FormValues()
        values["title"] = .text(notice.title)
        values["body"] = .text(notice.body)
        values["signed_unit"] = .text(notice.signedUnit)
        return FullTextReading(
            title: "临时通知 \(notice.number)", remark: remark(hit, "发布"),
            text: PublicText(TemporaryNotice.print, values, number: notice.number.description, attachments: []))
    }

    /// A comment of a site below, masked, with what was answered.
    private func reading(_ id: Identifier<Comment>, _ hit: FullTextHit) throws -> FullTextReading {
        guard let comment = try comments("c.id = ? AND m.deleted_at IS NULL", [id.rawValue]).first else {
            throw Self.gone
        }
        let sites = try FullTextKeeping.sites(from: comment.unit.site.rawValue, db)
        guard
            sees(comment.unit) || clerk.roles.contains(.supervisor) && sites.contains(clerk.site.id.rawValue)
        else { throw Self.missing(id) }
        var text = PublicText(of: [comment])
        if let reply = comment.reply {
            text.paragraphs.append(.heading("\(comment.unit.name) \(reply.at.day) 答复:"))
            text.paragraphs += reply.body.split(whereSeparator: \.isNewline).map { .body(String($0)) }
        }
        return FullTextReading(title: comment.name, remark: remark(hit, "收到"), text: text)
    }

    private func remark(_ hit: FullTextHit, _ what: String) -> String {
        [hit.site, hit.unit.name, "\(hit.day) \(what)"].compactMap { $0 }.joined(separator: "  ")
    }
}
