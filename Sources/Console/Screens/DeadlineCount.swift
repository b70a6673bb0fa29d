// How a deadline was counted, day by day, in a frame over the screen that shows it.
import Model

/// The count of one deadline, to be read.
struct DeadlineCount {
    private let deadline: Deadline
    let lines: [StyledLine]
    var title: String { "\(deadline.label)期限怎么数的" }

    /// - Parameters:
    ///   - day: the last day as it is counted now; a deadline keeps the day that was decided.
    ///   - explanation: what was counted from, then a line for each day.
    init(_ deadline: Deadline, day: Day, explanation: [String], _ context: PublicationCheck.Context) {
        self.deadline = deadline
        var lines = [StyledLine(deadline.sentence(today: context.now.day, calendar: context.calendar), .label)]
        lines += explanation.prefix(1).map { StyledLine($0) } + [.empty]
        if day != deadline.due {
            lines.append(StyledLine("放假安排或设置后来有改动: 期限仍是当时定的 \(deadline.due), 按现在的数法是 \(day)。", .soon))
        }
        self.lines = lines + explanation.dropFirst().map { StyledLine($0) }
    }

    /// The count of what a unit owes for a quarter; nil for a matter's deadline.
    init?(period deadline: Deadline, _ procedure: Procedure, _ context: PublicationCheck.Context) {
        let dueDay = context.settings.dueDay(procedure)
        guard let duty = procedure.duty, let quarter = deadline.period,
            let day = duty.due(quarter, dayOfMonth: dueDay, calendar: context.calendar)
        else { return nil }
        let explanation = duty.explanation(of: quarter, dayOfMonth: dueDay, calendar: context.calendar)
        self.init(deadline, day: day, explanation: explanation, context)
    }

    var screen: TextScreen {
        let rows = lines.reduce(0) { $0 + $1.wrapped(to: 52).count }
        return TextScreen(title, lines, in: .popup(Size(rows: min(17, rows), columns: 54)))
    }
}
