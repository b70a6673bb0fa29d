// A small county for golden screens that publishes bulletins every quarter.
import CountyFixture
import Model

enum BulletinCounty {
    /// 发改局 has been in time, then late, and owes its third quarter; 教体局 was told later and has published all. The units' names may
    /// be the longest there are.
    static func fill(_ county: County, withLongNames hasLongNames: Bool = false) throws {
        let present = county.now
        defer { county.now = present }
        try county.goTo("2026-01-05T09:00")
        let jianguan = try county.signIn("jianguan")
        try county.setDuty(.owes(since: Quarter.of(2026, 1)), of: "发改局", in: jianguan)
        try county.goTo("2026-04-08T10:00")
        let fabu = try county.signIn("fabu")
        try county.publishBulletin(Quarter.of(2026, 1), title: "关于2026年一季度重点项目建设进展情况的通报", in: fabu)
        try county.goTo("2026-06-18T20:30")
        try county.publishBulletin(nil, title: "关于县城东片区山洪灾害抢险情况的通报", in: fabu)
        try county.goTo("2026-07-15T16:00")
        try county.publishBulletin(
            Quarter.of(2026, 2), title: "关于2026年上半年重点项目建设进展情况的通报", lateReason: "各乡镇的数据报得晚", in: fabu)
        let jiaoyu = try county.signIn("jiaoyu")
        try county.setDuty(.owes(since: Quarter.of(2026, 3)), of: "教体局", in: jianguan)
        try county.goTo("2026-10-09T11:00")
        try county.publishBulletin(Quarter.of(2026, 3), title: "关于2026年三季度办学条件改善进展情况的通报", in: jiaoyu)
        guard hasLongNames else { return }
        let name = "漾濞彝族自治县历史文化名城名镇名村保护和石门关景区综合开发建设管理委员会办公室"
        try RawStore(county.path).execute(
            "UPDATE unit SET name = '\(name)', short_name = '石门关景区管委会办公室' WHERE short_name = '教体局'")
    }
}
