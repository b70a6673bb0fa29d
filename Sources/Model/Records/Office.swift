// The office: the one door through which everything is read and done.
internal import GRDB
import Glibc

/// An open office over one store file. Several processes may hold the same store; each session has one `Office`.
public final class Office {
    let store: Store
    public let clock: Clock
    /// Called while another process writes, about ten times a second, until its turn comes; shows 正在等待.
    public var whileWaiting: (() -> Void)?
    /// The state of the file when it was last asked after; it changes with what other connections write, never with our own acts.
    private var seenVersion: Int64?
    /// The day for which overdue deadlines have been noted by this process.
    private var notedDay: Day?
    /// The day for which this process has seen to it that the journal's head is told outside of the store.
    var headDay: Day?
    /// Receives what is to stand in the server's own log, too; nil where there is none.
    public var systemLog: ((String) -> Void)?
    /// What the clerk is to be told besides what their act says.
    var news: String?

    private init(_ store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    /// Opens the store at `path`, and upgrades it where it is of an earlier schema.
    /// - Parameter endingSessions: whether those who have such a store open are asked to leave.
    /// - Throws: `Refusal` with a sentence for a file that is missing, unreadable, open to others, no store, a backup, damaged, or newer
    ///   than the program.
    public convenience init(
        opening path: String, endingSessions: Bool = false, clock: Clock = .system
    ) throws(Refusal) {
        self.init(try Store.open(path, endingSessions: endingSessions), clock: clock)
    }

    /// Makes a new, empty store; `init` and `demo` fill it.
    /// - Throws: `Refusal` if something is at `path` already.
    public static func make(at path: String, kind: StoreKind, clock: Clock = .system) throws(Refusal) -> Office {
        Office(try Store.make(at: path, kind: kind), clock: clock)
    }

    public var kind: StoreKind { store.kind }
    public var path: String { store.path }

    /// Does an act: one transaction, rights read afresh, one journal row. A refusal is journaled too.
    /// - Throws: `Refusal`; then nothing has changed.
    public func perform<A: Act>(_ act: A, in session: Session) throws(Refusal) -> Done<A.Outcome> {
        do {
            let (done, packages) = try write(in: session) { transaction in
                try transaction.mustBeAllowed(A.self)
                let last = try transaction.lastPackage()
                let performed = try act.perform(in: transaction)
                let number = try transaction.append(performed.entry, act: A.name)
                return (
                    Done(outcome: performed.outcome, journalNumber: number), try transaction.packages(after: last)
                )
            }
            return packages.map { done.remarking(writeWaiting($0)) } ?? done
        } catch {
            journal(error, A.self, of: act.subjectMatter, in: session)
            throw error
        }
    }

    /// Refuses a clerk who may not do an act, before the work that it ends is begun. The refusal is journaled as the act's would be.
    func mustBeAllowed<A: Act>(_ act: A.Type, in session: Session) throws(Refusal) {
        do {
            try read(in: session) { try $0.mustBeAllowed(act) }
        } catch {
            journal(error, act, of: nil, in: session)
            throw error
        }
    }

    /// Whether another process or session has written since this was last asked. It costs one look at shared memory.
    public func hasChangedElsewhere() -> Bool {
        let version = try? store.queue.unsafeRead { db in
            try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA data_version"))
        }
        guard let version else { return false }
        defer { seenVersion = version }
        return seenVersion != nil && version != seenVersion
    }

    /// Reads as a session's clerk may.
    func read<Value>(in session: Session, _ body: (Transaction) throws -> Value) throws(Refusal) -> Value {
        try read { db in try body(Transaction(db, session: session, now: self.clock.now())) }
    }

    /// Reads without a session, for the program's own purposes.
    func read<Value>(_ body: (Database) throws -> Value) throws(Refusal) -> Value {
        try Store.mapped(path) {
            try store.mustBeInPlace()
            return try store.read { db in
                try Store.checkSchema(db)
                return try body(db)
            }
        }
    }

    /// Writes as a session's clerk in one transaction, in which the deadlines that passed overnight are noted first.
    func write<Value>(in session: Session, _ body: (Transaction) throws -> Value) throws(Refusal) -> Value {
        let (value, day) = try write { db in
            let transaction = try Transaction(db, session: session, now: self.clock.now())
            if self.notedDay != transaction.today { try transaction.noteOverdue() }
            return (try body(transaction), transaction.today)
        }
        // Only now: an act that was refused took its notes of the day back with it.
        notedDay = day
        tellHead(on: day)
        return value
    }

    /// Writes in one transaction. Waits up to ten seconds for other writers, and says so while it waits.
    /// - Parameters:
    ///   - attempts: how often the lock is tried for, each time a tenth of a second.
    ///   - most: how many of the texts that wait for the full-text index are entered with it.
    func write<Value>(
        attempts: Int = Office.attempts, entering most: Int = FullTextKeeping.mostOfAct,
        _ body: (Database) throws -> Value
    ) throws(Refusal) -> Value {
        try Store.mapped(path) {
            for attempt in 1... {
                do {
                    try store.mustBeInPlace()
                    return try store.queue.write { db in
                        try Store.checkSchema(db)
                        news = try noteClockSetBack(db) ?? news
                        let value = try body(db)
                        try FullTextKeeping.catchUp(db, most: most)
                        return value
                    }
                } catch let error as DatabaseError
                    where error.resultCode == .SQLITE_BUSY && attempt < attempts
                {
                    whileWaiting?()
                }
            }
            preconditionFailure("the last attempt returns or throws")
        }
    }

    /// Ten seconds of tries, each of which waits a tenth of a second for the lock.
    static let attempts = 100

    /// Lets others write between the steps of a long piece of work. Who waits looks every 25 milliseconds whether the store is free, and
    /// would never find it so between two steps that follow each other at once.
    func giveWay() { usleep(30_000) }

    /// A refusal at the door is journaled in a transaction of its own. If even that cannot be written, the sentence still
    /// reaches the clerk.
    private func journal<A: Act>(
        _ refusal: Refusal, _ act: A.Type, of matter: Identifier<Matter>?, in session: Session
    ) {
        guard refusal.reason != .store, refusal.reason != .session else { return }
        _ = try? write(in: session) { transaction in
            let entry = Journal.Entry(matter: matter, sentence: refusal.sentence, isRefusal: true)
            return try transaction.append(entry, act: A.name)
        }
    }
}
