// What a careful clerk types into the forms of a hearing.
import Model

/// Right entries for each form; a test changes what it is about.
public enum HearingEntries {
    public static func announcement(
        on day: String? = "2026-12-08", about: String? = nil, title: String = "关于调整城市供水价格听证会的公告",
        commentsUntil: String = "2026-12-01"
    ) -> Entries {
        var entries = Entries([
            "title": title, "subject": "调整城市供水价格", "representatives": "20", "selection": "社会公众 10 名, 利害关系人 10 名",
            "registration": "到发展和改革局报名", "comments_until": commentsUntil, "contact": "李文 0872-7520000",
            "signed_unit": "发展和改革局", "signed_day": "2026-11-20", "secrecy_checked": "1",
            "hearing_when": day != nil ? "exact" : about != nil ? "approximate" : "open",
        ])
        entries["hearing_day"] = day ?? ""
        entries["hearing_about"] = about ?? ""
        return entries
    }

    public static func notice(on day: String = "2026-12-08", from: String = "9:00", to: String = "11:30") -> Entries {
        Entries([
            "title": "关于调整城市供水价格听证会的通知", "notice_day": "2026-11-23", "hearing_day": day, "hearing_start": from,
            "hearing_end": to, "place": "县政务中心 3 楼会议室", "participants": "主持人 张伟", "representative_list": "赵一、钱二",
            "signed_unit": "发展和改革局", "signed_day": "2026-11-23", "secrecy_checked": "1",
        ])
    }

    public static func report(expected: Int = 20, present: Int = 18) -> Entries {
        Entries([
            "title": "关于调整城市供水价格听证会的报告", "result_day": "2026-12-10", "expected": "\(expected)",
            "present": "\(present)", "outcome": "18 位代表同意方案", "adoption": "采纳 3 条意见",
            "signed_unit": "发展和改革局", "signed_day": "2026-12-10", "secrecy_checked": "1",
        ])
    }

    public static func postponement(to day: String = "2026-12-15", reason: String = "会场检修") -> Entries {
        Entries([
            "title": "关于调整城市供水价格听证会改期的通知", "hearing_day": day, "hearing_start": "9:00", "hearing_end": "11:30",
            "place": "县政务中心 5 楼会议室", "reason": reason, "signed_unit": "发展和改革局", "secrecy_checked": "1",
        ])
    }

    public static func termination(reason: String = "上级已统一定价") -> Entries {
        Entries([
            "title": "关于调整城市供水价格听证会终止的通知", "reason": reason, "signed_unit": "发展和改革局",
            "secrecy_checked": "1",
        ])
    }

    /// A document's form as it stands, reviewed again, with the reason of its revision.
    public static func revision(
        of document: Document, reason: String = "电话写错了", _ changes: [String: String] = [:]
    ) -> Entries {
        var entries = Entries(document.values.values.mapValues(\.typed))
        entries["revision_reason"] = reason
        for (field, text) in changes { entries[field] = text }
        return entries
    }
}
