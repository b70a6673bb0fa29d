// A citizen's comment as the rule book sees it.
import Model

struct Letter: Equatable {
    let received: Day
    var isHandled = false
    /// The day of the first answer, which is the one C1 counts.
    var answered: Day?
    /// How often the answer was written.
    var answers = 0
    var adoption: String?
    /// C1: complex, and given more time.
    var isExtended = false
    var satisfaction: Voice?
    var isHidden = false
    /// The one it says the same as; its answer is the answer to both.
    var original: Int?
    var version = 1

    /// What the citizen says of the answer.
    struct Voice: Equatable {
        var degree: String
        var day: Day
    }

    var isDuplicate: Bool { original != nil }

    /// Hidden and duplicate ones count as handled and answered.
    var isOut: Bool { isHidden || isDuplicate }
    /// Nothing waits to be done; whether something may be done even so, the rule book does not say.
    var isSettled: Bool { isOut || answered != nil }
    var isUnhandled: Bool { !isOut && !isHandled }
    var isUnanswered: Bool { !isOut && answered == nil }

    var state: CommentState {
        if isHidden { return .hidden }
        if isDuplicate { return .duplicate }
        if answered != nil { return .answered }
        return isHandled ? .handled : .waiting
    }

    /// C1: a suggestion is answered within 7 working days, a complex one within 15.
    var due: Day { WorkingDays.step(isExtended ? 15 : 7, from: received) }

    func light(on today: Day) -> Light {
        if isOut { return .ended }
        guard let answered else { return WorkingDays.light(due, on: today) }
        return answered > due ? .metLate : .met
    }

    /// Working days left for the answer, or that were left when it was given; below zero past the last day.
    func left(on today: Day) -> Int {
        let from = answered ?? today
        return due < from
            ? -WorkingDays.count(after: due, through: from) : WorkingDays.count(after: from, through: due)
    }
}

extension Affair {
    /// H4: received after the last day; answered like others, and holds no report up.
    func isLate(_ letter: Letter) -> Bool { commentsUntil.map { letter.received > $0 } ?? false }

    /// Those that hold a report up where one may be held up (G6).
    var timely: [Letter] { letters.values.filter { !isLate($0) } }

    /// Whether others were marked as saying the same as this one.
    func isOriginal(_ name: Int) -> Bool { letters.values.contains { $0.original == name } }
}
