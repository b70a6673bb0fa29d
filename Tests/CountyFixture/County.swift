// A county made for tests: a store in a folder of its own, two units, and a clerk for every role.
import Model
import Synchronization

/// An office over a fresh store, with a clock that tests move. The store goes with it.
public final class County {
    /// Every clerk's password.
    public static let password = "Yangguang#2026"
    /// Every clerk by the name typed at sign-in.
    public static let people: [(name: String, fullName: String, unit: Int, roles: Set<Role>)] = [
        ("fabu", "李文", 0, [.publisher]), ("wumin", "吴敏", 0, [.publisher]), ("shenhe", "张伟", 0, [.reviewer]),
        ("jiaoyu", "王芳", 1, [.publisher]), ("jianguan", "杨洁", 1, [.supervisor]),
        ("xitong", "赵强", 1, [.systemAdministrator]), ("anquan", "孙丽", 1, [.securityAdministrator]),
        ("shenji", "周静", 1, [.auditor]),
    ]
    public static let units = [("发展和改革局", "发改局", "fazhan he gaige ju"), ("教育体育局", "教体局", "jiaoyu tiyu ju")]
    /// As cheap as argon2id can be: tests sign in a thousand times, and what a hash costs is a test of its own.
    static let passwordHash = Result { try Password.hash(password, passes: 1, memory: 8192) }

    public var folder: String { home.path }
    public var path: String { home.store }
    public let office: Office
    private let home: StoreFolder
    private let movable: MovableClock

    /// - Parameter now: Beijing time; a Friday morning.
    public convenience init(now: String = "2026-11-20T09:00", kind: StoreKind = .office) throws {
        try self.init(Self.begun(now, kind), now)
    }

    /// A county in which something has been done already; it is done once, and each test has a copy.
    /// - Parameter deed: the name of what was done, one for each.
    public convenience init(
        now: String, kind: StoreKind = .office, after deed: String, _ doing: (County) throws -> Void
    ) throws {
        let begun = try Self.begun(now, kind)
        let done = try Self.template("\(deed) \(now)") {
            try StoreTemplate(begun) { folder in try doing(County(in: folder, now)) }
        }
        try self.init(done, now)
    }

    private convenience init(_ template: StoreTemplate, _ now: String) throws {
        try self.init(in: StoreFolder(template), now)
    }

    private init(in folder: StoreFolder, _ now: String) throws {
        guard let moment = Moment(now) else { throw Refusal("no such moment: \(now)") }
        movable = MovableClock(moment)
        home = folder
        office = try Office(opening: folder.store, clock: movable.clock)
    }

    /// The stores that tests begin with.
    private static let templates = Mutex<[String: StoreTemplate]>([:])

    private static func template(_ name: String, _ make: () throws -> StoreTemplate) throws -> StoreTemplate {
        try templates.withLock { templates in
            if let made = templates[name] { return made }
            let made = try make()
            templates[name] = made
            return made
        }
    }

    /// The county as it begins at a moment. Copies share its salt.
    private static func begun(_ now: String, _ kind: StoreKind) throws -> StoreTemplate {
        try template("\(kind) \(now)") {
            guard let moment = Moment(now) else { throw Refusal("no such moment: \(now)") }
            return try StoreTemplate { folder in _ = try make(at: folder.store, kind, MovableClock(moment).clock) }
        }
    }

    private static func make(at path: String, _ kind: StoreKind, _ clock: Clock) throws -> Office {
        let office = try Office.make(at: path, kind: kind, clock: clock)
        let hash = try Self.passwordHash.get()
        try office.entering(as: ServerOperator(unixUser: "tester")) { entry in
            let site = try entry.addSite("漾濞彝族自治县人民政府", level: .county)
            let units = try Self.units.map { try entry.addUnit($0.0, shortName: $0.1, pinyin: $0.2, of: site) }
            for person in Self.people {
                try entry.addClerk(
                    NewClerk(
                        person.name, person.fullName, roles: person.roles, passwordHash: hash,
                        mustChangePassword: false, passwordAges: false), of: units[person.unit])
            }
        }
        return office
    }

    public var now: Moment {
        get { movable.now }
        set { movable.now = newValue }
    }

    /// Sets the clock to a moment such as 2026-11-20T09:00.
    public func goTo(_ now: String) throws {
        guard let moment = Moment(now) else { throw Refusal("no such moment: \(now)") }
        movable.now = moment
    }

    /// Another process's door to the same store.
    public func anotherOffice() throws -> Office { try Office(opening: path, clock: movable.clock) }

    public func signIn(_ name: String, to office: Office? = nil) throws -> Session {
        try (office ?? self.office).signIn(name, password: Self.password, from: "tty1")
    }

    /// Publishes a document, a hearing's unless another system is named, and reads the matter again.
    @discardableResult
    public func publish(
        _ kind: DocumentKind, of matter: Matter? = nil, system: System? = nil, _ entries: Entries,
        lateReason: String = "", in session: Session
    ) throws -> Matter {
        let done = try office.perform(
            Publish(
                kind, in: system ?? matter?.system ?? .hearing, of: matter, entries: entries, lateReason: lateReason),
            in: session)
        return try office.matter(done.outcome.matter, in: session)
    }

    /// Registers that the materials went to the representatives (H11), and reads the matter again.
    @discardableResult
    public func sendMaterials(of matter: Matter, lateReason: String = "", in session: Session) throws -> Matter {
        guard let rule = Procedure.hearing.deadlines.first(where: { $0.document == nil }) else {
            throw Refusal("hearings have no materials to be sent")
        }
        _ = try office.perform(RegisterStep(rule, of: matter, lateReason: lateReason), in: session)
        return try office.matter(matter.id, in: session)
    }
}
