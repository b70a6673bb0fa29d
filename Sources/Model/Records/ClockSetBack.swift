// A clock that was set back: noticed at the next writing, journaled, and said to the clerk.
internal import GRDB

extension Office {
    /// Seconds by which processes may differ who read the same clock.
    private static let tolerance = 5

    /// Journals, as 系统, that the present lies before the journal's last row.
    /// - Returns: the sentence for the clerk; nil where the clock has gone on, or is one that does not go by itself.
    func noteClockSetBack(_ db: Database) throws -> String? {
        guard clock.isRunning else { return nil }
        let now = clock.now()
        let last = try String.fetchOne(db.cachedStatement(sql: "SELECT at FROM journal ORDER BY id DESC LIMIT 1"))
        guard let last = last.flatMap(Moment.init(utc:)), now.adding(seconds: Self.tolerance) < last else { return nil }
        let sentence = "服务器的时间倒退了: 现在是 \(now.text), 上一条日志是 \(last.text) 记的"
        _ = try Journal.append(
            Journal.Entry(sentence: sentence, before: ["时间": last.iso], after: ["时间": now.iso]), act: "clockSetBack",
            by: .system, at: now, to: db)
        return sentence + "; 期限按现在的时间算, 请告诉管理服务器的人"
    }

    /// What the clerk is to be told besides what their act says; asked for once.
    public func takeNews() -> String? {
        defer { news = nil }
        return news
    }
}
