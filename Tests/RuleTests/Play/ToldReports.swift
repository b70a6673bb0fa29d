// The figures of reports as the journal alone tells them: counted slowly, row by row, with working days counted by hand.
import Model

/// When a comment came, and the first answer to it.
struct ToldLetter {
    let received: Day
    var isExtended = false
    private(set) var answered: Day?
    /// C1: judged when it was given.
    private(set) var isLate = false

    init(received: Day) { self.received = received }

    mutating func answer(on day: Day) {
        guard answered == nil else { return }
        answered = day
        isLate = day > WorkingDays.step(isExtended ? 15 : 7, from: received)
    }

    /// C1: whether the last day for the answer is over and nobody has answered.
    func isOverdue(on today: Day) -> Bool {
        answered == nil && today > WorkingDays.step(isExtended ? 15 : 7, from: received)
    }

    var days: Int { answered.map { WorkingDays.count(after: received, through: $0) } ?? 0 }
}

extension ToldMatter {
    private func document(_ kind: String) -> ToldDocument? { documents.values.first { $0.kind == kind } }

    /// The day of its announcement.
    var announced: Day? { document("announcement")?.at.day }

    /// What the reports count of it on a day.
    func figures(on today: Day) -> Model.Figures {
        var figures = Model.Figures()
        figures.announcements = 1
        figures.notices = documents.values.count { $0.kind == "notice" }
        figures.reports = documents.values.count { $0.kind == "report" }
        var isMet = false
        for step in course?.steps ?? [] {
            guard let day = event.flatMap({ Day($0) }) else { continue }
            let due = WorkingDays.step(step.workingDays, from: day)
            // What was due before it was entered here is not ours to count, unless it was registered here.
            guard entered.map({ due >= $0 }) ?? true || step.paper == nil && materials != nil else { continue }
            let isOurs = entered.map { due >= $0 } ?? true
            let met = step.paper.map { document($0.rawValue)?.at.day } ?? materials.flatMap { Moment(utc: $0)?.day }
            if let met {
                if met <= due { isMet = true } else if isOurs { figures.late = 1 }
            } else if ended == nil, due < today {
                figures.late = 1
            }
        }
        figures.inTime = isMet && figures.late == 0 ? 1 : 0
        for (key, comment) in comments {
            guard let letter = letters[key] else { continue }
            figures = figures + Self.figures(comment, letter, on: today)
        }
        return figures
    }

    private static func figures(_ comment: ToldComment, _ letter: ToldLetter, on today: Day) -> Model.Figures {
        var figures = Model.Figures()
        figures.comments = 1
        if comment.isHidden || comment.isDuplicate {
            figures.excused = 1
        } else if letter.answered != nil {
            figures.answered = 1
            figures.lateAnswers = letter.isLate ? 1 : 0
            figures.answerDays = letter.days
            figures.worstAnswerDays = letter.days
            figures.rated = comment.satisfaction == nil ? 0 : 1
            figures.satisfied = ["满意", "基本满意"].contains(comment.satisfaction) ? 1 : 0
        } else {
            figures.overdueAnswers = letter.isOverdue(on: today) ? 1 : 0
        }
        return figures
    }
}

/// All reports of a store, from what its journal tells.
struct ToldReports {
    private let matters: [ToldMatter]

    init(_ living: [Int64: ToldMatter]) { matters = Array(living.values) }

