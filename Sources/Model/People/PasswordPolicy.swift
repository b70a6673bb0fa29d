// What a password must be, and why one is refused.

/// The rules for a new password (GB/T 22239: length, kinds of characters, no repetition).
public enum PasswordPolicy {
    public static let shortest = 10
    public static let longest = 64
    /// How many of the four kinds of characters there must be.
    public static let kinds = 3
    /// How many of the last passwords are refused.
    public static let remembered = 5

    /// The policy as it is stated before anything is typed.
    public static let statement = [
        "密码 \(shortest) 到 \(longest) 个字符;",
        "大写字母、小写字母、数字、其他符号, 四类中至少三类;",
        "不能含帐号, 不能与最近 \(remembered) 次用过的相同。",
    ]

    /// Why a new password is refused, or nil.
    public static func refusal(_ password: String, clerkName: String) -> String? {
        if password.count < shortest { return "新密码至少 \(shortest) 个字符, 现在 \(password.count) 个" }
        if password.count > longest { return "新密码最多 \(longest) 个字符, 现在 \(password.count) 个" }
        if password.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
            return "新密码中有不能输入的控制字符"
        }
        let found = kindsFound(password)
        if found < kinds {
            return "新密码要有大写字母、小写字母、数字、其他符号中的至少 \(kinds) 类, 现在 \(found) 类"
        }
        if password.lowercased().contains(clerkName) { return "新密码不能含帐号 \(clerkName)" }
        return nil
    }

    private static func kindsFound(_ password: String) -> Int {
        let upper = password.contains { $0.isASCII && $0.isUppercase }
        let lower = password.contains { $0.isASCII && $0.isLowercase }
        let digit = password.contains { $0.isASCII && $0.isNumber }
        let other = password.contains { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        return [upper, lower, digit, other].count { $0 }
    }
}
