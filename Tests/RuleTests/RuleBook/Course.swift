// A system as the rule book has it: a value, so that one more system is one more value.
import ActOrders
import Model

/// What the law sets a day for, with its distance in working days from the event.
struct Step: Hashable {
    let name: String
    let workingDays: Int
    /// The document that does it; nil where it is registered as done.
    let paper: Paper?

    static let materials = Step(name: "materials", workingDays: -3, paper: nil)

    static func of(_ paper: Paper, _ workingDays: Int) -> Step {
        Step(name: paper.rawValue, workingDays: workingDays, paper: paper)
    }
}

struct Course: Equatable {
    /// What must be so before the report, besides the order of documents.
    enum Condition { case eventOver, twoThirdsPresent, everyCommentAnswered }

    let system: System
    /// In the order in which they go out, each once.
    let papers: [Paper]
    let steps: [Step]
    let beforeReport: Set<Condition>
    /// Nil where there is nothing to be moved or ended.
    let move: Move?
    /// B3: where review is set aside, it is on paper.
    var mustBeReviewed = false

    /// How its event is moved once it is told, with a temporary notice: a hearing to another working day (改期), the end of a period
    /// only further off, and comments with it.
    enum Move { case toAnotherWorkingDay, furtherOff }

    /// H1, H2, H11, H3; H6 and H7; two thirds of the representatives (H11).
    static let hearing = Course(
        system: .hearing, papers: [.announcement, .notice, .report],
        steps: [.of(.announcement, -10), .of(.notice, -7), .materials, .of(.report, 10)],
        beforeReport: [.eventOver, .twoThirdsPresent], move: .toAnotherWorkingDay)

    /// G3, G5; G4; G6. There is no notice.
    static let publicNotice = Course(
        system: .publicNotice, papers: [.announcement, .report], steps: [.of(.report, 10)],
        beforeReport: [.eventOver, .everyCommentAnswered], move: .furtherOff)

    /// B1-B4: one document, comments always, no event. Which quarters are owed has a test of its own.
    static let bulletin = Course(
        system: .bulletin, papers: [.announcement], steps: [], beforeReport: [], move: nil, mustBeReviewed: true)

    static let all = [hearing, publicNotice, bulletin]

    static func of(_ dates: Dates) -> Course {
        switch dates {
        case .hearing: .hearing
        case .period: .publicNotice
        case .quarter, .sudden: .bulletin
        }
    }

    func before(_ paper: Paper) -> Paper? {
        guard let place = papers.firstIndex(of: paper), place > 0 else { return nil }
        return papers[place - 1]
    }
}
