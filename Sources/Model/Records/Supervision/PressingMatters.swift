// What presses about a matter, in sentences, for whoever is about to ask its unit why.
internal import GRDB

extension Office {
    /// What is overdue, soon due or was late about a matter, the worst first, and its comments that want an answer.
    func pressing(of matter: Matter, in session: Session) throws(Refusal) -> [String] {
        try read(in: session) { transaction in
            let calendar = try transaction.calendar()
            let lights: [Light] = [.overdue, .soon, .metLate]
            let deadlines = lights.flatMap { light in
                matter.deadlines.filter { $0.light == light }.map { deadline in
                    let reason = deadline.lateReason.map { ", 原因: \($0)" } ?? ""
                    return deadline.sentence(today: transaction.today, calendar: calendar) + reason
                }
            }
            let comments = try transaction.commentedMatters("m.id = ?", [matter.id.rawValue])
            return deadlines + comments.filter { $0.tally.unanswered > 0 }.map(\.waitingSentence)
        }
    }
}
