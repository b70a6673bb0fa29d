// Matters, documents and deadlines of the demo as rows.

extension DemoRows {
    /// Inserts a matter as it stands at the demo's present.
    /// - Returns: its number.
    func openMatter(_ matter: DemoMatter) throws -> Int64 {
        let course = matter.course
        let acts = [course.announced, course.noticed, course.materialsSent, course.reported].compactMap { $0 }.count
        let ends = course.noticed == nil ? Moment.endOfDay(course.hearing) : course.over
        return try number(
            "matter",
            [
                "site_id", "unit_id", "system", "title", "event_day", "event_ends_at", "event_about", "comments_until",
                "created_at", "version",
            ],
            [
                DemoAccounts.site, DemoAccounts.unitID(matter.unitIndex), procedure.system.rawValue, matter.title,
                course.isExact ? course.hearing.description : nil, course.isExact ? ends.iso : nil,
                course.isExact ? nil : course.about, Moment.endOfDay(course.commentsUntil).iso, course.announced.iso,
                acts + 1,
            ])
    }

    /// Publishes one of the matter's documents.
    func publish(_ kind: DocumentKind, of matter: DemoMatter, id: Int64) throws {
        guard let published = matter.course.published(kind), let document = procedure.document(kind) else { return }
        let values = agenda.values(kind, of: matter)
        let number = nextNumber(procedure.system.rawValue, published.day)
        let writer = writer(matter.unitIndex)
        let documentID = try self.number(
            "document",
            [
                "matter_id", "site_id", "system", "kind", "year", "serial", "published_at", "published_day",
                "published_by",
            ],
            [
                id, DemoAccounts.site, procedure.system.rawValue, kind.rawValue, number.year, number.serial,
                published.iso, published.day.description, writer.clerk?.rawValue,
            ])
        let version = try self.number(
            "document_version",
            [
                "document_id", "ordinal", "change", "title", "reference_number", "signed_unit", "signed_day",
                "secrecy_checked", "made_at", "made_by",
            ],
            [
                documentID, 1, "publish", values.text("title"), values.text("reference_number"),
                values.text("signed_unit"), values.day("signed_day")?.description, 1, published.iso,
                writer.clerk?.rawValue,
            ])
        let fields = document.form.ownFields.map(\.name)
        try insert(document.form.table, ["version_id"] + fields, [version] + fields.map { values[$0]?.stored })
        if agenda.hasFile(kind, matter), let file = try file(kind) {
            try self.number(
                "attachment", ["version_id", "ordinal", "name", "size", "sha256"],
                [version, 1, file.name, file.size, file.sha256])
        }
        let late = matter.course.late(kind, procedure, agenda.calendar)
        try append(
            Publish.entry(
                document, values, id: Identifier(documentID), of: Identifier(id), number: number, late: late,
                reason: late.isEmpty ? nil : matter.lateReason(kind)),
            act: Publish.name, by: writer, at: published)
    }

    /// Inserts the deadlines of a hearing whose date is public, met or not.
    /// - Returns: those that passed before they were met, and when 系统 noted it.
    func insertDeadlines(of matter: DemoMatter, id: Int64) throws -> [DemoEvent] {
        let course = matter.course
        guard course.isExact else { return [] }
        let late =
            Procedure.hearing.documents.flatMap { document in
                course.late(document.kind, procedure, agenda.calendar).map { (document.kind, $0) }
            } + [course.lateMaterials(procedure, agenda.calendar)].compactMap { $0.map { (.notice, $0) } }
        var passed: [DemoEvent] = []
        for rule in procedure.deadlines {
            guard let due = rule.count(from: course.hearing, calendar: agenda.calendar, strict: false)?.day else {
                continue
            }
            let met = course.met(rule)
            let missed = late.first { $0.1.rule == rule.name }
            let noted = course.noted(due, met: met, now: agenda.now, agenda.calendar)
            let deadline = try number(
                "deadline",
                [
                    "site_id", "unit_id", "system", "matter_id", "rule", "due_day", "met_at", "met_day", "late_days",
                    "late_reason", "overdue_noted_day",
                ],
                [
                    DemoAccounts.site, DemoAccounts.unitID(matter.unitIndex), procedure.system.rawValue, id, rule.name,
                    due.description, met?.iso, met?.day.description, missed?.1.days,
                    missed.map { matter.lateReason($0.0) }, noted?.day.description,
                ])
            if let noted {
                passed.append(
                    DemoEvent(
                        at: noted, order: 0,
                        act: .overdue(deadline: deadline, label: rule.label, due: due, matter: id)))
            }
        }
        return passed
    }

    /// Registers that the materials went to the representatives (H11).
    func sendMaterials(of matter: DemoMatter, id: Int64) throws {
        guard let rule = procedure.deadlines.first(where: { $0.document == nil }),
            let sent = matter.course.materialsSent
        else { return }
        let late = matter.course.lateMaterials(procedure, agenda.calendar)
        try append(
            RegisterStep.entry(
                rule, of: Identifier(id), late: late, reason: late == nil ? nil : matter.lateReason(.notice)),
            act: RegisterStep.name, by: writer(matter.unitIndex), at: sent)
    }

    /// 系统 notes that a deadline has passed.
    func noteOverdue(_ deadline: Int64, label: String, due: Day, matter: Int64, at moment: Moment) throws {
        try append(
            Transaction.overdueEntry(deadline, of: Identifier(matter), label: label, due: due.description),
            act: Transaction.overdueAct, by: .system, at: moment)
    }
}
