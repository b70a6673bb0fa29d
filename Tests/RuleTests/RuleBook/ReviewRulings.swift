// R1: what lets a text go out, and what may be done about a review.
import ActOrders
import Model

extension RuleBook {
    /// Whether a text may go out, and what is kept of it.
    func clear(_ order: Order, _ ruling: inout Ruling) {
        guard order.deed.isPublication else { return }
        ruling.wasLetOut(order.deed, by: nil)
        if let name = drafts[draft(of: order.deed, order)], var handedIn = reviews[name], handedIn.isLocked {
            // What is under review goes out when it is agreed to, and exactly as it is.
            ruling.refuse(if: handedIn.state == .waiting)
            ruling.refuse(.stale, if: handedIn.state == .agreed && order.approval != .agreed(review: name))
            handedIn.isOut = true
            handedIn.version += 1
            ruling.reviews[name] = handedIn
            return ruling.wasLetOut(order.deed, by: name)
        }
        let course = ruling.after.course
        let mode = modes[course]
        guard mode != .none else { return }
        var review = Vetting(
            course: course, matter: order.matter, unit: ruling.after.unit, mode: mode, author: order.clerk,
            isEmergency: order.approval?.isEmergency == true, state: .waiting, isOut: true)
        switch order.approval {
        case .emergency(let reason, let name):
            ruling.refuse(if: reason.isEmpty)
            ruling.reviews[name] = review
            ruling.wasLetOut(order.deed, by: name)
        case .signed(let approver, let name) where mode == .paper:
            // The reviewer is not the author.
            ruling.refuse(if: approver == Self.fullName(order.clerk))
            review.state = .agreed
            review.decider = order.clerk
            ruling.reviews[name] = review
            ruling.wasLetOut(order.deed, by: name)
        default: ruling.refuse(if: true)
        }
    }

    /// Handing in: what would be refused when it is published is refused now, but for being late.
    func submitting(_ deed: Deed, _ name: Int, _ order: Order, at now: Moment) -> Ruling? {
        guard let unit = Self.unit(of: order.clerk) else { return nil }
        var ruling: Ruling
        if let dates = deed.opening {
            guard affairs[order.matter] == nil else { return nil }
            ruling = Ruling(after: Affair(.of(dates), unit: unit))
        } else {
            guard let affair = affairs[order.matter] else { return nil }
            ruling = Ruling(after: affair)
            if affair.isDeleted {
                ruling.whys = [.rule, .stale, .notAllowed]
                return ruling
            }
            // What was written of the matter as it was read may not fit any more; the rule book does not say.
            ruling.keepSilent(if: isStale(order, affair))
        }
        let course = ruling.after.course
        ruling.refuse(.notAllowed, if: !Self.isPublisher(order.clerk) || unit != ruling.after.unit)
        ruling.carryOut(deed.with(lateReason: "x"), at: now)
        ruling.refuse(if: modes[course] != .console)
        ruling.refuse(.stale, if: drafts[draft(of: deed, order)].flatMap { reviews[$0] }?.isLocked == true)
        ruling.reviews[name] = Vetting(
            deed: deed, course: course, matter: order.matter, unit: unit, mode: .console, author: order.clerk,
            isEmergency: false, state: .waiting, isOut: false)
        return ruling
    }

    /// Withdrawing, deciding, signing afterwards: each once, and by the right one.
    func reviewing(_ order: Order) -> Ruling? {
        guard let name = order.deed.review, let review = reviews[name] else { return nil }
        let clerk = order.clerk
        let placeholder = Affair(review.course, unit: review.unit)
        var ruling = Ruling(after: affairs[order.matter] ?? placeholder)
        var after = review
        after.version += 1
        if case .readReview = order.deed {
            ruling.refuse(.stale, if: !review.isSeen(by: clerk))
            return ruling
        }
        ruling.refuse(.stale, if: read[order.desk][name] != review.version)
        switch order.deed {
        case .withdraw:
            ruling.refuse(.stale, if: !review.isSeen(by: clerk))
            ruling.refuse(.notAllowed, if: !Self.isPublisher(clerk) || clerk != review.author)
            ruling.refuse(if: !review.isLocked)
            after.state = .withdrawn
            after.decider = nil
        case .decide(_, let agrees, let reason):
            ruling.refuse(.notAllowed, if: !review.isReviewed(by: clerk))
            ruling.refuse(if: review.mode == .paper || review.state != .waiting || clerk == review.author)
            ruling.refuse(if: !agrees && reason.isEmpty)
            after.state = agrees ? .agreed : review.isEmergency ? .objected : .returned
            after.decider = clerk
        case .sign(_, let approver):
            let isOwn = Self.unit(of: clerk) == review.unit
            ruling.refuse(.stale, if: !review.isSeen(by: clerk))
            ruling.refuse(.notAllowed, if: !isOwn || !(Self.isPublisher(clerk) || Self.isReviewer(clerk)))
            ruling.refuse(if: review.mode == .console || review.state != .waiting || clerk == review.author)
            ruling.refuse(if: approver == Self.fullName(review.author))
            after.state = .agreed
            after.decider = clerk
        default: return nil
        }
        ruling.reviews[name] = after
        return ruling
    }
}

extension Ruling {
    /// Keeps with what went out what let it out.
    fileprivate mutating func wasLetOut(_ deed: Deed, by review: Int?) {
        switch deed {
        case .announce: after.papers[.announcement]?.review = review
        case .notify: after.papers[.notice]?.review = review
        case .report: after.papers[.report]?.review = review
        case .modify(let paper, _, _, _), .correct(let paper, _, _, _): after.papers[paper]?.review = review
        case .postpone(_, _, _, let notice), .terminate(_, let notice): after.notices[notice]?.review = review
        default: break
        }
    }
}

extension Approval {
    fileprivate var isEmergency: Bool {
        if case .emergency = self { true } else { false }
    }
}

extension Deed {
    /// The same on the day it goes out, when being late is spoken of.
    func with(lateReason: String) -> Deed {
        switch self {
        case .announce(let dates, _): .announce(dates: dates, lateReason: lateReason)
        case .notify(let hearing, _): .notify(hearing: hearing, lateReason: lateReason)
        case .report(let present, _): .report(present: present, lateReason: lateReason)
        case .modify(let paper, let hearing, let reason, _):
            .modify(paper: paper, hearing: hearing, reason: reason, lateReason: lateReason)
        case .correct(let paper, let hearing, let reason, _):
            .correct(paper: paper, hearing: hearing, reason: reason, lateReason: lateReason)
        case .postpone(let to, let reason, _, let notice):
            .postpone(to: to, reason: reason, lateReason: lateReason, notice: notice)
        default: self
        }
    }
}
