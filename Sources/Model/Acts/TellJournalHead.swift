// 写出校验值: the auditor has the journal's head told outside of the store.

/// Notes that the head is told now; `Office.tellHead` is the way there.
public struct TellJournalHead: Act {
    public static let name = "tellJournalHead"
    public static let title = "写出校验值"
    public static let roles: Set<Role> = [.auditor]

    public init() {}

    public func perform(in office: Transaction) throws -> Performed<Void> {
        Performed((), Journal.Entry(sentence: "写出操作日志的校验值"))
    }
}
