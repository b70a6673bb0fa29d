// Random orders about what citizens wrote.
import ActOrders
import Model

extension Chooser {
    /// What may be done next about its comments, mostly.
    mutating func attention(to affair: Affair) -> Deed {
        let names = affair.letters.keys.sorted()
        let out = names.filter { affair.letters[$0]?.isOut == true }
        let picked = one(of: !out.isEmpty && chance(40) ? out : names)
        guard let name = picked, chance(names.count > 1 ? 92 : 60), let letter = affair.letters[name] else {
            return register(affair)
        }
        if letter.isHidden ? chance(70) : chance(5) { return .show(comment: name, reason: because()) }
        if letter.isDuplicate ? chance(70) : chance(5) { return .unmarkDuplicate(comment: name) }
        if letter.answered == nil && !letter.isExtended ? chance(20) : chance(3) {
            return .extendReply(comment: name, reason: because())
        }
        if letter.answered == nil ? chance(4) : chance(60) { return afterwards(name, letter) }
        switch number(0...8) {
        case 0, 1: return .handle(comments: [name] + names.filter { $0 != name }.prefix(number(0...1)))
        case 2...4:
            let others = names.filter { $0 != name && affair.letters[$0]?.state == letter.state }
            return .reply(comments: [name] + others.prefix(number(0...2)), adoption: adoption(), reason: reason())
        case 5, 6: return .hide(comment: name, reason: because())
        default:
            let standing = names.filter { $0 != name && !out.contains($0) }
            let original = one(of: chance(85) ? standing : names)
            return .markDuplicate(comment: name, of: original ?? name)
        }
    }

    /// A letter, mostly received since the announcement.
    private mutating func register(_ affair: Affair) -> Deed {
        let day = day(in: -8...(chance(93) ? 0 : 1))
        let announced = affair.papers[.announcement]?.at.day ?? day
        return .register(comment: name(), received: (chance(93) ? max(day, announced) : day).description)
    }

    /// What follows an answer.
    private mutating func afterwards(_ name: Int, _ letter: Letter) -> Deed {
        guard chance(60) else {
            return .changeReply(comment: name, adoption: adoption(), reason: reason(), because: because())
        }
        let degree = one(of: ["satisfied", "mostly", "dissatisfied"]) ?? "mostly"
        let answered = letter.answered ?? now.day
        let day = answered.adding(days: number(chance(92) ? 0...max(0, now.day - answered) : -2...8))
        return .recordSatisfaction(comment: name, degree: degree, day: day.description)
    }

    private mutating func adoption() -> String {
        one(of: ["adopted", "partly", "declined", "explained"]) ?? "adopted"
    }
}
