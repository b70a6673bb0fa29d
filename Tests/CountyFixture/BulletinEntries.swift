// What a careful clerk types into the form of a bulletin.
import Model

/// Right entries for a quarter's bulletin and a sudden one; a test changes what it is about.
public enum BulletinEntries {
    public static let title = "关于2026年第三季度重点建设项目进展的通报"

    public static func quarterly(
        _ year: Int = 2026, _ quarter: Int = 3, category: String = "projects", title: String = title
    ) -> Entries {
        var entries = common(title, category)
        entries["occasion"] = "quarter"
        entries["period_year"] = "\(year)"
        entries["period_quarter"] = "\(quarter)"
        return entries
    }

    /// - Parameter quarter: nil for a sudden one.
    public static func of(_ quarter: Quarter?, title: String? = nil) -> Entries {
        guard let quarter else { return title.map { sudden(title: $0) } ?? sudden() }
        return quarterly(quarter.year, quarter.number, title: title ?? "关于\(quarter.text)重点工作落实情况的通报")
    }

    public static func sudden(title: String = "关于县城供水主管爆裂抢修情况的通报") -> Entries {
        var entries = common(title, "concerns")
        entries["occasion"] = "sudden"
        return entries
    }

    private static func common(_ title: String, _ category: String) -> Entries {
        Entries([
            "title": title, "category": category, "content": "一、总体情况\n24 个项目开工 22 个, 完成投资 3.1 亿元。\n二、存在的问题\n2 个项目用地未批。",
            "contact": "发展和改革局, 电话 0872-7520000", "signed_unit": "发展和改革局", "signed_day": "2026-11-20",
            "secrecy_checked": "1",
        ]).signed()
    }
}
