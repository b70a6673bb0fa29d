// What the screens show of reviews, held against the rule book.
import Model

extension Figures {
    /// What waits for each reader: the list, and the counts of menu and status line.
    func compareReviews(_ book: RuleBook) throws {
        let all = book.reviews.values
        for clerk in ["fabu", "shenhe", "jiaoyu", "jianguan"] {
            let session = try session(clerk)
            let shown = try office.reviews(.first, limit: 1000, in: session).rows.map(\.mark)
            let listed = all.filter { $0.isListed(for: clerk) }
            try same("reviews for \(clerk)", shown.sorted(), listed.map(\.mark).sorted())
            let waiting = try office.waiting(in: session)
            try same("reviews to be done by \(clerk)", waiting.reviews, all.count { $0.isFor(clerk) })
            let owed = listed.count { $0.isOwed && !$0.isFor(clerk) }
            try same("reviews owed by others to \(clerk)", waiting.owedReviews, owed)
            let own = book.drafts.filter { $0.key.clerk == clerk }.compactMap { book.reviews[$0.value]?.state }
            try same("returned to \(clerk)", waiting.returned, own.count { $0 == .returned })
            try same("agreed for \(clerk)", waiting.agreed, own.count { $0 == .agreed })
        }
    }
}

extension Review {
    /// As the rule book says it.
    var mark: String { Vetting.mark(mode, isEmergency, state, author.name, decider?.name) }
}
