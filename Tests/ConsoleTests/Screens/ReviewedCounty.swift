// A small county for golden screens in which hearings are reviewed, in the console or on paper.
import CountyFixture
import Model

enum ReviewedCounty {
    private static let announcement = Draft.form(.hearing, .announcement)

    /// Waiting: 李文's late announcement with a file, 吴敏's correction, and her postponement that could not wait. Returned: 李文's
    /// notice. Agreed to: 李文's second correction, still to be published.
    static func reviewInConsole(_ county: County) throws {
        let present = county.now
        defer { county.now = present }
        let office = county.office
        try county.goTo("2026-11-16T09:20")
        let (fabu, wumin) = (try county.signIn("fabu"), try county.signIn("wumin"))
        let water = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let bus = try county.publish(
            .announcement, HearingEntries.announcement(on: "2026-12-22", title: "关于农村公交票价听证会的公告"), in: wumin)
        try set(.console, county)

        try county.goTo("2026-11-19T15:10")
        try submit(office, water, ["contact": "李文 0872-7520018"], "联系电话写错一位", in: wumin)
        try submit(office, bus, ["representatives": "24"], "名额漏写利害关系人四名", in: fabu)
        try decide(county) { $0.author.name == "李文" ? .agree : nil }
        var notice = HearingEntries.notice()
        notice["place"] = "县政务中心"
        let noticeForm = Draft.form(.hearing, .notice)
        try office.keepDraft(noticeForm, matter: water.id, entries: notice, in: fabu)
        try submit(office, noticeForm, water.id, in: fabu)
        try county.goTo("2026-11-19T15:40")
        try decide(county) { $0.author.name == "李文" ? .refuse(reason: "地点要写到楼层和会议室, 代表名单请附单位和职业") : nil }

        try county.goTo("2026-11-19T16:20")
        _ = try office.perform(
            Postpone(
                try office.matter(bus.id, in: wumin), entries: HearingEntries.postponement(to: "2026-12-29"),
                emergency: "会场漏水, 已有代表来电询问, 当天必须公布"), in: wumin)

        try county.goTo("2026-11-19T17:05")
        try office.attach("公交票价方案.doc", [1, 2, 3], toDraft: announcement, matter: nil, in: fabu)
        let mark = try office.draft(announcement, matter: nil, in: fabu)?.mark
        let late = HearingEntries.announcement(
            on: "2026-11-27", title: "关于调整城区公共汽车票价和取消月票、季票优惠办法听证会的公告", commentsUntil: "2026-11-26")
        try office.keepDraft(announcement, matter: nil, entries: late, known: mark, in: fabu)
        try submit(office, announcement, nil, in: fabu)
    }

    /// One announcement signed, one published in an emergency by 李文, and his draft of a third with its signature filled in.
    static func signOnPaper(_ county: County) throws {
        let present = county.now
        defer { county.now = present }
        let office = county.office
        try county.goTo("2026-11-18T10:00")
        let fabu = try county.signIn("fabu")
        try set(.paper, county)
        try county.publish(
            .announcement, HearingEntries.announcement().signed(on: "2026-11-18", number: "漾发改审〔2026〕31号"), in: fabu)
        try county.goTo("2026-11-19T16:20")
        _ = try office.perform(
            Publish(
                .announcement, in: .hearing, of: nil,
                entries: HearingEntries.announcement(on: "2026-12-22", title: "关于农村公交票价听证会的公告"),
                emergency: "省里要求当天公布"), in: fabu)
        let draft = HearingEntries.announcement(on: "2026-12-29", title: "关于城区停车收费听证会的公告").signed(
            on: "2026-11-18", number: "漾发改审〔2026〕31号")
        try office.keepDraft(announcement, matter: nil, entries: draft, in: fabu)
    }

    private static func set(_ mode: ReviewMode, _ county: County) throws {
        try RawStore(county.path).execute(
            "INSERT INTO setting (site_id, name, value, changed_at) VALUES (1, 'review.hearing', '\(mode.title)', '')")
    }

    private static func submit(
        _ office: Office, _ matter: Matter, _ changes: [String: String], _ reason: String, in session: Session
    ) throws {
        guard let document = matter.document(.announcement) else { return }
        let form = Draft.form(.hearing, .announcement, .correct, of: 1)
        let entries = HearingEntries.revision(of: document, reason: reason, changes)
        try office.keepDraft(form, matter: matter.id, entries: entries, in: session)
        try submit(office, form, matter.id, in: session)
    }

    private static func submit(
        _ office: Office, _ form: String, _ matter: Identifier<Matter>?, in session: Session
    ) throws {
        let mark = try office.draft(form, matter: matter, in: session)?.mark
        _ = try office.perform(SubmitForReview(form, matter: matter, mark), in: session)
    }

    private static func decide(_ county: County, _ decision: (Review) -> DecideReview.Decision?) throws {
        let shenhe = try county.signIn("shenhe")
        for review in try county.office.reviews(.first, limit: 20, in: shenhe).rows {
            guard let decision = decision(review) else { continue }
            _ = try county.office.perform(DecideReview(review, decision), in: shenhe)
        }
        try county.office.signOut(shenhe)
    }
}
