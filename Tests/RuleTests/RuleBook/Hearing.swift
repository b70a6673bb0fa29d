// A hearing as the rule book sees it.
import ActOrders
import Model

/// What the law sets a day for, with its distance in working days from the hearing (H1, H2, H11, H3).
enum Step: String, CaseIterable {
    case announcement, notice, materials, report

    var workingDays: Int {
        switch self {
        case .announcement: -10
        case .notice: -7
        case .materials: -3
        case .report: 10
        }
    }

    var paper: Paper? { Paper(rawValue: rawValue) }
}

struct Hearing: Equatable {
    /// A document that is out.
    struct Sheet: Equatable {
        var at: Moment
        var versions = 1
    }

    /// What was told of the hearing's day, and by what.
    struct Telling: Equatable {
        var paper: Paper?
        var day: Day
        var ends: Moment
    }

    let unit: Int
    var papers: [Paper: Sheet] = [:]
    var tellings: [Telling] = []
    /// When it was registered that the representatives have their materials (H11).
    var materials: Moment?
    var commentsUntil: Day
    /// Comments by their names in the case.
    var letters: [Int: Letter] = [:]
    var ended: Moment?
    var isDeleted = false
    /// As the store counts it; an act on the matter makes it greater.
    var version = 0

    /// The hearing's day, once it is exact: what was told last holds.
    var event: Telling? { tellings.last }

    func due(_ step: Step) -> Day? { event.map { WorkingDays.step(step.workingDays, from: $0.day) } }

    func metAt(_ step: Step) -> Moment? {
        guard let paper = step.paper else { return materials }
        return papers[paper]?.at
    }

    /// By how many working days a step came late, at least one; nil when it was not late, is not done or has no day yet.
    func lateDays(_ step: Step) -> Int? {
        guard let due = due(step), let met = metAt(step)?.day, met > due else { return nil }
        return max(1, WorkingDays.count(after: due, through: met))
    }

    var late: Set<Step> { Set(Step.allCases.filter { lateDays($0) != nil }) }

    func light(_ step: Step, on today: Day) -> Light? {
        guard let due = due(step) else { return nil }
        if metAt(step) != nil { return lateDays(step) == nil ? .met : .metLate }
        if ended != nil { return .ended }
        if today > due { return .overdue }
        return WorkingDays.count(after: today, through: due) <= 3 ? .soon : .open
    }

    /// The row's light: that of the open step that comes first.
    func light(on today: Day) -> Light {
        let open = Step.allCases.filter { [.open, .soon, .overdue].contains(light($0, on: today)) }
        guard let nearest = open.compactMap(due).min() else { return ended == nil ? .met : .ended }
        return open.first { due($0) == nearest }.flatMap { light($0, on: today) } ?? .met
    }

    /// H10: what the row's two state cells say.
    var cells: [String] {
        let next = papers[.notice] == nil ? ["发布通知", "通知未发"] : ["通知已发", "发布报告"]
        if papers[.report] != nil { return ["通知已发", "报告已发"] }
        return ended == nil ? next : [papers[.notice] == nil ? "已终止" : "通知已发", "已终止"]
    }

    /// Whether nothing is left to be done about it.
    var isClosed: Bool { ended != nil || isDeleted || papers[.report] != nil }
}
