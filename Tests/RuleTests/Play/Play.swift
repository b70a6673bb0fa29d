// One case played by two processes, and held against the rule book after every step.
import ActOrders
import CountyFixture
import Model

/// What is done at once: one order, or one at each desk.
typealias Moves = [Order]

final class Play {
    private let stage: Stage
    private let office: Office
    private let clock: MovableClock
    private let path: String
    private(set) var book: RuleBook
    private(set) var tally = Tally()
    /// The matters' keys in the store.
    private var keys: [Int: Int64] = [:]
    /// Those of comments, temporary notices and reviews.
    private var made: [Int: Int64] = [:]

    init(_ modes: Modes, on stage: Stage) throws {
        self.stage = stage
        book = RuleBook(modes)
        (office, clock, path) = try stage.open(modes)
    }

    /// Plays one step.
    /// - Throws: `Trouble` when a process does what the rule book forbids or refuses what it allows, or a figure is wrong.
    func play(_ moves: Moves) throws {
        let orders = try moves.filter(isReady)
        for order in orders {
            try stage.desks[order.desk].tell(.act(order, keys(for: order)))
        }
        let answers = try orders.map { try stage.desks[$0.desk].answer() }
        try settle(orders, answers)
        guard let now = moves.first.flatMap({ Moment($0.at) }) else { return }
        clock.now = now
        try compare(
            Set(orders.map(\.matter)), at: now, isThorough: orders.contains { $0.deed.isFollowUp },
            ofReviews: orders.contains(where: \.isOfReviews))
    }

    /// What is true once nothing more is done.
    func end() throws {
        try compare(Set(keys.keys), at: clock.now, isThorough: true, ofReviews: true)
        let findings = office.check()
        guard findings.isEmpty else { throw Trouble("check finds: \(findings)") }
        try JournalAccount(of: path).compare(with: office, stage.sessions, keys.values.sorted())
    }

    /// Whether it means something; what it rests on is then on the desk.
    private func isReady(_ order: Order) throws -> Bool {
        if let review = order.deed.review { return try isRead(review, order) }
        if case .submit(let deed, _) = order.deed, deed.opening != nil { return book.ruling(order) != nil }
        return try order.deed.opening == nil && order.deed != .look ? isOnDesk(order) : book.ruling(order) != nil
    }

    /// Reads the review where it was not read at this desk; the supervisor may read them all.
    private func isRead(_ review: Int, _ order: Order) throws -> Bool {
        guard made[review] != nil, book.reviews[review] != nil else { return false }
        guard book.read[order.desk][review] == nil, order.deed != .readReview(review: review) else { return true }
        let look = Order(
            desk: order.desk, at: order.at, clerk: Stage.supervisingReviewer, matter: order.matter,
            deed: .readReview(review: review))
        try settle([look], [stage.desks[order.desk].ask(.act(look, keys(for: look)))])
        return true
    }

    /// Opens the matter's page where it is not open at this desk.
    private func isOnDesk(_ order: Order) throws -> Bool {
        guard book.ruling(order) != nil else { return false }
        if case .postNotice(let name, _) = order.deed, made[name] == nil { return false }
        func isHeld() -> Bool {
            guard let page = book.held[order.desk][order.matter] else { return false }
            return order.deed.comments.allSatisfy { page.comments[$0] != nil }
        }
        guard !isHeld() else { return true }
        let look = Order(desk: order.desk, at: order.at, clerk: order.clerk, matter: order.matter, deed: .look)
        let answer = try stage.desks[order.desk].ask(.act(look, keys(for: look)))
        try settle([look], [answer])
        return isHeld()
    }

    private func keys(for order: Order) -> Keys { Keys(matter: keys[order.matter], made: made) }

    /// Finds the order in which things happened: that of the journal, where both were done; else the one that the answers fit.
    private func settle(_ orders: [Order], _ answers: [Answer]) throws {
        var said = ""
        for sequence in Self.sequences(answers) {
            var trial = book
            var fits = true
            for index in sequence {
                guard let ruling = trial.ruling(orders[index]) else { continue }
                fits = fits && Self.fits(answers[index], ruling)
                said += "\n  the book says \(ruling.whys.map(\.rawValue).sorted()): \(orders[index])"
                if case .done = answers[index] { trial.record(orders[index], ruling) }
            }
            guard fits else { continue }
            book = trial
            for (order, answer) in zip(orders, answers) { take(answer, to: order) }
            return
        }
        throw Trouble("what happened fits no order:\(answers.map { "\n  \($0)" }.joined())\(said)")
    }

