// Letters about the demo's public notices and bulletins: when they come, and what is answered.

/// What somebody writes.
struct DemoLetter: Sendable {
    let channel: String
    let author: String?
    let contact: String?
    let body: String
    /// It came after the last day (逾期意见).
    let isLate: Bool
}

/// What is done about a letter.
enum DemoAnswer: Sendable {
    case handle(String)
    case reply(Adoption, reason: String?, String)
    case hide(reason: String)
    /// It says the same as the n-th.
    case duplicate(of: Int)
}

/// What becomes of a letter.
enum DemoFate: Sendable {
    case waiting, handled, adopted, partly, declined, explained, hidden, duplicate
    /// It comes after the last day, and is answered.
    case late

    fileprivate var adoption: Adoption? {
        switch self {
        case .adopted: .adopted
        case .partly: .partly
        case .declined: .declined
        // A letter that nothing came before repeats nothing.
        case .explained, .late, .duplicate: .explained
        case .waiting, .handled, .hidden: nil
        }
    }

    /// Another letter may repeat it.
    fileprivate var canBeRepeated: Bool { self != .hidden && self != .duplicate }
}

/// The letters about one matter.
struct DemoLetters {
    private struct Coming {
        let at: Moment
        let fate: DemoFate
        let channel: String
    }

    private let theme: DemoTheme
    private let fates: [DemoFate]
    private let from: Moment
    private let until: Moment
    private let lastDay: Day?
    private let agenda: DemoAgenda

    /// - Parameters:
    ///   - until: when nobody writes any more.
    ///   - lastDay: the last day on which a letter is in time; nil where it always is.
    init(
        _ theme: DemoTheme, _ fates: [DemoFate], from: Moment, until: Moment, lastDay: Day?, _ agenda: DemoAgenda
    ) {
        self.theme = theme
        self.fates = fates
        self.from = from
        self.until = min(until, agenda.now)
        self.lastDay = lastDay
        self.agenda = agenda
    }

    func steps(_ random: inout SeededRandom) -> [DemoStep] {
        let coming = fates.indices.map { self.coming($0, &random) }.sorted { $0.at < $1.at }
        var steps: [DemoStep] = []
        var bodies: [String] = []
        for (place, letter) in coming.enumerated() {
            let original = coming[..<place].firstIndex { $0.fate.canBeRepeated }
            let body =
                if letter.fate == .duplicate, let original { bodies[original] } else { theme.letter(place, &random) }
            bodies.append(body)
            steps.append(DemoStep(at: letter.at, act: .hear(written(letter, body, &random))))
            guard let answer = answer(letter.fate, original, &random) else { continue }
            steps.append(
                DemoStep(
                    at: agenda.office(random.within(1...2), from: letter.at.day, &random),
                    act: .answer(letter: place, answer)))
        }
        return steps
    }

    /// Spread over the time there is; what comes on paper or by telephone comes while offices are open.
    private func coming(_ number: Int, _ random: inout SeededRandom) -> Coming {
        if fates[number] == .late, let lastDay {
            return Coming(at: agenda.office(1, from: lastDay, &random), fate: .late, channel: "letter")
        }
        let channel = ["web", "telephone", "letter", "email", "visit", "web"][random.below(6)]
        let slot = max(3, Int(until.milliseconds - from.milliseconds) / 1000 / (fates.count + 1))
        let at = from.adding(seconds: slot * number + slot / 2 + random.below(slot / 3))
        let inOffice = DemoCourse.office(agenda.calendar.onOrAfter(at.day), &random)
        guard channel != "web", inOffice > from, inOffice < until else {
            return Coming(at: at, fate: fates[number], channel: "web")
        }
        return Coming(at: inOffice, fate: fates[number], channel: channel)
    }

    private func written(_ letter: Coming, _ body: String, _ random: inout SeededRandom) -> DemoLetter {
        let isNamed = letter.channel != "web" || random.chance(percent: 60)
        return DemoLetter(
            channel: letter.channel, author: isNamed ? DemoPeople.name(&random) : nil,
            contact: isNamed ? DemoPeople.mobile(&random) : nil, body: body,
            isLate: lastDay.map { letter.at.day > $0 } ?? false)
    }

    private func answer(_ fate: DemoFate, _ original: Int?, _ random: inout SeededRandom) -> DemoAnswer? {
        switch fate {
        case .waiting: return nil
        case .handled: return .handle(random.pick(DemoCommentText.handlings))
        case .hidden: return .hide(reason: DemoComment.hiddenReason)
        case .duplicate:
            if let original { return .duplicate(of: original) }
        default: break
        }
        guard let adoption = fate.adoption else { return nil }
        return .reply(
            adoption, reason: adoption == .declined ? random.pick(DemoTheme.declined) : nil,
            theme.reply(adoption, &random))
    }
}
