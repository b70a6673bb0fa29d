// What is typed of a clerk when the account is made, and what is wrong with it.

extension Clerk {
    /// Characters of the full name.
    public static let longestFullName = 20
    private static let nameLengths = 2...32

    public static let nameField = Field(
        "name", "帐号", .line, limit: nameLengths.upperBound,
        help: "登录时输入的名称, 以后不能改: 小写字母开头, 只用小写字母、数字、- 和 _, 2 到 32 个字符, 例如 liming。")
    public static let fullNameField = Field(
        "full_name", "姓名", .line, limit: longestFullName, help: "真实姓名, 最多 20 个字; 日志和列表中都用它。")

    /// Why a name cannot be typed at sign-in, or nil.
    public static func refusal(ofName name: String) -> String? {
        guard nameLengths.contains(name.count) else {
            return "帐号要 \(nameLengths.lowerBound) 到 \(nameLengths.upperBound) 个字符, 填的是 \(name), \(name.count) 个"
        }
        if let wrong = name.first(where: { !isAllowed($0) }) {
            let instead = wrong.isUppercase ? "; 大写字母请改成小写" : ""
            return "帐号只能用小写字母、数字、- 和 _, 填的是 \(name), 其中的 \(wrong) 不能用\(instead)"
        }
        guard let first = name.first, ("a"..."z").contains(first) else {
            return "帐号要以小写字母开头, 填的是 \(name)"
        }
        return nil
    }

    private static func isAllowed(_ character: Character) -> Bool {
        ("a"..."z").contains(character) || ("0"..."9").contains(character) || character == "-" || character == "_"
    }

    /// A new clerk's name and full name as they were typed.
    /// - Throws: `Refusal` with every field at fault.
    static func names(_ entries: Entries) throws(Refusal) -> (name: String, fullName: String) {
        let (values, found) = FieldReader.read([nameField, fullNameField], entries, today: .first)
        var errors = found
        let name = values.text(nameField.name) ?? ""
        if !name.isEmpty, let refusal = refusal(ofName: name) {
            errors.insert(FieldError(nameField.name, refusal), at: 0)
        }
        if let first = errors.first { throw Refusal(first.sentence, fields: errors) }
        return (name, values.text(fullNameField.name) ?? "")
    }
}
