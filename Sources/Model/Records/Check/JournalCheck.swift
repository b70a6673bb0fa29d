// The journal's chain: every row as it was written, none missing, none put in.
internal import GRDB

enum JournalCheck {
    /// Names the first row that breaks the chain; what follows it proves nothing.
    static func run(_ db: Database, _ findings: inout CheckFindings, _ advance: () throws -> Void) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM journal ORDER BY id")
        var number: Int64 = 0
        var previous = Journal.beginning
        while let stored = try rows.next() {
            try advance()
            let row = JournalRow(stored)
            number += 1
            if let fault = fault(row, stored["hash"], number, previous) { return findings.add("操作日志", fault) }
            previous = stored["hash"]
        }
    }

    private static func fault(_ row: JournalRow, _ hash: String, _ number: Int64, _ previous: String) -> String? {
        if row.number != number { return "操作日志缺第 \(number) 条, 已有记录被删除" }
        if row.previous != previous { return "操作日志第 \(number) 条与前一条接不上, 前面的记录被改动或替换过" }
        if row.hash != hash { return "操作日志第 \(number) 条 (\(row.at) \(row.clerkName)) 的内容与校验值不一致, 已被改动" }
        return nil
    }
}
