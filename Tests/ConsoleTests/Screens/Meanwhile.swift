// What colleagues, and the same clerk at another desk, do while a screen is played.
import CountyFixture
import Model

@testable import Console

/// Acts of others between two keys of a golden screen or a test, each through an office of its own, as another process has it.
enum Meanwhile {
    /// Who does what is not 吴敏's doing.
    private static let people = [
        "write": "fabu", "discard": "fabu", "withdraw": "fabu", "elsewhere": "jiaoyu", "agree": "shenhe",
        "return": "shenhe",
    ]

    /// - Parameter deed: `announce` and `notice` publish as 吴敏, `elsewhere` as 王芳 of another unit; `change` is her correction of the newest matter as far as the store sees
    ///   it; `begin` and `beginLong` are her draft of its notice, `takeover` her taking 李文's drafts over; `letter` is her registering a
    ///   letter on the newest notice; `write` and `discard` are 李文's own at another desk; `withdraw` takes 李文's texts back from
    ///   review, `agree` and `return` are 张伟's decisions; `calendar` is the system administrator's import at another desk; `idle` and
    ///   `halfday` let time pass without a key; `before`, `beside`, `attacks`, `aging`, `moved`, `tampering` and `refusals` are what happens to
    ///   accounts and the journal behind the clerk's back.
    static func happen(_ deed: String, clerkOf play: ScreenPlay) throws {
        if deed == "calendar" { return try changeCalendar(play) }
        if let pass = passing[deed] {
            play.ticks.milliseconds += pass * 60_000
            return play.handle(.woken)
        }
        if let county = play.county, try happen(deed, atSignInOf: county) { return }
        guard let county = play.county else { throw Refusal("only on an empty start: \(deed)") }
        let office = try county.anotherOffice()
        let session = try county.signIn(people[deed] ?? "wumin", to: office)
        let newest = try office.matters(.hearing, .first, limit: 1, in: session).rows.first
        switch deed {
        case "announce", "elsewhere":
            _ = try office.perform(
                Publish(.announcement, in: .hearing, of: nil, entries: HearingEntries.announcement()), in: session)
        case "notice":
            guard let newest else { throw Refusal("no matter") }
            let matter = try office.matter(newest.id, in: session)
            _ = try office.perform(
                Publish(.notice, in: .hearing, of: matter, entries: HearingEntries.notice()), in: session)
        case "change":
            guard let newest else { throw Refusal("no matter") }
            try RawStore(county.path).execute(
                "UPDATE matter SET version = version + 1 WHERE id = \(newest.id.rawValue)")
        case "begin", "beginLong":
            let place = deed == "begin" ? "县政务中心" : String(repeating: "县政务中心三楼会议室", count: 5)
            try office.keepDraft(
                Draft.form(.hearing, .notice), matter: newest?.id,
                entries: Entries(["place": place, "participants": String(repeating: place, count: 3)]), in: session)
        case "letter":
            guard let notice = try office.matters(.publicNotice, .first, limit: 9, in: session).rows.last else {
                throw Refusal("no notice")
            }
            let entries = Entries(["channel": "letter", "received_day": "2026-11-30", "body": "3 幢还有两户没有列入, 请核实后再报。"])
            _ = try office.perform(RegisterComment(of: notice.id, entries: entries), in: session)
        case "takeover":
            for draft in try office.colleaguesDrafts(in: session) {
                _ = try office.perform(TakeOverDraft(draft), in: session)
            }
        case "write":
            for draft in try office.drafts(in: session) {
                var entries = draft.entries
                entries["place"] = "县政务中心五楼会议室"
                entries["title"] = entries["title"] + "（修订）"
                try office.keepDraft(draft.form, matter: draft.matter, entries: entries, known: draft.mark, in: session)
            }
        case "discard":
            for draft in try office.drafts(in: session) {
                try office.discardDraft(draft.form, matter: draft.matter, in: session)
            }
        case "withdraw":
            for review in try office.drafts(in: session).compactMap(\.review) where review.state == .waiting {
                _ = try office.perform(WithdrawFromReview(review), in: session)
            }
        case "agree", "return":
            let decision: DecideReview.Decision = deed == "agree" ? .agree : .refuse(reason: "联系电话不全, 请补上区号")
            for review in try office.reviews(.first, limit: 20, in: session).rows where review.author.name == "李文" {
                _ = try office.perform(DecideReview(review, decision), in: session)
            }
        default: throw Refusal("no such deed: \(deed)")
        }
    }

    /// Minutes that pass without a key.
    private static let passing = ["idle": 15, "halfday": 12 * 60]

    /// What has been before 李文 signs in, or goes on elsewhere under that name.
    private static func happen(_ deed: String, atSignInOf county: County) throws -> Bool {
        let office = try county.anotherOffice()
        func signIn(_ password: String = County.password, from address: String) throws -> Session {
            try office.signIn("fabu", password: password, from: address)
        }
        switch deed {
        case "before": try office.signOut(try signIn(from: "10.0.0.8"))
        case "beside": _ = try signIn(from: "2001:0db8:85a3:0000:0000:8a2e:0370:7334")
        case "attacks":
            try office.signOut(try signIn(from: "10.0.0.8"))
            for _ in 1...3 {
                county.now = county.now.adding(seconds: 60)
                _ = try? signIn("Wrong#2026", from: "10.0.0.66")
            }
            county.now = county.now.adding(seconds: 60)
        case "aging":
            try RawStore(county.path).execute(
                "UPDATE clerk SET password_ages = 1, password_set_at = '2026-08-01T01:00:00.000Z'")
        case "moved": try RawStore(county.path).execute("UPDATE clerk SET unit_id = 2 WHERE name = 'fabu'")
        case "tampering":
            try RawStore(county.path).execute(
                "DROP TRIGGER journal_stays; UPDATE journal SET sentence = '什么也没有' WHERE id = 7")
        case "refusals":
            for name in ["wumin", "jiaoyu"] {
                let session = try county.signIn(name, to: office)
                let act = Publish(
                    .announcement, in: .hearing, of: nil, entries: HearingEntries.announcement(on: "2026-11-23"))
                _ = try? office.perform(act, in: session)
            }
        default: return false
        }
        return true
    }

    private static func changeCalendar(_ play: ScreenPlay) throws {
        let office = try Office(opening: play.office.path, clock: play.office.clock)
        let session = try office.signIn("xitong", password: Demo.password, from: "tty2")
        guard let owner = try office.calendarOwners(in: session).last else { throw Refusal("no calendar") }
        let file = ImportedCalendar(CalendarLines.file(CalendarLines.own("2028-11-01"), name: "县庆.csv"))
        let plan = try office.checkCalendar(.replace(file), of: owner, in: session)
        _ = try office.perform(ChangeCalendar(plan), in: session)
    }
}
