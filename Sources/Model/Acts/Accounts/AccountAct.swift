// What acts on somebody's account have in common: whose it is, nobody acts on himself, and nothing has changed since it was read.

/// An act of an administrator on another clerk's account.
public protocol AccountAct: Act where Outcome == Void {
    /// The account as the administrator saw it.
    var read: ClerkEntry { get }
    /// Does it on the account as it stands now.
    /// - Returns: what the journal says of it.
    func change(_ clerk: ClerkEntry, in office: Transaction) throws -> AccountChange
}

/// What was done to an account.
public struct AccountChange {
    let sentence: String
    var before: [String: String] = [:]
    var after: [String: String] = [:]
    var reason: String?
}

extension AccountAct {
    /// Why an administrator may not do it to an account, or nil; screens dim by it.
    public static func refusal(on clerk: ClerkEntry, for administrator: Clerk) -> String? {
        if let refusal = refusal(for: administrator) { return refusal }
        return clerk.id == administrator.id ? "不能给自己的帐号办理\(title); 请由另一位管理员办理" : nil
    }

    public func perform(in office: Transaction) throws -> Performed<Void> {
        let clerk = try office.clerkEntry(read.id)
        if let refusal = Self.refusal(on: clerk, for: office.clerk) { throw Refusal(refusal, reason: .notAllowed) }
        guard clerk.version == read.version else {
            throw Refusal("帐号 \(clerk.called) 刚有改动, 请按 F5 重新读取, 看过再办", reason: .stale)
        }
        let change = try change(clerk, in: office)
        return Performed(
            (),
            Journal.Entry(
                subject: clerk.journalName, sentence: change.sentence, before: change.before, after: change.after,
                reason: change.reason))
    }
}

extension ClerkEntry {
    /// As the journal's subjects name it.
    var journalName: String { "clerk:\(id.rawValue)" }
}
