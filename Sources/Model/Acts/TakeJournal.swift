// 导出日志: rows of the journal leave the store.

/// Notes that rows of the journal were taken out; they were written before this, and go nowhere unless this is done.
public struct TakeJournal: Act {
    public static let name = "takeJournal"
    public static let title = "导出日志"
    public static let roles: Set<Role> = [.auditor]

    let filter: JournalFilter
    let rows: Int
    /// As what it leaves, such as CSV.
    let form: String

    /// - Parameter rows: how many rows were written.
    public init(_ filter: JournalFilter, rows: Int, as form: String) {
        self.filter = filter
        self.rows = rows
        self.form = form
    }

    public func perform(in office: Transaction) throws -> Performed<Void> {
        Performed(
            (),
            Journal.Entry(
                matter: filter.matter?.id, sentence: "导出操作日志, \(filter.sentence), 共 \(rows) 条, \(form)"))
    }
}
