// Random orders about reviews, and what is given for the review of a text that goes out.
import ActOrders
import Model

extension Chooser {
    /// The order with what its text wants to go out, mostly: a signature, a submission instead, or an emergency.
    mutating func reviewed(_ order: Order, _ mode: ReviewMode) -> Order {
        guard order.deed.isPublication, chance(mode == .none ? 5 : 92) else { return order }
        var deed = order.deed
        var approval: Approval?
        if mode == .paper, chance(75) {
            let own = RuleBook.fullName(order.clerk)
            approval = .signed(by: chance(95) ? "马志强" : own, review: name())
        } else if mode == .console, chance(70) {
            deed = .submit(deed: deed, review: name())
        } else {
            approval = .emergency(reason: because(), review: name())
        }
        return self.order(at: order.desk, clerk: order.clerk, order.matter, deed, approval)
    }

    /// What may be done next about a review, mostly; nil where there is none.
    mutating func review(at desk: Int, about matter: Int?, _ book: RuleBook) -> Order? {
        let all = book.reviews.filter { matter == nil || $0.value.matter == matter }.keys.sorted()
        let open = all.filter { book.reviews[$0]?.isOwed == true || book.reviews[$0]?.isLocked == true }
        // What was agreed to goes out soon, or its days have passed.
        let agreed = open.filter { book.reviews[$0]?.state == .agreed }
        let likely = !agreed.isEmpty && chance(70) ? agreed : open
        guard let name = one(of: chance(92) ? likely : all), let review = book.reviews[name] else { return nil }
        if chance(8) { return order(at: desk, clerk: someone(review), review.matter, .readReview(review: name)) }
        let waits = review.state == .waiting
        if review.mode == .paper ? chance(95) : chance(3) {
            let approver = chance(92) ? "马志强" : RuleBook.fullName(review.author)
            let colleague = review.author == "fabu" ? "wumin" : review.unit == 0 ? "shenhe" : "jianguan"
            let clerk = chance(75) ? colleague : someone(review)
            return order(at: desk, clerk: clerk, review.matter, .sign(review: name, by: approver))
        }
        if let deed = review.deed, !review.isOut, waits ? chance(5) : chance(80) {
            let clerk = chance(90) ? review.author : someone(review)
            return order(
                at: desk, clerk: clerk, review.matter, deed.with(lateReason: reason()),
                chance(85) ? .agreed(review: name) : nil)
        }
        if review.deed != nil, waits ? chance(12) : chance(60) {
            let clerk = chance(85) ? review.author : someone(review)
            return order(at: desk, clerk: clerk, review.matter, .withdraw(review: name))
        }
        let reviewer = review.unit == 0 && chance(70) ? "shenhe" : "jianguan"
        let decide = Deed.decide(review: name, agrees: chance(70), reason: because())
        return order(at: desk, clerk: chance(80) ? reviewer : someone(review), review.matter, decide)
    }

    /// Anybody, the author and those of other units too.
    private mutating func someone(_ review: Vetting) -> String {
        chance(40) ? review.author : one(of: Stage.clerks) ?? review.author
    }
}

extension Deed {
    var isSubmission: Bool {
        if case .submit = self { true } else { false }
    }
}
