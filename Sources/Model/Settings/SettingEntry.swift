// A setting as it stands at a site.

/// One line of the page of settings.
public struct SettingEntry: Sendable {
    public let setting: Setting
    /// What holds now, as the store keeps it.
    public let value: String
    /// Who changed it last; nil where nobody did, or it was set when the office was made.
    public let changedBy: String?
    public let changedAt: Moment?

    public var isStandard: Bool { value == setting.standard }
    /// The value as clerks read it.
    public var reading: String { setting.reading(value) }

    /// Who changed it last and when, in a sentence.
    public var history: String {
        guard let changedAt else { return "没有改动过, 用的是默认值" }
        return "\(changedBy ?? "系统") \(changedAt.text) 最后改动"
    }
}
