// One transaction: the clerk as the store knows them now, and what acts may read and change.
internal import GRDB

/// The office inside one transaction. Acts and queries get it from the door and cannot keep it.
public final class Transaction {
    let db: Database
    public let now: Moment
    public let session: Session
    /// The clerk with unit and roles as they are at this moment.
    public let clerk: Clerk
    public var today: Day { now.day }

    init(_ db: Database, session: Session, now: Moment) throws {
        self.db = db
        self.now = now
        self.session = session
        clerk = try Self.clerk(of: session, db, today: now.day)
    }

    public private(set) lazy var settings = Result { try Settings(reading: db, site: clerk.site.id) }
    private lazy var loadedCalendar = Result { try WorkCalendar(reading: db, site: clerk.site.id) }

    /// The work calendar that holds for the clerk's site: the nation's layer and the nearer ones.
    func calendar() throws -> WorkCalendar { try loadedCalendar.get() }

    /// What forms and checks look at.
    func context() throws -> PublicationCheck.Context {
        try context(of: clerk.unit.id, at: clerk.site.id)
    }

    /// The same for another unit: the calendar and settings of its site hold for what it writes.
    func context(of unit: Identifier<Unit>, at site: Identifier<Site>) throws -> PublicationCheck.Context {
        let isOwn = site == clerk.site.id
        return PublicationCheck.Context(
            now: now, calendar: isOwn ? try calendar() : try WorkCalendar(reading: db, site: site),
            settings: isOwn ? try settings.get() : try Settings(reading: db, site: site),
            owed: try owedPeriods(of: unit), clerk: unit == clerk.unit.id ? clerk : nil)
    }

    /// - Throws: `Refusal` where the clerk has none of the act's roles, or must change the password first.
    func mustBeAllowed<A: Act>(_ act: A.Type) throws(Refusal) {
        guard A.allows(clerk) else {
            throw Refusal(A.notAllowed(clerk), reason: .notAllowed)
        }
        if let due = clerk.duePasswordChange, !A.isOpenToFirstPasswords {
            throw Refusal(due.refusal(of: A.title), reason: .notAllowed)
        }
    }

    /// Reads the session's clerk; a session that was ended, or whose clerk was locked or left, is over.
    private static func clerk(of session: Session, _ db: Database, today: Day) throws -> Clerk {
        guard
            let row = try Row.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT c.id, s.ended_at IS NOT NULL AS over, s.ending, c.locked_at IS NOT NULL AS locked,
                          c.ended_day IS NOT NULL AND c.ended_day <= ? AS ended
                        FROM session s JOIN clerk c ON c.id = s.clerk_id WHERE s.id = ? AND s.clerk_id = ?
                        """), arguments: [today.description, session.id.rawValue, session.clerk.id.rawValue])
        else { throw Refusal("登录已失效, 请重新登录", reason: .session) }
        if row["locked"] { throw Refusal(SessionEnding.locked.notice, reason: .session) }
        if row["ended"] { throw Refusal(SessionEnding.ended.notice, reason: .session) }
        if row["over"] {
            let ending = (row["ending"] as String?).flatMap(SessionEnding.init(rawValue:))
            throw Refusal((ending ?? .endedElsewhere).notice, reason: .session)
        }
        guard let clerk = try fetchClerk(db, id: row["id"]) else {
            throw Refusal("帐号已不存在, 请找安全管理员", reason: .session)
        }
        guard clerk.unit.id == session.clerk.unit.id else {
            throw Refusal(SessionEnding.moved.notice, reason: .session)
        }
        return clerk
    }
}
