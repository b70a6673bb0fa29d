// How replies' deadlines stand, asked of the store: by limits on the day of receipt, so that no comment has to be read.
internal import GRDB

/// For every channel and extension, the days of receipt from which a reply is overdue or near.
struct ReplyLimits {
    /// The comments received before a day have their replies due before another one.
    private struct Limit {
        let channel: String
        let overdue: Day
        let soon: Day
        let extendedOverdue: Day
        let extendedSoon: Day
    }

    private let limits: [Limit]

    init(_ terms: ReplyTerms, _ channels: [Channel]) {
        limits = channels.map { channel in
            func before(_ day: Day, _ isExtended: Bool) -> Day {
                terms.received(dueBefore: day, by: channel, isExtended: isExtended)
            }
            return Limit(
                channel: channel.code, overdue: before(terms.today, false), soon: before(terms.endOfSoon, false),
                extendedOverdue: before(terms.today, true), extendedSoon: before(terms.endOfSoon, true))
        }
    }

    /// The limits of a site, by its own settings.
    init(reading db: Database, site: Identifier<Site>, calendar: WorkCalendar, today: Day) throws {
        self.init(
            ReplyTerms(settings: try Settings(reading: db, site: site), calendar: calendar, today: today),
            try Transaction.channels(db))
    }

    /// The day of receipt before which an unanswered comment is overdue, as SQL, with `overdueArguments`.
    private var limit: String {
        let cases = limits.map { _ in "WHEN ? THEN iif(c.extended_at IS NULL, ?, ?)" }.joined(separator: " ")
        return "CASE c.channel \(cases) ELSE '' END"
    }

    private var overdueArguments: StatementArguments {
        StatementArguments(limits.flatMap { [$0.channel, $0.overdue.description, $0.extendedOverdue.description] })
    }

    private var soonArguments: StatementArguments {
        StatementArguments(limits.flatMap { [$0.channel, $0.soon.description, $0.extendedSoon.description] })
    }

    /// Which unanswered comments are of an age, as SQL over `comment c`.
    func sql(_ age: CommentFilter.Age) -> String {
        let isOfAge =
            switch age {
            case .overdue: "c.received_day < \(limit)"
            case .soon: "c.received_day >= \(limit) AND c.received_day < \(limit)"
            case .open: "c.received_day >= \(limit)"
            }
        return "\(Transaction.isUnanswered) AND \(isOfAge)"
    }

    func arguments(_ age: CommentFilter.Age) -> StatementArguments {
        switch age {
        case .overdue: overdueArguments
        case .soon: overdueArguments + soonArguments
        case .open: soonArguments
        }
    }
}

extension Transaction {
    func replyLimits() throws -> ReplyLimits { ReplyLimits(try replyTerms(), try channels()) }
}
