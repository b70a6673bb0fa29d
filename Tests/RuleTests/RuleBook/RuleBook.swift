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
    var after: Hearing

    mutating func refuse(_ why: Why = .rule, if wrong: Bool) {
        if wrong { whys.insert(why) }
    }

    mutating func keepSilent(if unsaid: Bool) {
        if unsaid { isSilent = true }
    }
}

struct RuleBook {
    /// Matters by their names in the case.
    private(set) var hearings: [Int: Hearing] = [:]
    /// Which versions of which matter and of its comments lie on each desk.
    private(set) var held: [[Int: Held]] = [[:], [:]]

    struct Held {
        var version: Int
        /// By their names in the case.
        var comments: [Int: Int]
    }

    static func unit(of clerk: String) -> Int? { County.people.first { $0.name == clerk }?.unit }

    static func isPublisher(_ clerk: String) -> Bool {
        County.people.contains { $0.name == clerk && $0.roles.contains(.publisher) }
    }

    /// What is to come of an order; nil where it means nothing, because its matter never came to be.
    func ruling(_ order: Order) -> Ruling? {
        guard let now = Moment(order.at) else { return nil }
        if order.opens {
            guard hearings[order.matter] == nil, let unit = Self.unit(of: order.clerk) else { return nil }
            var ruling = Ruling(after: Hearing(unit: unit, commentsUntil: now.day, version: 1))
            ruling.refuse(.notAllowed, if: !Self.isPublisher(order.clerk))
            ruling.carryOut(order.deed, at: now)
            return ruling
        }
        guard let hearing = hearings[order.matter] else { return nil }
        var ruling = Ruling(after: hearing)
        if hearing.isDeleted {
            ruling.whys = [.rule, .stale, .notAllowed]
            return ruling
        }
        if order.deed == .look { return ruling }
        ruling.refuse(
            .notAllowed, if: !Self.isPublisher(order.clerk) || Self.unit(of: order.clerk) != hearing.unit)
        let desk = held[order.desk][order.matter]
        ruling.carryOut(order.deed, at: now)
        if order.deed.isAboutComments {
            let isStale = order.deed.changed.contains { desk?.comments[$0] != hearing.letters[$0]?.version }
            ruling.refuse(.stale, if: isStale)
        } else {
            ruling.refuse(.stale, if: desk?.version != hearing.version)
            ruling.after.version += 1
        }
        return ruling
    }

    mutating func record(_ order: Order, _ ruling: Ruling) { hearings[order.matter] = ruling.after }

    mutating func place(_ page: Held?, of matter: Int, onDesk desk: Int) { held[desk][matter] = page }

    /// Takes over how the store counts versions.
    mutating func found(_ version: Int, of matter: Int) { hearings[matter]?.version = version }
    mutating func found(_ version: Int, ofComment name: Int, of matter: Int) {
        hearings[matter]?.letters[name]?.version = version
    }
}

extension Deed {
    /// Whether it changes comments and not the matter.
    var isAboutComments: Bool {
        switch self {
        case .register, .handle, .reply, .hide, .show, .markDuplicate, .unmarkDuplicate: true
        default: false
        }
    }
}

extension Order {
    /// Whether it begins a matter.
    var opens: Bool {
        switch deed {
        case .announce: true
        default: false
        }
    }
}
