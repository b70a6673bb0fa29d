// 督查: how a unit stands, in figures.

/// What a supervisor counts of a unit; the figures of several add up.
public struct SupervisionFigures: Hashable, Sendable {
    /// Deadlines that have passed, of matters and of periods.
    public var overdue = 0
    /// Of these, what is owed for periods (B1).
    public var missing = 0
    public var soon = 0
    /// What was done late since the year began.
    public var metLate = 0
    public var unanswered = 0
    /// C1: of these, the answers whose last day has passed.
    public var overdueAnswers = 0
    public var unposted = 0
    /// 督办 without an answer.
    public var notes = 0
    /// Of these, the notes whose last day has passed.
    public var overdueNotes = 0

    public init() {}

    /// Everything that is red.
    public var red: Int { overdue + overdueAnswers + overdueNotes }

    public static func + (left: SupervisionFigures, right: SupervisionFigures) -> SupervisionFigures {
        var sum = SupervisionFigures()
        for figure in added { sum[keyPath: figure] = left[keyPath: figure] + right[keyPath: figure] }
        return sum
    }

    private static var added: [WritableKeyPath<SupervisionFigures, Int>] {
        [
            \.overdue, \.missing, \.soon, \.metLate, \.unanswered, \.overdueAnswers, \.unposted, \.notes,
            \.overdueNotes,
        ]
    }
}

/// A unit within a supervisor's reach.
public struct UnitStanding: Hashable, Sendable {
    public let unit: SupervisionNote.Recipient
    /// Whether it belongs to the supervisor's own site.
    public let isOwnSite: Bool
    public let figures: SupervisionFigures

    /// What it is called where units of several sites stand together.
    public var name: String { isOwnSite ? unit.name : "\(unit.siteName) \(unit.name)" }
}

/// In which order 督查 has the units.
public enum StandingOrder: String, CaseIterable, Hashable, Sendable {
    case red, metLate, unanswered, unposted, name

    public var label: String {
        switch self {
        case .red: "红灯多的在前"
        case .metLate: "晚发多的在前"
        case .unanswered: "未答复多的在前"
        case .unposted: "未上网登记多的在前"
        case .name: "按站点和单位名称"
        }
    }

    /// The units in this order; equal ones stay as they are: the own site's first, by the sound of their names.
    public func sorted(_ units: [UnitStanding]) -> [UnitStanding] {
        func rank(_ standing: UnitStanding) -> (Int, Int) {
            let figures = standing.figures
            return switch self {
            case .red: (figures.red, figures.soon)
            case .metLate: (figures.metLate, 0)
            case .unanswered: (figures.unanswered, figures.overdueAnswers)
            case .unposted: (figures.unposted, 0)
            case .name: (0, 0)
            }
        }
        return units.enumerated().sorted { left, right in
            let (first, second) = (rank(left.element), rank(right.element))
            return first == second ? left.offset < right.offset : first > second
        }.map(\.element)
    }
}

/// Everything that a unit's page of 督查 tells.
public struct SupervisedUnit: Sendable {
    public let standing: UnitStanding
    /// What is overdue or soon due, the earliest first; at most `mostDeadlines`.
    public let deadlines: [OpenDeadline]
    /// Matters with comments that want an answer: those with overdue ones first, at most `most`; and how many there are in all.
    public let comments: [CommentedMatter]
    public let commentedMatters: Int
    /// What is not registered on the web, the oldest first, at most `most`.
    public let unposted: [PostingOccasion]
    /// The latest of each, at most `most`.
    public let late: [SupervisedPublication]
    public let emergencies: [SupervisedPublication]
    public let notes: [SupervisionNote]
    /// The last twelve months, the present one last.
    public let months: [Month]
    /// The calendar of the unit's site.
    public let calendar: WorkCalendar

    /// A month: what was announced in it, how much of that is 逾期, and what was owed in it and is not published (欠发).
    public struct Month: Hashable, Sendable {
        public let first: Day
        public let announcements: Int
        public let late: Int
        public let missing: Int

        public init(first: Day, announcements: Int, late: Int, missing: Int) {
            self.first = first
            self.announcements = announcements
            self.late = late
            self.missing = missing
        }
    }

    /// How many deadlines a unit's page shows, and how many of everything else; lists show all.
    public static let mostDeadlines = 50
    public static let most = 8
}
