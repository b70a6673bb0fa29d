// What a careful clerk types into the forms of a public notice.
import Model

/// Right entries for each form; a test changes what it is about.
public enum PublicNoticeEntries {
    /// - Parameter days: of the period, the first counted; its end is left to be reckoned.
    public static func announcement(from start: String = "2026-11-20", days: Int = 7, areWorking: Bool = true)
        -> Entries
    {
        Entries([
            "title": "关于城市供水管网改造项目的公示", "category": "publicInterest", "reason": "根据项目管理规定公示",
            "content": "改造供水管网 12 公里", "period_start": start, "period_days": "\(days)",
            "period_unit": areWorking ? "working" : "calendar", "channels": "发展和改革局办公室, 电话 0872-7520000",
            "signed_unit": "发展和改革局", "signed_day": start, "secrecy_checked": "1",
        ])
    }

    public static func report() -> Entries {
        Entries([
            "title": "关于城市供水管网改造项目公示情况的报告", "result_day": "2026-12-02", "outcome": "公示期满, 事项通过",
            "adoption": "意见已逐条答复", "signed_unit": "发展和改革局", "signed_day": "2026-12-02", "secrecy_checked": "1",
        ])
    }
}