    /// Holds every report against the journal: its sums, its rows, and what each figure leads to.
    func compare(with office: Office, _ session: Session) throws {
        let today = office.clock.now().day
        let counted = matters.map { ($0, $0.figures(on: today)) }
        let total = counted.map(\.1).reduce(Model.Figures(), +)
        let whole = ReportScope(system: nil, reach: .site, span: .all)
        for course in Course.played {
            let its = counted.filter { $0.0.course == course }.map(\.1).reduce(Model.Figures(), +)
            let scope = ReportScope(system: course.system, reach: .site, span: .all)
            try same("figures of \(course.system.rawValue)", try sum(office, scope, .month, session), its)
        }
        for line in try office.figures(whole, by: .unit, in: session) {
            guard case .unit(let unit, let name, _, _) = line.subject else { continue }
            let its = counted.filter { $0.0.unit == unit.rawValue }.map(\.1).reduce(Model.Figures(), +)
            try same("figures of \(name)", line.figures, its)
        }
        for (grouping, key) in [
            (FigureLine.Grouping.month, { (day: Day) in "\(day.year)年\(day.month)月" }),
            (.quarter, { Quarter(of: $0).text }),
        ] {
            let shown = try office.figures(whole, by: grouping, in: session).map { ($0.subject.name, $0.figures) }
            let right = Dictionary(grouping: counted) { $0.0.announced.map(key) ?? "" }
            try same(
                "figures by \(grouping)", Dictionary(uniqueKeysWithValues: shown),
                right.mapValues { $0.map(\.1).reduce(Model.Figures(), +) })
        }
        try compareSpans(counted, office, session)
        try compareRows(counted, total, whole, office, session)
    }

    /// Spans that begin and end within months and years are told from other sums than whole ones.
    private func compareSpans(
        _ counted: [(ToldMatter, Model.Figures)], _ office: Office, _ session: Session
    ) throws {
        let days = Set(matters.compactMap(\.announced)).sorted()
        guard let first = days.first, let last = days.last else { return }
        for (from, to) in [
            (first, last), (first.adding(days: 1), last), (first, last.adding(days: -1)), (.first, last),
            (days[days.count / 2], .last),
        ] {
            let span = PublicationSpan(from: from, to: to)
            let right = counted.filter { $0.0.announced.map { (span.from...span.to).contains($0) } ?? false }.map(\.1)
            let scope = ReportScope(system: nil, reach: .site, span: span)
            let page = try office.page(of: .detail(.announced), scope, .first, limit: 1000, in: session)
            try same("matters of \(span)", [page.rows.count, page.total], [right.count, right.count])
            for grouping in FigureLine.Grouping.allCases {
                try same(
                    "figures of \(span) by \(grouping)", try sum(office, scope, grouping, session).withoutMissing,
                    right.reduce(Model.Figures(), +).withoutMissing)
            }
        }
    }

    private func sum(
        _ office: Office, _ scope: ReportScope, _ grouping: FigureLine.Grouping, _ session: Session
    ) throws -> Model.Figures {
        try office.figures(scope, by: grouping, in: session).map(\.figures).reduce(Model.Figures(), +)
    }

    /// From each figure to exactly its matters or comments.
    private func compareRows(
        _ counted: [(ToldMatter, Model.Figures)], _ total: Model.Figures, _ scope: ReportScope, _ office: Office,
        _ session: Session
    ) throws {
        for figure in MatterFigure.allCases {
            let page = try office.page(of: .detail(figure), scope, .first, limit: 1000, in: session)
            let right = counted.count { $0.1.count(figure) > 0 }
            try same("matters \(figure)", [page.rows.count, page.total], [right, right])
        }
        for figure in CommentFigure.allCases {
            let page = try office.page(of: .comments(figure), scope, .first, limit: 1000, in: session)
            let right = total.count(figure) ?? slowest(total)
            try same("comments \(figure)", [page.rows.count, page.total], [right, right])
        }
    }

    private func slowest(_ total: Model.Figures) -> Int {
        matters.flatMap { matter in
            matter.letters.filter { key, _ in matter.comments[key].map { !$0.isHidden && !$0.isDuplicate } ?? false }
        }.count { $0.value.answered != nil && $0.value.days == total.worstAnswerDays }
    }
}

extension Model.Figures {
    /// What is owed for a period belongs to no matter.
    fileprivate var withoutMissing: Self {
        var figures = self
        figures.missing = 0
        return figures
    }
}
