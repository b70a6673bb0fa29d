// What a careful clerk types into the forms of a matter's documents.
import ActOrders
import CountyFixture
import Model

enum Typing {
    static func announcement(_ dates: Dates) -> (system: System, entries: Entries) {
        switch dates {
        case .quarter(let year, let number): (.bulletin, BulletinEntries.quarterly(year, number))
        case .sudden: (.bulletin, BulletinEntries.sudden())
        case .hearing(let day, let until): (.hearing, HearingEntries.announcement(on: day, commentsUntil: until))
        case .period(let from, let days, let areWorking):
            (
                .publicNotice,
                NoticeEntries.announcement(from: from, days: days, unit: areWorking ? "working" : "calendar")
            )
        }
    }

    /// - Parameter hearing: the day that a notice names.
    static func later(
        _ paper: Paper, in system: System, hearing: String?, present: Int = expectedRepresentatives
    ) -> Entries {
        if let hearing, paper == .notice { return HearingEntries.notice(on: hearing) }
        guard system == .hearing else { return NoticeEntries.report() }
        return HearingEntries.report(expected: expectedRepresentatives, present: present)
    }

    /// 改期, or a longer period: what is typed of the new day.
    static func moved(to day: String, in system: System) -> [String: String] {
        guard system == .hearing else { return ["period_end": day] }
        return ["hearing_day": day, "hearing_start": "9:00", "hearing_end": "11:30"]
    }

    static func backfilled(_ entries: Entries, day: String, reason: String) -> Entries {
        var entries = entries
        entries["backfill_day"] = day
        entries["backfill_reason"] = reason
        return entries
    }

    /// The field in which versions of a document differ.
    static func changing(_ paper: Paper, in system: System) -> String {
        switch paper {
        case .announcement: system == .hearing ? "subject" : "content"
        case .notice: "participants"
        case .report: "outcome"
        }
    }

    static func posting(at moment: String, address: String) -> Entries {
        let parts = moment.split(separator: "T").map(String.init)
        return Entries([
            "address": address, "posted_day": parts.first ?? "", "posted_time": String((parts.last ?? "").prefix(5)),
            "posted_by": "李文",
        ])
    }

    /// The four fields of a signature on paper, all empty where there is none.
    static func signed(_ entries: Entries, by approver: String?) -> Entries {
        var signed = entries.signed()
        signed["approver"] = approver ?? ""
        guard approver == nil else { return signed }
        for field in ["approver_post", "approval_day", "approval_number"] { signed[field] = "" }
        return signed
    }
}
