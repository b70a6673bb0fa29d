// One process's door to the store: its clerks, and what they have read.
import ActOrders
import CountyFixture
import Glibc
import Model

final class ActingDesk {
    private let clock = MovableClock(.at(.first, hour: 0, minute: 0))
    private var office: Office?
    private var sessions: [String: Session] = [:]
    /// Matters as they were last read here, however stale.
    private var read: [Int64: ReadMatter] = [:]
    /// Reviews as they were last read here, likewise.
    private var reviews: [Int64: Review] = [:]

    /// - Throws: `BadLine` for an order that no test gives.
    func answer(_ message: Message) throws -> Answer {
        do {
            switch message {
            case .signIn(let store, let at, let clerks):
                try goTo(at)
                let office = try Office(opening: store, clock: clock.clock)
                for clerk in clerks {
                    sessions[clerk] = try office.signIn(clerk, password: County.password, from: "tty1")
                }
                return .ready
            case .open(let store):
                office = try Office(opening: store, clock: clock.clock)
                read = [:]
                reviews = [:]
                return .ready
            case .act(let order, let keys): return try carryOut(order, keys)
            case .labour: return .ready
            case .limit(let bytes):
                try Self.limit(bytes)
                return .ready
            }
        } catch let refusal as Refusal {
            return .refused(reason: "\(refusal.reason)", sentence: refusal.sentence)
        }
    }

    /// Does a labour's acts, and tells each when it is done or refused.
    func carryOut(_ labour: Labour, telling tell: (Answer) throws -> Void) throws {
        guard let office, let session = sessions[labour.clerk] else {
            throw BadLine(description: "\(labour.clerk) has not signed in, or no store is open")
        }
        var labouring = Labouring(labour, office, session)
        for number in 0..<labour.acts {
            let answer: Answer
            do throws(Refusal) {
                answer = .stroke(try labouring.stroke(number))
            } catch {
                answer = .refused(reason: "\(error.reason)", sentence: error.sentence)
            }
            try tell(answer)
        }
    }

    private static func limit(_ bytes: UInt64?) throws {
        var limits = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limits) == 0 else {
            throw BadLine(description: "no limits")
        }
        limits.rlim_cur = bytes.map { rlim_t($0) } ?? limits.rlim_max
        guard setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limits) == 0 else {
            throw BadLine(description: "not limited")
        }
    }

    private func goTo(_ moment: String) throws {
        guard let moment = Moment(moment) else { throw BadLine(description: "no such moment: \(moment)") }
        clock.now = moment
    }

    private func carryOut(_ order: Order, _ keys: Keys) throws -> Answer {
        try goTo(order.at)
        guard let office, let session = sessions[order.clerk] else {
            throw BadLine(description: "\(order.clerk) has not signed in, or no store is open")
        }
        if case .look = order.deed {
            guard let key = keys.matter else { throw BadLine(description: "which matter?") }
            let matter = try ReadMatter(key, office, session)
            read[key] = matter
            return .shown(matter.page)
        }
        if case .readReview = order.deed {
            guard let key = order.deed.review.flatMap({ keys.made[$0] }) else {
                throw BadLine(description: "which review?")
            }
            let review = try office.review(Identifier(key), in: session)
            reviews[key] = review
            return .review(version: review.version)
        }
        let doing = Doing(office, session, order.approval, keys.matter.flatMap { read[$0] }, keys.made)
        let done = try doing.perform(order.deed) { self.reviews[$0] }
        if let key = order.deed.review.flatMap({ keys.made[$0] }) { reviews[key] = nil }
        guard let key = done.matter?.rawValue else {
            return .done(journal: done.journal, matter: nil, made: done.made, review: done.review, nil)
        }
        read[key] = try? ReadMatter(key, office, session)
        return .done(journal: done.journal, matter: key, made: done.made, review: done.review, read[key]?.page)
    }
}
