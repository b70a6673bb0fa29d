// A small county for golden screens in which hearings were corrected, postponed and ended.
import CountyFixture
import Model

enum ChangedCounty {
    /// From the top of the list: a hearing nobody has commented on, one with a single version and no notice that was ended, and one
    /// that was noticed, corrected twice and postponed.
    static func change(_ county: County) throws {
        let present = county.now
        defer { county.now = present }
        let fabu = try county.signIn("fabu")
        try county.goTo("2026-11-16T09:20")
        var announcement = HearingEntries.announcement()
        announcement["subject"] = paragraphs(households: "三万二千")
        try county.office.attach("听证方案.doc", [1, 2, 3], toDraft: "hearing.announcement", matter: nil, in: fabu)
        var matter = try county.publish(.announcement, announcement, in: fabu)
        try county.goTo("2026-11-17T10:05")
        matter = try correct(
            matter, "联系电话写错一位, 各类代表的名额漏写利害关系人",
            ["contact": "李文 0872-7520018", "selection": "社会公众 8 名, 利害关系人 8 名, 人大代表、政协委员 4 名"], county, fabu)
        try county.goTo("2026-11-18T14:30")
        matter = try county.publish(.notice, of: matter, HearingEntries.notice(), in: fabu)
        try county.goTo("2026-11-19T08:40")
        let wumin = try county.signIn("wumin")
        matter = try correct(
            matter, "供水户数按三季度末的统计更正",
            ["subject": paragraphs(households: "三万五千六百"), "reference_number": "漾发改〔2026〕31号"], county, wumin)
        try county.goTo("2026-11-19T16:00")
        _ = try county.office.perform(Postpone(matter, entries: HearingEntries.postponement()), in: fabu)

        try county.goTo("2026-11-17T11:00")
        let ended = try county.publish(
            .announcement, HearingEntries.announcement(title: "关于调整城区停车收费标准听证会的公告"), in: fabu)
        try county.goTo("2026-11-19T16:30")
        var termination = HearingEntries.termination(reason: "省发展改革委已统一定价, 不再由县里调整")
        termination["title"] = "关于调整城区停车收费标准听证会终止的通知"
        _ = try county.office.perform(Terminate(ended, entries: termination), in: fabu)

        try county.goTo("2026-11-19T17:00")
        try county.publish(
            .announcement, HearingEntries.announcement(on: "2026-12-22", title: "关于农村公交票价听证会的公告"), in: fabu)
    }

    private static func correct(
        _ matter: Matter, _ reason: String, _ changes: [String: String], _ county: County, _ session: Session
    ) throws -> Matter {
        guard let document = matter.document(.announcement) else { return matter }
        let entries = HearingEntries.revision(of: document, reason: reason, changes)
        let request = RevisionRequest(.announcement, of: matter, base: document.versions, entries: entries)
        _ = try county.office.perform(Correct(request), in: session)
        return try county.office.matter(matter.id, in: session)
    }

    private static func paragraphs(households: String) -> String {
        let items = (1...8).map { "\($0). 居民生活用水第\($0)档的水价和用水量, 按方案附表执行; 低保户、特困户每月减免五吨。" }
        let basis = "按照《云南省定价听证目录》, 调整城市供水价格应当听证。"
        return "\(basis)\n县自来水厂供水\(households)户, 现行水价自二〇一二年执行至今, 不足以弥补制水成本。\n" + items.joined(separator: "\n")
    }
}
