// Working out what a change of the work calendar would do, from the store as it stands.
internal import GRDB

extension Office {
    /// What a change would do to days and deadlines. Nothing is written.
    /// - Throws: `Refusal` if the layer is not the clerk's to change, the file has faults, nothing would change, or it was stopped.
    public func checkCalendar(
        _ change: CalendarChange, of owner: CalendarOwner, _ watch: WorkWatch = .nobody, in session: Session
    ) throws(Refusal) -> CalendarPlan {
        try read(in: session) { transaction in
            if let refusal = ChangeCalendar.refusal(for: transaction.clerk) {
                throw Refusal(refusal, reason: .notAllowed)
            }
            try transaction.mustOwn(owner)
            return try CalendarPlanning(transaction.db, owner, today: transaction.today, watch).plan(change)
        }
    }

    /// The same of a layer by the name of its site; nil for the nation's.
    public func checkCalendar(
        _ change: CalendarChange, site: String?, _ watch: WorkWatch = .nobody, in session: Session
    ) throws(Refusal) -> CalendarPlan {
        try mustBeAllowed(ChangeCalendar.self, in: session)
        let owner = try read { db in try site.map { try CalendarOwner(named: $0, db) } ?? .nation }
        return try checkCalendar(change, of: owner, watch, in: session)
    }

    /// The same for the server's operator, who may change every layer.
    /// - Parameter site: the name of the site whose layer it is; nil for the nation's.
    public func checkCalendar(
        _ change: CalendarChange, site: String?, _ watch: WorkWatch = .nobody, as operator: ServerOperator
    ) throws(Refusal) -> CalendarPlan {
        try read { db in
            let owner = try site.map { try CalendarOwner(named: $0, db) } ?? .nation
            return try CalendarPlanning(db, owner, today: self.clock.now().day, watch).plan(change)
        }
    }
}

/// One look at what a change of a layer would do.
struct CalendarPlanning {
    let db: Database
    let owner: CalendarOwner
    let today: Day
    let watch: WorkWatch

    init(_ db: Database, _ owner: CalendarOwner, today: Day, _ watch: WorkWatch) {
        self.db = db
        self.owner = owner
        self.today = today
        self.watch = watch
    }

    func plan(_ change: CalendarChange) throws -> CalendarPlan {
        let stored = try stored()
        try mustBeRight(change, stored)
        let after = change.days(after: stored, for: owner)
        let layers = (before: layer(stored), after: layer(after))
        let days = DayChange.between(layers.before, layers.after)
        let years = change.years(for: owner)
        guard !days.isEmpty else {
            throw Refusal("文件中的日子与\(owner.name)现在的工作日历完全一样, 没有要改的")
        }
        return CalendarPlan(
            owner: owner, change: change, years: years, days: days,
            known: layers.after.years.subtracting(layers.before.years).sorted(),
            guessed: layers.before.years.subtracting(layers.after.years).sorted(),
            deadlines: try recounted(with: WorkCalendar.Planned(owner: owner, days: after)), stored: after,
            basis: try lastChange()?["id"] ?? 0)
    }

    /// What has been imported for the layer so far.
    private func stored() throws -> [DayException] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM calendar_day WHERE site_id IS ? ORDER BY day", arguments: [owner.site?.rawValue]
        ).compactMap { DayException($0) }
    }

    private func layer(_ stored: [DayException]) -> CalendarLayer {
        owner.isNation ? .national(stored: stored) : CalendarLayer(name: owner.name, exceptions: stored)
    }

    private func mustBeRight(_ change: CalendarChange, _ stored: [DayException]) throws {
        switch change {
        case .replace(let file):
            let faults = file.faults.map(\.sentence) + file.refusals(forNation: owner.isNation)
            if let first = faults.first {
                throw Refusal("文件中有 \(faults.count) 处要改, 一天也没有导入; 第一处: \(first)")
            }
            guard !file.days.isEmpty else {
                throw Refusal("\(AttachmentName.quoted(file.name)) 里没有一天, 没有导入; 要取消一年的安排, 请用 撤回一年")
            }
        case .takeBack(let year):
            guard !stored.contains(where: { $0.day.year == year }) else { return }
            let instead = owner.isNation && WorkCalendar.national.isKnown(year: year) ? ", 用的是程序自带的" : ""
            throw Refusal("\(owner.name)没有导入过 \(year) 年的安排\(instead), 没有可撤回的")
        }
    }

    /// The last change of a layer that holds for a site for which this one holds as well.
    func lastChange() throws -> Row? {
        let concerned = owner.site.map { "WHERE \(Self.concerning($0))" } ?? ""
        return try Row.fetchOne(db, sql: "SELECT * FROM calendar_change \(concerned) ORDER BY id DESC LIMIT 1")
    }

    /// The changes of the nation's layer, of those above a site, of its own, and of those below it, as an SQL condition.
    static func concerning(_ site: Identifier<Site>) -> String {
        """
        (site_id IS NULL OR site_id IN (\(PeriodDeadlines.sites(from: site))) OR site_id IN (
          WITH RECURSIVE above(id, parent_id) AS (SELECT id, parent_id FROM site WHERE id = \(site.rawValue)
            UNION SELECT s.id, s.parent_id FROM site s JOIN above ON s.id = above.parent_id) SELECT id FROM above))
        """
    }

    /// The sites for which the layer holds.
    func sites() throws -> [Identifier<Site>] {
        try Int64.fetchAll(
            db,
            sql: owner.site.map { PeriodDeadlines.sites(from: $0) + " ORDER BY id" }
                ?? "SELECT id FROM site ORDER BY id"
        ).map { Identifier($0) }
    }

    /// The sites for which the layer holds and that have none above them for which it does.
    func tops() throws -> [Identifier<Site>] {
        if let site = owner.site { return [site] }
        return try Int64.fetchAll(db, sql: "SELECT id FROM site WHERE parent_id IS NULL ORDER BY id").map {
            Identifier($0)
        }
    }

    /// Every open deadline that moves or gets another light.
    private func recounted(with planned: WorkCalendar.Planned) throws -> [DeadlineMove] {
        var moves: [DeadlineMove] = []
        for site in try sites() {
            let recount = try DeadlineRecount(db, site, with: planned, today: today)
            try recount.matters(watch) { moves.append($0) }
            try recount.periods { moves.append($0) }
        }
        return moves.sorted { $0.order < $1.order }
    }
}

extension DeadlineMove {
    /// What presses comes first.
    fileprivate var order: (Int, Day, Int64) {
        (becomesOverdue ? 0 : isNoLongerOverdue ? 1 : 2, to ?? from ?? .last, row ?? .max)
    }
}
