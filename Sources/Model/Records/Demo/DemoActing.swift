// The demo's stories, done by the real acts between the rows that are written in bulk.
internal import GRDB

extension DemoRows {
    /// Does one act of a story.
    /// - Parameter id: the matter's number; nil for the act that opens it, and for a draft that may open one.
    /// - Returns: the matter's number, and what may be put on the web then.
    /// - Throws: `Refusal` if the office does not let it be done.
    func perform(
        _ step: DemoStep, in script: any DemoScript, of id: Int64?
    ) throws -> (id: Int64?, occasion: PostingOccasion?) {
        let place = script.unitIndex
        if case .hear(let letter) = step.act {
            try hear(letter, in: script, about: id, at: step.at)
            return (id, nil)
        }
        guard let clerk = accounts.actor(step.hand, of: place) else {
            throw Refusal("演示单位 \(DemoUnit.all[place].name) 没有发布员")
        }
        return try acting(as: clerk, at: step.at) { office in
            let desk = DemoDesk(office: office, script: script)
            let matter = try id.map { try office.matter(Identifier($0)) }
            if case .publish(let kind, _) = step.act, let name = script.fileName(kind), try file(kind) != nil {
                try desk.attach(name, kind, to: matter)
            }
            return try desk.perform(step.act, on: matter)
        }
    }

    /// The supervisor sets what a unit owes.
    func perform(_ owing: DemoOwing) throws {
        guard let supervisor = accounts.supervisor else { return }
        try acting(as: supervisor, at: owing.at) { office in
            let act = SetPeriodDuty(
                .owes(since: owing.since), in: owing.system, of: Identifier(DemoAccounts.unitID(owing.unitIndex)),
                read: nil, reason: owing.reason)
            try office.append(try act.perform(in: office).entry, act: SetPeriodDuty.name)
        }
    }

    /// The system administrator imports the county's own days off.
    func perform(_ festival: DemoFestival) throws {
        guard let administrator = accounts.systemAdministrator else { return }
        try acting(as: administrator, at: festival.at) { office in
            let own = CalendarOwner(site: office.clerk.site.id, name: office.clerk.site.name)
            let plan = try CalendarPlanning(office.db, own, today: office.today, .nobody).plan(.replace(festival.file))
            try office.append(try ChangeCalendar(plan).perform(in: office).entry, act: ChangeCalendar.name)
        }
    }

    /// It is set how a system is reviewed, as the office was made: nobody is told to have done it.
    func perform(_ reviewing: DemoReviewing) throws {
        try db.executeCached(
            sql: "INSERT INTO setting (site_id, name, value, changed_at) VALUES (?, ?, ?, ?)",
            arguments: [
                DemoAccounts.site, Setting.review(reviewing.system).name, reviewing.mode.title, reviewing.at.iso,
            ])
    }

    /// Notes the deadlines that have passed and were not noted by an act yet.
    func noteOverdue(at moment: Moment) throws {
        guard let clerk = accounts.publishers[agenda.publishing[0]] else { return }
        try acting(as: clerk, at: moment) { _ in }
    }

    /// Lets a clerk act. Like all of the demo's past it leaves no sign-in behind.
    func acting<Value>(
        as clerk: DemoAccounts.Actor, at moment: Moment, _ body: (Transaction) throws -> Value
    ) throws -> Value {
        try writeSerials()
        try db.executeCached(
            sql: "INSERT INTO session (clerk_id, began_at, address) VALUES (?, ?, ?)",
            arguments: [clerk.id, moment.iso, "演示"])
        let session = Identifier<Session>(db.lastInsertedRowID)
        guard let acting = try Transaction.fetchClerk(db, id: clerk.id) else { throw Refusal("演示帐号没有写成") }
        let office = try Transaction(db, session: Session(id: session, clerk: acting), now: moment)
        if notedDay != moment.day { try office.noteOverdue() }
        notedDay = moment.day
        let value = try body(office)
        try db.executeCached(
            sql: "UPDATE session SET ended_at = ?, ending = 'signedOut' WHERE id = ?",
            arguments: [moment.iso, session.rawValue])
        try readBack()
        return value
    }
}
