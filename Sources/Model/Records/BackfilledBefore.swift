// Which matters of a file to be backfilled have been backfilled before.
internal import GRDB

extension Office {
    /// The matters of a checked file that the clerk's unit has backfilled already, going by title and day of the first document.
    /// - Returns: their places among the file's matters, each with the number of the first document that stands.
    public func backfilledBefore(
        _ checked: BackfillTable.Checked, _ procedure: Procedure, in session: Session
    ) throws(Refusal) -> [Int: DocumentNumber] {
        let firsts = checked.matters.map { lines in
            lines.first.map { ($0.check.publication.values.text("title") ?? "", $0.check.day.description) } ?? ("", "")
        }
        return try read(in: session) { transaction in
            let known = try transaction.backfilled(procedure, titles: Set(firsts.map(\.0)))
            return firsts.enumerated().reduce(into: [:]) { found, first in
                found[first.offset] = known[first.element.0]?[first.element.1]
            }
        }
    }
}

extension Transaction {
    /// The unit's backfilled matters of some titles: by title and day, the number of the first document.
    fileprivate func backfilled(_ procedure: Procedure, titles: Set<String>) throws -> [String: [String:
        DocumentNumber]]
    {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT m.title, d.published_day, d.year, d.serial FROM matter m JOIN document d ON d.matter_id = m.id
                WHERE m.unit_id = ? AND m.system = ? AND m.deleted_at IS NULL AND m.backfilled_day IS NOT NULL
                  AND d.kind = ? AND d.deleted_at IS NULL
                  AND m.title IN (\(databaseQuestionMarks(count: titles.count))) ORDER BY d.id DESC
                """,
            arguments: [clerk.unit.id.rawValue, procedure.system.rawValue, procedure.documents[0].kind.rawValue]
                + StatementArguments(titles))
        return rows.reduce(into: [:]) { known, row in
            known[row["title"], default: [:]][row["published_day"]] = DocumentNumber(
                year: row["year"], serial: row["serial"])
        }
    }
}
