// The hearings that show every state and light on the demo's present day.

/// A hearing directed to stand in a certain state now.
struct DemoCase: Sendable {
    /// Which of its unit's subjects it is about.
    let subject: Int
    /// The hearing's day in working days from today.
    let hearing: Int
    let terms: DemoCourse.Terms

    init(
        _ subject: Int, hearing: Int, lead: Int, given: DemoCourse.Given = .exact, notice: Int? = nil,
        report: Int? = nil
    ) {
        self.subject = subject
        self.hearing = hearing
        terms = DemoCourse.Terms(given: given, lead: lead, notice: notice, report: report)
    }

    /// What the first unit's list shows, one of each; the first three are those of the clerks' handbook.
    static let all = [
        // Just announced; the notice is due in five working days.
        DemoCase(0, hearing: 12, lead: 13),
        // Held; the report is due in two working days.
        DemoCase(1, hearing: -8, lead: 14, notice: 8),
        // Held; the report is overdue.
        DemoCase(2, hearing: -23, lead: 13, notice: 8),
        // Announced with a rough date, and with none.
        DemoCase(3, hearing: 18, lead: 20, given: .approximate),
        DemoCase(4, hearing: 22, lead: 26, given: .open),
        // Announced, with time left.
        DemoCase(5, hearing: 20, lead: 23),
        // The notice is due in two working days, and today.
        DemoCase(6, hearing: 9, lead: 15),
        DemoCase(7, hearing: 7, lead: 16),
        // The notice is overdue; the hearing is to come, and was to be two days ago.
        DemoCase(8, hearing: 5, lead: 15),
        DemoCase(9, hearing: -2, lead: 12),
        // Noticed in time, and late; the hearing is to come.
        DemoCase(10, hearing: 3, lead: 14, notice: 8),
        DemoCase(11, hearing: 1, lead: 12, notice: 5),
        // The date became exact with the notice, and showed the announcement to be late.
        DemoCase(12, hearing: 6, lead: 9, given: .approximate, notice: 7),
        // Today.
        DemoCase(13, hearing: 0, lead: 13, notice: 8),
        // Held; the report has time, and is due today.
        DemoCase(14, hearing: -3, lead: 12, notice: 7),
        DemoCase(15, hearing: -10, lead: 13, notice: 9),
        // Complete: in time; the report late; the announcement late; the notice late.
        DemoCase(3, hearing: -15, lead: 14, notice: 8, report: 8),
        DemoCase(5, hearing: -30, lead: 13, notice: 7, report: 13),
        DemoCase(6, hearing: -36, lead: 8, notice: 7, report: 9),
        DemoCase(8, hearing: -44, lead: 12, notice: 5, report: 7),
    ]
}
