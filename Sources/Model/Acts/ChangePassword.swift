// 修改密码: a clerk changes their own password (P1).

/// P1: the old password once, the new one twice alike; in force on 保存. The clerk's other sessions end.
public struct ChangePassword: Act {
    public static let name = "changePassword"
    public static let title = "修改密码"
    public static let roles = Set(Role.allCases)

    public static let isOpenToFirstPasswords = true

    let old: String
    let new: String
    let again: String

    public init(old: String, new: String, again: String) {
        self.old = old
        self.new = new
        self.again = again
    }

    /// The outcome: how many other sessions were ended.
    public func perform(in office: Transaction) throws -> Performed<Int> {
        guard let current = try office.password(), Password.matches(old, current) else {
            throw Refusal("旧密码不对", fields: [FieldError("old", "旧密码不对, 请重新输入")])
        }
        let policy = PasswordPolicy(try office.settings.get())
        if let refusal = policy.refusal(new, clerkName: office.clerk.name, fullName: office.clerk.fullName) {
            throw Refusal(refusal, fields: [FieldError("new", refusal)])
        }
        guard new == again else {
            throw Refusal("两次输入的新密码不一样", fields: [FieldError("again", "两次输入的新密码不一样, 请重新输入")])
        }
        for former in try [current] + office.formerPasswords(policy.remembered - 1)
        where Password.matches(new, former) {
            let sentence = "新密码不能与最近 \(policy.remembered) 次用过的相同"
            throw Refusal(sentence, fields: [FieldError("new", sentence)])
        }
        try office.setPassword(try Password.hash(new), replacing: current)
        let ended = try office.endOtherSessions()
        let others = ended > 0 ? ", 结束其他 \(ended) 处登录" : ""
        return Performed(ended, Journal.Entry(subject: "clerk:\(office.clerk.id.rawValue)", sentence: "修改密码\(others)"))
    }
}
