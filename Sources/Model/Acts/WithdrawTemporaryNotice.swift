// 撤回临时通知: a temporary notice no longer holds.

/// Withdraws a temporary notice with a reason; it stays in the list, marked.
public struct WithdrawTemporaryNotice: Act {
    public static let name = "withdrawTemporaryNotice"
    public static let title = "撤回临时通知"
    public static let roles: Set<Role> = [.publisher]

    let notice: Identifier<TemporaryNotice>
    let version: Int
    let reason: String

    public init(_ notice: TemporaryNotice, reason: String) {
        self.notice = notice.id
        version = notice.version
        self.reason = reason
    }

    public func perform(in office: Transaction) throws -> Performed<Void> {
        let notice = try office.temporaryNotice(notice)
        if let withdrawn = notice.withdrawnAt { throw Refusal("《\(notice.title)》已于 \(withdrawn.text) 撤回") }
        if let purpose = notice.purpose { throw Refusal(Self.refusal(of: purpose)) }
        guard notice.version == version else {
            throw Refusal("《\(notice.title)》已被修改, 请按 F5 重新读取", reason: .stale)
        }
        let reason = try WrittenReason.required(reason, "撤回的原因")
        try office.withdrawTemporaryNotice(notice.id, reason: reason)
        return Performed((), Self.entry(notice.id, title: notice.title, reason: reason))
    }

    /// Why a notice that tells of a matter stays as long as what it tells of.
    public static func refusal(of purpose: TemporaryNotice.Purpose) -> String {
        "这条通知公布的是\(purpose.title), 已经生效, 不能撤回"
    }

    /// What the journal says of it.
    static func entry(_ id: Identifier<TemporaryNotice>, title: String, reason: String) -> Journal.Entry {
        Journal.Entry(
            subject: "temporaryNotice:\(id.rawValue)", sentence: "撤回临时通知《\(title)》",
            before: ["状态": "已发布"], after: ["状态": "已撤回"], reason: reason)
    }
}
