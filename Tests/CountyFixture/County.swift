// A county made for tests: a store in a folder of its own, two units, and a clerk for every role.
import Foundation
import Model

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
    private static let passwordHash = Result { try Password.hash(password) }

    /// Where there is a file system in memory, hundreds of stores cost no waiting for a disk.
    private static let fastFolder = FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : "/tmp"

    public let folder: String
    public let path: String
    public let office: Office
    private let movable: MovableClock

    private static let standardNow = "2026-11-20T09:00"

    /// - Parameter now: Beijing time; a Friday morning.
    public init(now: String = "2026-11-20T09:00", kind: StoreKind = .office) throws {
        guard let moment = Moment(now) else { throw Refusal("no such moment: \(now)") }
        movable = MovableClock(moment)
        folder = Self.fastFolder + "/yangguang-" + UUID().uuidString
        path = folder + "/county.db"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        if now == Self.standardNow, kind == .office {
            try FileManager.default.copyItem(atPath: try Self.template.get().path, toPath: path)
            office = try Office(opening: path, clock: movable.clock)
        } else {
            office = try Self.make(at: path, kind, movable.clock)
        }
    }

    /// The county as most tests begin with it, made once: copies cost little, and share its salt.
    private static let template = Result { try Template() }

    private final class Template: Sendable {
        let folder = County.fastFolder + "/yangguang-template-" + UUID().uuidString
        var path: String { folder + "/county.db" }

        init() throws {
            guard let moment = Moment(County.standardNow) else { throw Refusal("no such moment") }
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            // Closed at once, so that all of it stands in the one file.
            _ = try County.make(at: path, .office, MovableClock(moment).clock)
        }

        deinit { try? FileManager.default.removeItem(atPath: folder) }
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
                        mustChangePassword: false), of: units[person.unit])
            }
        }
        return office
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

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
