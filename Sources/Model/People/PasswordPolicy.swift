// What a password must be, and why one is refused.

/// The rules for a new password (GB/T 22239: length, kinds of characters, age, no repetition).
public struct PasswordPolicy: Hashable, Sendable {
    public let shortest: Int
    public static let longest = 64
    /// How many of the four kinds of characters there must be.
    public let kinds: Int
    /// Days after which it is changed at sign-in.
    public let days: Int
    /// How many of the last passwords are refused.
    public let remembered: Int

    /// What holds where nothing is set.
    public static let standard = PasswordPolicy(Settings())

    public init(_ settings: Settings) {
        shortest = settings.count(.passwordLength)
        kinds = settings.count(.passwordKinds)
        days = settings.count(.passwordDays)
        remembered = settings.count(.passwordMemory)
    }

    /// The policy as it is stated before anything is typed.
    public var statement: [String] {
        [
            "密码 \(shortest) 到 \(Self.longest) 个字符;",
            "大写字母、小写字母、数字、其他符号, 四类中至少 \(kinds) 类;",
            "不能含帐号和姓名, 不能是常见密码;",
            "不能与最近 \(remembered) 次用过的相同。",
        ]
    }

    /// Why a new password is refused, or nil.
    public func refusal(_ password: String, clerkName: String, fullName: String = "") -> String? {
        if password.count < shortest { return "新密码至少 \(shortest) 个字符, 现在 \(password.count) 个" }
        if password.count > Self.longest { return "新密码最多 \(Self.longest) 个字符, 现在 \(password.count) 个" }
        if password.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
            return "新密码中有不能输入的控制字符"
        }
        let found = Self.kindsFound(password)
        if found < kinds {
            return "新密码要有大写字母、小写字母、数字、其他符号中的至少 \(kinds) 类, 现在 \(found) 类"
        }
        if password.lowercased().contains(clerkName) { return "新密码不能含帐号 \(clerkName)" }
        if fullName.count > 1, password.contains(fullName) { return "新密码不能含姓名 \(fullName)" }
        return CommonPassword(password).kind.map { "新密码太容易猜: \($0.words); 请换一个" }
    }

    private static func kindsFound(_ password: String) -> Int {
        let upper = password.contains { $0.isASCII && $0.isUppercase }
        let lower = password.contains { $0.isASCII && $0.isLowercase }
        let digit = password.contains { $0.isASCII && $0.isNumber }
        let other = password.contains { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        return [upper, lower, digit, other].count { $0 }
    }
}
