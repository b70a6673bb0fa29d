// 改动设置: one setting of the site gets another value, or its default again.

/// Changes a setting of the clerk's own site. Open deadlines that rest on it are counted again.
public struct ChangeSetting: Act {
    public static let name = "changeSetting"
    public static let title = "改动设置"
    public static let roles: Set<Role> = [.systemAdministrator, .securityAdministrator]

    let setting: Setting
    let value: String
    let read: String

    /// - Parameters:
    ///   - value: what is to hold, as it was typed.
    ///   - read: what held when the clerk last looked.
    public init(_ setting: Setting, to value: String, read: String) {
        self.setting = setting
        self.value = value
        self.read = read
    }

    /// Why a clerk may not change a setting, or nil.
    public static func refusal(_ setting: Setting, for clerk: Clerk) -> String? {
        clerk.roles.contains(setting.role)
            ? nil : "\(setting.label)要由\(setting.role.title)改动, 您的角色是\(clerk.roleTitles)"
    }

    public func perform(in office: Transaction) throws -> Performed<Void> {
        if let refusal = Self.refusal(setting, for: office.clerk) { throw Refusal(refusal, reason: .notAllowed) }
        let value = try setting.checked(value)
        let before = try office.settings.get()[setting]
        guard before == read else {
            throw Refusal("\(setting.label)刚改为 \(setting.reading(before)), 请按 F5 重新读取, 看过再改", reason: .stale)
        }
        guard value != before else {
            let sentence = "\(setting.label)现在就是 \(setting.reading(before)), 没有改动"
            throw Refusal(sentence, fields: [FieldError("value", sentence)])
        }
        let moved = try office.set(setting, to: value)
        let told = (before: setting.reading(before), after: setting.reading(value))
        let consequence = moved > 0 ? "; 事项的期限改动 \(moved.grouped) 项" : ""
        return Performed(
            (),
            Journal.Entry(
                subject: "setting:\(setting.name)",
                sentence: "设置\(setting.label): \(told.before) 改为 \(told.after)\(consequence)",
                before: [setting.label: told.before], after: [setting.label: told.after]))
    }
}
