// A citizen's comment as the rule book sees it.
import Model

struct Letter: Equatable {
    let received: Day
    /// H4: received after the last day; answered like others, and holds no report up.
    let isLate: Bool
    var isHandled = false
    var answered: Day?
    var isHidden = false
    /// The one it says the same as; its answer is the answer to both.
    var original: Int?
    var version = 1

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

    /// C1: a suggestion is answered within seven working days.
    var due: Day { WorkingDays.step(7, from: received) }
}

extension Hearing {
    /// Those that hold a report up where one may be held up.
    var timely: [Letter] { letters.values.filter { !$0.isLate } }

    /// Whether others were marked as saying the same as this one.
    func isOriginal(_ name: Int) -> Bool { letters.values.contains { $0.original == name } }
}
