// What a careful clerk types into the forms of a matter's documents.
import ActOrders
import CountyFixture
import Model

enum Typing {
    static func announcement(_ dates: Dates) throws -> (system: System, entries: Entries) {
        switch dates {
        case .hearing(let day, let until): (.hearing, HearingEntries.announcement(on: day, commentsUntil: until))
        case .period: throw BadLine(description: "nobody here types public notices")
        }
    }

    /// - Parameter hearing: the day that a notice names.
    static func later(_ paper: Paper, hearing: String?, present: Int = expectedRepresentatives) -> Entries {
        guard paper == .notice, let hearing else {
            return HearingEntries.report(expected: expectedRepresentatives, present: present)
        }
        return HearingEntries.notice(on: hearing)
    }

    static func backfilled(_ entries: Entries, day: String, reason: String) -> Entries {
        var entries = entries
        entries["backfill_day"] = day
        entries["backfill_reason"] = reason
        return entries
    }

    /// The field in which versions of a document differ.
    static func changing(_ paper: Paper) -> String {
        switch paper {
        case .announcement: "subject"
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
}
