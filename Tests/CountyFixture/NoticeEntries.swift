// What a careful clerk types into the forms of a public notice.
import Model

/// Right entries for each form; a test changes what it is about.
public enum NoticeEntries {
    public static let title = "关于老旧小区改造补助名单的公示"

    /// - Parameter end: written where a clerk writes it; left empty it is reckoned.
    public static func announcement(
        from start: String = "2026-11-20", days: Int = 7, unit: String = "working", end: String = "",
        title: String = title
    ) -> Entries {
        Entries([
            "title": title, "category": "publicInterest", "reason": "按照县老旧小区改造实施方案, 补助名单应当公示。",
            "content": "拟补助翠屏小区等 12 个小区, 共 1860 户, 名单详见附件。", "period_start": start, "period_days": "\(days)",
            "period_unit": unit, "period_end": end, "channels": "发展和改革局, 苍山路 18 号, 电话 0872-7520000",
            "signed_unit": "发展和改革局", "signed_day": "2026-11-20", "secrecy_checked": "1",
        ])
    }

    public static func report(title: String = "关于老旧小区改造补助名单公示情况的报告") -> Entries {
        Entries([
            "title": title, "result_day": "2026-12-02", "outcome": "公示期内收到意见 3 条, 名单通过公示。",
            "adoption": "采纳 1 条, 补入漏报的 6 户; 其余已作说明。", "signed_unit": "发展和改革局", "signed_day": "2026-12-02",
            "secrecy_checked": "1",
        ])
    }

    public static func prolonging(to day: String = "2026-12-04", reason: String = "名单有补充") -> Entries {
        Entries([
            "title": "关于老旧小区改造补助名单公示延期的通知", "period_end": day, "reason": reason, "signed_unit": "发展和改革局",
            "secrecy_checked": "1",
        ])
    }

    public static func termination(reason: String = "补助办法已修订") -> Entries {
        Entries([
            "title": "关于老旧小区改造补助名单终止公示的通知", "reason": reason, "signed_unit": "发展和改革局",
            "secrecy_checked": "1",
        ])
    }
}
