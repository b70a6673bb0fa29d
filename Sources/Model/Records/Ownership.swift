// Who may act on what, and what a stale save is told.
internal import GRDB

extension Transaction {
    /// H9: the rows of a table that a clerk's lists and figures hold, as SQL: a supervisor's the whole site, everybody else's the own unit.
    func scope(of table: String) -> (sql: String, id: Int64) {
        clerk.roles.contains(.supervisor)
            ? ("\(table).site_id = ?", clerk.site.id.rawValue) : ("\(table).unit_id = ?", clerk.unit.id.rawValue)
    }

    /// Every clerk of the site reads, the own unit acts.
    func mustBeOwn(_ matter: Matter) throws {
        guard matter.unit.id == clerk.unit.id else {
            throw Refusal("这件事项属于\(matter.unit.name), 您只能办理\(clerk.unit.name)的事项", reason: .notAllowed)
        }
    }

    /// The refusal of a save that rests on an older reading, naming who changed the matter and when.
    func stale(_ matter: Identifier<Matter>) throws -> Refusal {
        let row = try Row.fetchOne(
            db,
            sql:
                "SELECT clerk, at FROM journal WHERE matter_id = ? AND is_refusal = 0 AND clerk_id IS NOT NULL ORDER BY id DESC LIMIT 1",
            arguments: [matter.rawValue])
        guard let row, let at = Moment(utc: row["at"]) else {
            return Refusal("这件事项已被修改, 请按 F5 重新读取", reason: .stale)
        }
        let name: String = row["clerk"]
        return Refusal("\(name) \(at.timeOfDay.text) 已修改, 请按 F5 重新读取; 您输入的内容还在", reason: .stale)
    }
}
