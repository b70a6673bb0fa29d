// A small county for golden screens in which something of every kind waits, for a publisher and for the supervisor.
import CountyFixture
import Model

enum DeskCounty {
    /// 发改局, as of 2026-11-20: an overdue bulletin and an overdue notice, one that is due today, comments to answer, notes in every
    /// state, an emergency to be reviewed, a text returned, drafts, and what is not registered on the web. 教体局 has answered late.
    static func fill(_ county: County) throws {
        let present = county.now
        defer { county.now = present }
        try county.goTo("2026-10-12T09:10")
        let fabu = try county.signIn("fabu")
        let jianguan = try county.signIn("jianguan")
        let jiaoyu = try county.signIn("jiaoyu")
        let bus = try county.publish(
            .announcement,
            HearingEntries.announcement(
                on: "2026-11-03", title: "关于调整城区公共汽车票价和取消月票、季票优惠办法听证会的公告", commentsUntil: "2026-10-28"),
            in: fabu)
        try county.goTo("2026-11-10T10:00")
        let water = try county.publish(.announcement, HearingEntries.announcement(on: "2026-12-01"), in: fabu)
        try county.publish(
            .announcement,
            HearingEntries.announcement(
                on: "2026-11-18", title: "关于义务教育学区划分调整方案听证会的公告", commentsUntil: "2026-11-16"),
            lateReason: "学区方案定稿晚, 经县政府同意按原定日期举行", in: jiaoyu)
        for (channel, body) in [("letter", "希望分步调整。"), ("telephone", "低保户能不能减免?")] {
            let entries = Entries(["channel": channel, "received_day": "2026-11-10", "body": body])
            _ = try county.office.perform(RegisterComment(of: water.id, entries: entries), in: fabu)
        }
        try county.setDuty(.owes(since: Quarter.of(2026, 3)), of: "发改局", in: jianguan)
        try supervise(county, bus, fabu, jiaoyu, jianguan)
        try review(county, water)
    }

    private static func supervise(
        _ county: County, _ bus: Matter, _ fabu: Session, _ jiaoyu: Session, _ jianguan: Session
    ) throws {
        try county.goTo("2026-11-12T11:00")
        let done = try county.supervise(
            title: "报送政务公开工作自查情况", body: "请对照年度要点自查听证、公示、通报的发布和答复情况。", due: "2026-11-17", in: jianguan)
        try county.supervise(
            about: bus, title: "尽快办结超期的听证通知, 并说明听证会是否如期举行和没有按时公布的原因",
            body: "这件事项的法定时限已过。\n请说明没有按时办结的原因, 并明确办结日期; 听证会如已改期, 请按规定发布改期的临时通知。", due: "2026-11-18",
            in: jianguan)
        let late = try county.supervise(
            "教体局", title: "说明公告晚于法定时限的原因", body: "请说明原因和整改措施。", due: "2026-11-13", in: jianguan)
        let mistaken = try county.supervise(
            "教体局", title: "核实群众反映的公示内容", body: "有群众来电反映, 请核实。", due: "2026-11-20", in: jianguan)
        try county.goTo("2026-11-13T16:00")
        try county.answer(done, "已完成自查, 情况已书面报送。", in: fabu)
        _ = try county.office.perform(WithdrawSupervisionNote(mistaken, reason: "来电人所说的不是这个单位"), in: jianguan)
        try county.goTo("2026-11-16T09:00")
        _ = try county.office.perform(
            AcceptSupervisionAnswer(try county.office.supervisionNote(done.id, in: jianguan)), in: jianguan)
        try county.goTo("2026-11-17T15:30")
        try county.answer(late, "方案定稿晚了三天, 今后提前一个月定稿。", in: jiaoyu)
        try county.goTo("2026-11-19T10:20")
        try county.supervise(
            title: "明确群众建议答复的责任人", body: "请明确各件事项答复群众建议的责任人和联系电话。", due: "2026-11-24", in: jianguan)
    }

    private static func review(_ county: County, _ water: Matter) throws {
        let office = county.office
        try county.goTo("2026-11-19T14:00")
        try RawStore(county.path).execute(
            "INSERT INTO setting (site_id, name, value, changed_at) VALUES (1, 'review.hearing', '\(ReviewMode.console.title)', '')"
        )
        let (fabu, wumin) = (try county.signIn("fabu"), try county.signIn("wumin"))
        _ = try office.perform(
            Publish(
                .announcement, in: .hearing, of: nil,
                entries: HearingEntries.announcement(on: "2026-12-22", title: "关于应急供水价格听证会的公告"),
                emergency: "水源污染, 当天必须公布"), in: wumin)
        let form = Draft.form(.hearing, .notice)
        try office.keepDraft(form, matter: water.id, entries: HearingEntries.notice(on: "2026-12-01"), in: fabu)
        let mark = try office.draft(form, matter: water.id, in: fabu)?.mark
        _ = try office.perform(SubmitForReview(form, matter: water.id, mark), in: fabu)
        let shenhe = try county.signIn("shenhe")
        let submitted = try office.reviews(.first, limit: 20, in: shenhe).rows.first { !$0.isEmergency }
        if let submitted {
            _ = try office.perform(DecideReview(submitted, .refuse(reason: "代表名单要附单位和职业")), in: shenhe)
        }
        try office.keepDraft(
            Draft.form(.hearing, .announcement), matter: nil,
            entries: Entries(["title": "关于调整城市公交票价听证会的公告"]), in: fabu)
    }
}
