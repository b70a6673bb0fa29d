// A unit's page of 督查 in the store: what is behind each of its figures.
internal import GRDB

extension Office {
    /// Everything that a unit's page of 督查 tells.
    /// - Throws: `Refusal` for whoever is no supervisor, and where the unit is out of reach.
    public func supervisedUnit(_ unit: Identifier<Unit>, in session: Session) throws(Refusal) -> SupervisedUnit {
        try read(in: session) { try $0.supervisedUnit(unit) }
    }
}

extension Transaction {
    fileprivate func supervisedUnit(_ id: Identifier<Unit>) throws -> SupervisedUnit {
        guard let standing = try unitStandings(id).first else {
            throw Refusal("\(clerk.site.name)和下级站点没有这个单位", reason: .notAllowed)
        }
        let most = SupervisedUnit.most
        let calendar = try calendar(of: standing.unit.site)
        let last = Light.lastSoonDay(today: today, calendar: calendar)
        let deadlines = try openDeadlines(
            "l.unit_id = ? AND \(Self.isOpenDeadline) AND l.due_day <= ? ORDER BY l.due_day, l.id LIMIT ?",
            [id.rawValue, last.description, SupervisedUnit.mostDeadlines], calendar)
        func latest(_ kind: SupervisedPublication.Kind) throws -> [SupervisedPublication] {
            try supervised(SupervisedFilter(kind, unit: id), .first, limit: most).rows
        }
        let limits = try replyLimits(at: standing.unit.site, calendar)
        let comments = try waitingComments(of: id, limits).page(.first, limit: most, db) {
            try commentedMatters($0, $1, limits)
        }
        let reach = condition(SupervisionNoteFilter(.unit(id)))
        return SupervisedUnit(
            standing: standing, deadlines: deadlines.map(\.deadline), comments: comments.rows,
            commentedMatters: comments.total, unposted: try unposted(of: id, most: most), late: try latest(.late),
            emergencies: try latest(.emergency),
            notes: try supervisionNotes("\(reach.sql) ORDER BY n.id DESC LIMIT ?", reach.arguments + [most]),
            months: try months(of: id), calendar: calendar)
    }

    private func unposted(of unit: Identifier<Unit>, most: Int) throws -> [PostingOccasion] {
        let keys: [PageKey<RegisterRow>] = try waitingPostings(of: unit).keys(.first, most, db)
        let marks = keys.map { _ in "?" }.joined(separator: ",")
        let found = try postingOccasions("r.id IN (\(marks))", StatementArguments(keys.map(\.id.rawValue)))
        return found.sorted { $0.key < $1.key }.map(\.occasion)
    }

    /// The last twelve months, those without anything, too.
    private func months(of unit: Identifier<Unit>) throws -> [SupervisedUnit.Month] {
        var first = today.adding(days: 1 - today.day)
        var months = [first]
        for _ in 1..<12 {
            let before = first.adding(days: -1)
            first = before.adding(days: 1 - before.day)
            months.insert(first, at: 0)
        }
        let scope = ReportScope(
            system: nil, reach: .unit(unit), span: PublicationSpan(from: first, to: today))
        var counted: [Day: Figures] = [:]
        for line in try reports.figures(scope, by: .month, overdueAnswers: false) {
            if case .month(let month) = line.subject { counted[month] = line.figures }
        }
        return months.map { month in
            let figures = counted[month] ?? Figures()
            return SupervisedUnit.Month(
                first: month, announcements: figures.announcements, late: figures.late, missing: figures.missing)
        }
    }
}
