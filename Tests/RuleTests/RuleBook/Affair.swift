// A matter as the rule book sees it.
import ActOrders
import Model

struct Affair: Equatable {
    /// What was told of the event's day, by what, and when.
    struct Telling: Equatable {
        var paper: Paper?
        var at: Moment
        var day: Day
        var ends: Moment
    }

    let course: Course
    let unit: Int
    var papers: [Paper: Sheet] = [:]
    /// What was published and taken back since.
    var takenBack: [Sheet] = []
    /// The temporary notices that told of 改期 and 终止, by their names in the case.
    var notices: [Int: Sheet] = [:]
    /// In the order of their moments.
    private(set) var tellings: [Telling] = []
    /// When it was registered that the representatives have their materials (H11).
    var materials: Moment?
    /// H4: the last day for comments.
    var commentsUntil: Day?
    /// Comments by their names in the case.
    var letters: [Int: Letter] = [:]
    var ended: Moment?
    /// 补录: the day on which it was entered, where it was running before.
    var entered: Day?
    var isDeleted = false
    /// As the store counts it; an act on the matter makes it greater.
    var version = 0

    init(_ course: Course, unit: Int) {
        self.course = course
        self.unit = unit
    }

    /// The event's day, once it is exact: what was told last holds.
    var event: Telling? { tellings.last }

    mutating func tell(_ telling: Telling) {
        tellings.insert(telling, at: (tellings.lastIndex { $0.at <= telling.at } ?? -1) + 1)
    }

    /// A document is out no more.
    mutating func takeBack(_ paper: Paper, on day: Day) {
        guard var sheet = papers.removeValue(forKey: paper) else { return }
        sheet.takenBack = day
        takenBack.append(sheet)
        tellings.removeAll { $0.paper == paper }
    }

    /// What fell due before it was entered here is not ours to count; what was registered here stays.
    func due(_ step: Step) -> Day? {
        guard let event else { return nil }
        let due = WorkingDays.step(step.workingDays, from: event.day)
        return isOurs(due) || step.paper == nil && materials != nil ? due : nil
    }

    private func isOurs(_ due: Day) -> Bool { entered.map { due >= $0 } ?? true }

    func metAt(_ step: Step) -> Moment? {
        guard let paper = step.paper else { return materials }
        return papers[paper]?.at
    }

    /// By how many working days a step came late, at least one; nil when it was not late, is not done or has no day yet.
    func lateDays(_ step: Step) -> Int? {
        guard let due = due(step), isOurs(due), let met = metAt(step)?.day, met > due else { return nil }
        return max(1, WorkingDays.count(after: due, through: met))
    }

    var late: Set<Step> { Set(course.steps.filter { lateDays($0) != nil }) }

    func light(_ step: Step, on today: Day) -> Light? {
        guard let due = due(step) else { return nil }
        if metAt(step) != nil { return lateDays(step) == nil ? .met : .metLate }
        return ended == nil ? WorkingDays.light(due, on: today) : .ended
    }

    func open(on today: Day) -> [Step] {
        course.steps.filter { [.open, .soon, .overdue].contains(light($0, on: today)) }
    }

    /// The row's light: that of the open step that comes first.
    func light(on today: Day) -> Light {
        let open = open(on: today)
        guard let nearest = open.compactMap(due).min() else { return ended == nil ? .met : .ended }
        return open.first { due($0) == nearest }.flatMap { light($0, on: today) } ?? .met
    }

    /// H10: what the row's state cells say, one for each document after the announcement.
    var cells: [String] {
        course.papers.dropFirst().map { paper in
            if papers[paper] != nil { return "\(course.word(paper))已发" }
            if ended != nil { return "已终止" }
            guard let before = course.before(paper), papers[before] == nil else { return "发布\(course.word(paper))" }
            return "\(course.word(before))未发"
        }
    }

    /// Whether nothing is left to be done about it.
    var isClosed: Bool { ended != nil || isDeleted || papers[.report] != nil }
}

extension Course {
    func word(_ paper: Paper) -> String {
        switch paper {
        case .announcement: self == .bulletin ? "通报" : "公告"
        case .notice: "通知"
        case .report: "报告"
        }
    }
}
