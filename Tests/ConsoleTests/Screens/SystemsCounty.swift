// A small county for golden screens with public notices and bulletins.
import CountyFixture
import Model

enum SystemsCounty {
    /// From the top of the lists, as of 2026-12-02: a notice with the longest title that runs and was prolonged, one that is reported,
    /// one whose report waits, with comments; a sudden bulletin and two of the third quarter.
    static func fill(_ county: County) throws {
        let present = county.now
        defer { county.now = present }
        try county.goTo("2026-11-20T09:10")
        let fabu = try county.signIn("fabu")
        let waiting = try county.publish(.announcement, system: .publicNotice, NoticeEntries.announcement(), in: fabu)
        try comment(waiting, "letter", "翠屏小区 3 幢漏报 6 户, 请补上。", county, fabu)
        try comment(waiting, "telephone", "补助标准比邻县低, 请说明依据。", county, fabu)
        try publishBulletins(county, fabu)
        try county.goTo("2026-11-23T09:20")
        let reported = try county.publish(
            .announcement, system: .publicNotice,
            NoticeEntries.announcement(from: "2026-11-23", days: 5, unit: "calendar", title: "关于2026年度县级劳动模范推荐人选的公示"),
            in: fabu)
        try county.goTo("2026-11-24T10:00")
        let long = "关于漾濞彝族自治县苍山西镇老城污水管网改造和雨污分流工程（二期）选址意见书批前征求社会公众意见的公示"
        let running = try county.publish(
            .announcement, system: .publicNotice, NoticeEntries.announcement(from: "2026-11-24", title: long), in: fabu)
        try county.goTo("2026-11-25T16:00")
        var prolonging = NoticeEntries.prolonging(to: "2026-12-11", reason: "选址图有调整")
        prolonging["title"] = "关于污水管网改造二期选址公示延期的通知"
        _ = try county.office.perform(Postpone(running, entries: prolonging), in: fabu)
        try county.goTo("2026-11-30T09:00")
        try county.publish(
            .report, of: try county.office.matter(reported.id, in: fabu),
            NoticeEntries.report(title: "关于2026年度县级劳动模范推荐人选公示情况的报告"), in: fabu)
    }

    private static func publishBulletins(_ county: County, _ session: Session) throws {
        for entries in [
            BulletinEntries.quarterly(),
            BulletinEntries.quarterly(2026, 3, category: "promises", title: "关于2026年第三季度服务承诺事项落实情况的通报"),
            BulletinEntries.sudden(),
        ] { try county.publish(.announcement, system: .bulletin, entries, in: session) }
    }

    private static func comment(
        _ matter: Matter, _ channel: String, _ body: String, _ county: County, _ session: Session
    ) throws {
        let entries = Entries(["channel": channel, "received_day": "2026-11-20", "author": "赵明", "body": body])
        _ = try county.office.perform(RegisterComment(of: matter.id, entries: entries), in: session)
    }
}
