// Verifying the journal for the auditor, and for whoever measures it.
internal import GRDB

extension Office {
    /// Computes every row of the journal again, holds it against the heads told outside of the store, and journals the outcome.
    /// - Throws: `Refusal` if the clerk may not, or it was stopped; then nothing is journaled but the refusal.
    public func verifyJournal(_ watch: WorkWatch = .nobody, in session: Session) throws(Refusal) -> Done<JournalVerdict>
    {
        try mustBeAllowed(VerifyJournal.self, in: session)
        return try perform(VerifyJournal(try verifyJournal(watch)), in: session)
    }

    /// The same without a clerk; nothing is journaled.
    package func verifyJournal(_ watch: WorkWatch = .nobody) throws(Refusal) -> JournalVerdict {
        let told = ToldHeads(beside: path)
        return try read { db in
            let total = try Int.fetchOne(db, sql: "SELECT max(id) FROM journal") ?? 0
            var done = 0
            return try JournalCheck.verdict(db, told) {
                if watch.isStopped() { throw Refusal("已取消核对, 没有核对完") }
                watch.tell(WorkProgress("核对操作日志", done: done, total: total))
                done += Int(JournalCheck.step)
            }
        }
    }

    /// The heads told outside of the store, the latest first.
    /// - Throws: `Refusal` if the clerk is no auditor, or the file cannot be read.
    public func toldHeads(in session: Session) throws(Refusal) -> [JournalHead] {
        try mustBeAllowed(TellJournalHead.self, in: session)
        return try HeadsFile(beside: path).read().heads.reversed()
    }

    /// Where the heads stand beside the store.
    public var headsPath: String { HeadsFile(beside: path).path }
}
