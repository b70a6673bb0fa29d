// A review as the rule book sees it, and who does what about it (R1).
import ActOrders
import CountyFixture
import Model

/// How each system is reviewed.
struct Modes: Codable {
    /// As it is set, by the system's name.
    let set: [String: String]

    /// B3: bulletins never go out unreviewed, whatever is set.
    subscript(_ course: Course) -> ReviewMode {
        let mode = set[course.system.rawValue].flatMap(ReviewMode.init(rawValue:)) ?? .none
        return course.mustBeReviewed && mode == .none ? .paper : mode
    }
}

struct Vetting: Equatable {
    /// Nil for what is signed on paper or goes out in an emergency.
    var deed: Deed?
    let course: Course
    /// Of its matter, in the case.
    let matter: Int
    let unit: Int
    let mode: ReviewMode
    let author: String
    let isEmergency: Bool
    var state: Review.State
    var isOut: Bool
    /// Who decided, or registered the signature.
    var decider: String?
    var version = 1

    /// A text that is handed in cannot be changed until it is out or taken back.
    var isLocked: Bool { !isOut && (state == .waiting || state == .agreed) }
    /// What went out unreviewed is owed a review by another person.
    var isOwed: Bool { isEmergency && state == .waiting }

    /// What the documents and the register say of it.
    var mark: String { Self.mark(mode, isEmergency, state, RuleBook.fullName(author), decider.map(RuleBook.fullName)) }

    static func mark(
        _ mode: ReviewMode, _ isEmergency: Bool, _ state: Review.State, _ author: String, _ decider: String?
    ) -> String {
        "\(mode) \(isEmergency ? "emergency " : "")by \(author): \(state) by \(decider ?? "nobody")"
    }

    /// Reviewers review their own unit's, those of the supervising unit everybody's.
    func isReviewed(by clerk: String) -> Bool {
        RuleBook.isReviewer(clerk) && (RuleBook.unit(of: clerk) == unit || RuleBook.isSupervisor(clerk))
    }

    /// Whether it is for the clerk to do something about.
    func isFor(_ clerk: String) -> Bool {
        guard state == .waiting, clerk != author else { return false }
        return mode == .console ? isReviewed(by: clerk) : RuleBook.unit(of: clerk) == unit
    }

    /// Whether it waits and the clerk is to know of it.
    func isListed(for clerk: String) -> Bool {
        guard state == .waiting else { return false }
        return mode == .console && isReviewed(by: clerk) || isEmergency && isSeen(by: clerk)
    }

    func isSeen(by clerk: String) -> Bool { RuleBook.unit(of: clerk) == unit || RuleBook.isSupervisor(clerk) }
}

/// A draft: each clerk has one of a text of a matter, one of each version that is revised, and one of what begins a matter.
struct DraftName: Hashable {
    let clerk: String
    let system: System?
    let matter: Int?
    let form: String

    init(_ deed: Deed, _ order: Order, base: (Paper) -> Int) {
        clerk = order.clerk
        system = deed.opening.map { Course.of($0).system }
        matter = system == nil ? order.matter : nil
        let name = "\(deed)".prefix { $0 != "(" }
        form =
            switch deed {
            case .modify(let paper, _, _, _), .correct(let paper, _, _, _): "\(name) \(paper) \(base(paper))"
            default: String(name)
            }
    }
}

extension RuleBook {
    /// The draft in which a deed's text is written.
    func draft(of deed: Deed, _ order: Order) -> DraftName {
        DraftName(deed, order) { held[order.desk][order.matter]?.versions[$0] ?? 1 }
    }

    static func unit(of clerk: String) -> Int? { County.people.first { $0.name == clerk }?.unit }
    static func fullName(_ clerk: String) -> String { County.people.first { $0.name == clerk }?.fullName ?? clerk }
    static func isPublisher(_ clerk: String) -> Bool { has(.publisher, clerk) }
    static func isSupervisor(_ clerk: String) -> Bool { has(.supervisor, clerk) }
    static func isReviewer(_ clerk: String) -> Bool { has(.reviewer, clerk) || clerk == Stage.supervisingReviewer }

    private static func has(_ role: Role, _ clerk: String) -> Bool {
        County.people.contains { $0.name == clerk && $0.roles.contains(role) }
    }
}
