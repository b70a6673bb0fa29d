// The office as the rule book sees it: what may be done, and what is so then. It knows nothing of the program but days off.
import ActOrders
import CountyFixture
import Model

/// Why something is refused.
enum Why: String {
    /// A rule of the procedure.
    case rule
    /// What is on the desk is not what is in the store any more.
    case stale
    /// Not this clerk's right.
    case notAllowed
}

/// What the rule book says of an order.
struct Ruling {
    /// Everything that speaks against it; one of them is given as the reason. Empty where it may be done.
    var whys: Set<Why> = []
    /// Whether the rule book is silent, so that it may be done as well as refused.
    var isSilent = false
    /// The matter once it is done.
    var after: Affair
    /// The reviews that it begins or changes, by their names in the case.
    var reviews: [Int: Vetting] = [:]

    mutating func refuse(_ why: Why = .rule, if wrong: Bool) {
        if wrong { whys.insert(why) }
    }

    mutating func keepSilent(if unsaid: Bool) {
        if unsaid { isSilent = true }
    }
}

struct RuleBook {
    /// Matters by their names in the case.
    private(set) var affairs: [Int: Affair] = [:]
    /// What lies on each desk of which matter.
    private(set) var held: [[Int: Held]] = [[:], [:]]
    /// How each system is reviewed.
    let modes: Modes
    /// Reviews by their names in the case, and in which version they lie on each desk.
    private(set) var reviews: [Int: Vetting] = [:]
    private(set) var read: [[Int: Int]] = [[:], [:]]
    /// What was handed in last of a draft that is there still.
    private(set) var drafts: [DraftName: Int] = [:]

    init(_ modes: Modes) { self.modes = modes }

    /// What acts rest on: versions of the matter and of its comments, and which documents are out.
    struct Held {
        var version: Int
        /// The store's names for them.
        var papers: [Paper: Int64]
        /// How many versions of them.
        var versions: [Paper: Int]
        /// By their names in the case.
        var comments: [Int: Int]
    }

    /// What is to come of an order; nil where it means nothing, because its matter never came to be.
    func ruling(_ order: Order) -> Ruling? {
        guard let now = Moment(order.at) else { return nil }
        if order.deed.review != nil { return reviewing(order) }
        if case .submit(let deed, let name) = order.deed { return submitting(deed, name, order, at: now) }
        if let dates = order.deed.opening {
            guard affairs[order.matter] == nil, let unit = Self.unit(of: order.clerk) else { return nil }
            var ruling = Ruling(after: Affair(.of(dates), unit: unit))
            ruling.after.version = 1
            ruling.refuse(.notAllowed, if: !Self.isPublisher(order.clerk))
            ruling.carryOut(order.deed, at: now)
            clear(order, &ruling)
            return ruling
        }
        guard let affair = affairs[order.matter] else { return nil }
        var ruling = Ruling(after: affair)
        if affair.isDeleted {
            ruling.whys = [.rule, .stale, .notAllowed]
            return ruling
        }
        if order.deed == .look { return ruling }
        let isOwn = Self.unit(of: order.clerk) == affair.unit
        ruling.refuse(.notAllowed, if: !Self.isPublisher(order.clerk) || !isOwn)
        ruling.carryOut(order.deed, at: now)
        ruling.refuse(.stale, if: isStale(order, affair) || order.deed.isOfOwnOnly && !isOwn)
        if order.deed.base == .matter { ruling.after.version += 1 }
        clear(order, &ruling)
        return ruling
    }

    /// Whether what the clerk has read is not so any more.
    func isStale(_ order: Order, _ affair: Affair) -> Bool {
        let desk = held[order.desk][order.matter]
        switch order.deed.base {
        case .nothing: return false
        case .matter: return desk?.version != affair.version
        case .comments: return order.deed.changed.contains { desk?.comments[$0] != affair.letters[$0]?.version }
        case .paper(let paper):
            return desk?.papers[paper] == nil || desk?.papers[paper] != affair.papers[paper]?.key
        }
    }

    mutating func record(_ order: Order, _ ruling: Ruling) {
        reviews.merge(ruling.reviews) { $1 }
        if let review = order.deed.review {
            read[order.desk][review] = nil
            return
        }
        if case .submit(let deed, let name) = order.deed {
            drafts[draft(of: deed, order)] = name
            return
        }
        if order.deed.isPublication { drafts[draft(of: order.deed, order)] = nil }
        affairs[order.matter] = ruling.after
    }

    mutating func place(_ version: Int, ofReview review: Int, onDesk desk: Int) { read[desk][review] = version }

    mutating func place(_ page: Held?, of matter: Int, onDesk desk: Int) { held[desk][matter] = page }

    /// Takes over how the store counts versions.
    mutating func found(_ version: Int, of matter: Int) { affairs[matter]?.version = version }
    mutating func found(_ version: Int, ofComment name: Int, of matter: Int) {
        affairs[matter]?.letters[name]?.version = version
    }
    /// Takes over what the store calls a document.
    mutating func found(_ key: Int64, of paper: Paper, of matter: Int) { affairs[matter]?.papers[paper]?.key = key }
}

extension Deed {
    /// What must not have changed since it was read.
    enum Base: Equatable {
        case nothing, matter, comments
        case paper(Paper)
    }

    var base: Base {
        switch self {
        case .look, .announce, .backfillAnnouncement, .register, .postNotice, .readReview, .withdraw, .decide, .sign:
            .nothing
        case .submit(let deed, _): deed.base
        case .post(let paper, _, _): .paper(paper)
        case .handle, .reply, .changeReply, .extendReply, .recordSatisfaction, .hide, .show, .markDuplicate,
            .unmarkDuplicate:
            .comments
        default: .matter
        }
    }

    /// Whether those of other units do not even see what it is about.
    var isOfOwnOnly: Bool {
        if case .postNotice = self { true } else { false }
    }

    /// The days it tells, where it begins a matter.
    var opening: Dates? {
        switch self {
        case .announce(let dates, _), .backfillAnnouncement(let dates, _, _): dates
        default: nil
        }
    }

    /// Whether a text of ours goes out: what is entered afterwards was public before.
    var isPublication: Bool {
        switch self {
        case .announce, .notify, .report, .modify, .correct, .postpone, .terminate: true
        default: false
        }
    }
}