    private func take(_ answer: Answer, to order: Order) {
        tally.count(order, answer)
        switch answer {
        case .ready, .refused, .stroke: break
        case .shown(let page): book.place(held(page, of: order.matter), of: order.matter, onDesk: order.desk)
        case .review(let version):
            if let name = order.deed.review { book.place(version, ofReview: name, onDesk: order.desk) }
        case .done(_, let key, let madeKey, let review, let page):
            if let key { keys[order.matter] = key }
            if let name = order.deed.made { made[name] = madeKey }
            if let name = order.approval?.review, let review { made[name] = review }
            // What is handed in may have no matter yet.
            guard key != nil else { return }
            book.place(page.map { held($0, of: order.matter) }, of: order.matter, onDesk: order.desk)
        }
    }

    /// What a desk has read, by the names of the case.
    private func held(_ page: DeskPage, of matter: Int) -> RuleBook.Held {
        let names = commentKeys(book.affairs[matter]).compactMap { name, key in
            page.comments[Int(key)].map { (name, $0) }
        }
        return RuleBook.Held(
            version: page.version, papers: page.papers, versions: page.versions,
            comments: Dictionary(uniqueKeysWithValues: names))
    }

    /// Temporary notices have keys of their own, which may be the same numbers.
    private func commentKeys(_ affair: Affair?) -> [Int: Int64] { made.filter { affair?.letters[$0.key] != nil } }

    /// The orders in which the steps may have come.
    private static func sequences(_ answers: [Answer]) -> [[Int]] {
        guard answers.count == 2 else { return [Array(answers.indices)] }
        guard case .done(let first, _, _, _, _) = answers[0], case .done(let second, _, _, _, _) = answers[1] else {
            return [[0, 1], [1, 0]]
        }
        return [first < second ? [0, 1] : [1, 0]]
    }

    private static func fits(_ answer: Answer, _ ruling: Ruling) -> Bool {
        switch answer {
        case .ready, .stroke: false
        case .shown, .review, .done: ruling.whys.isEmpty
        case .refused(let reason, _):
            ruling.whys.contains { $0.rawValue == reason } || ruling.isSilent && reason == Why.rule.rawValue
        }
    }

    /// Holds the lists, and the pages of some matters, against the rule book.
    /// - Parameters:
    ///   - isThorough: the lists of what changes least, too.
    ///   - ofReviews: what waits for review, too.
    private func compare(_ names: Set<Int>, at now: Moment, isThorough: Bool, ofReviews: Bool) throws {
        let figures = try Figures(office, stage.sessions, at: now)
        for name in names.sorted() {
            guard let key = keys[name], let affair = book.affairs[name] else { continue }
            guard let matter = try figures.compare(affair, key: key, book.reviews) else { continue }
            guard matter.version >= affair.version else {
                throw Trouble("matter \(name) was changed, but its version is still \(matter.version)")
            }
            book.found(matter.version, of: name)
            for document in matter.documents {
                guard let paper = Paper(rawValue: document.kind.rawValue) else { continue }
                book.found(document.id.rawValue, of: paper, of: name)
            }
            for (comment, version) in try figures.compareComments(affair, key: key, commentKeys(affair)) {
                book.found(version, ofComment: comment, of: name)
            }
        }
        let affairs = book.affairs.compactMap { name, affair in keys[name].map { ($0, affair) } }
        let units = names.compactMap { book.affairs[$0]?.unit }
        try figures.compareLists(affairs, of: Set(units))
        if isThorough {
            try figures.compareAges(affairs.map(\.1))
            try figures.compareRegister(affairs.map(\.1), book.reviews)
        }
        if ofReviews { try figures.compareReviews(book) }
    }
}

extension Order {
    fileprivate var isOfReviews: Bool { deed.review != nil || deed.isSubmission || approval != nil }
}

extension Deed {
    /// Whether it follows what was published or written before: after it all lists are looked at.
    fileprivate var isFollowUp: Bool {
        if review != nil || isSubmission { return false }
        return switch base {
        case .comments, .paper: true
        case .nothing, .matter: false
        }
    }
}
