// 核对日志: the auditor has every row of the journal computed again.

/// Notes what a verification has found; `Office.verifyJournal(_:in:)` is the way there.
public struct VerifyJournal: Act {
    public static let name = "verifyJournal"
    public static let title = "核对日志"
    public static let roles: Set<Role> = [.auditor]

    let verdict: JournalVerdict

    init(_ verdict: JournalVerdict) { self.verdict = verdict }

    public func perform(in office: Transaction) throws -> Performed<JournalVerdict> {
        Performed(verdict, Journal.Entry(sentence: "核对操作日志: \(verdict.sentence)"))
    }
}
