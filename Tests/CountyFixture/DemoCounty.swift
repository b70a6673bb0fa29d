// The small demo county that screens and acts are tested on.
import Model

/// A copy of the demo store for one test, in a folder of its own that goes when the copy does.
///
/// The county is made once per test process, always the same: 41 matters of 发展和改革局 in every state and light, one of
/// them deleted, some of three other units, on the morning of 2026-11-20.
public final class DemoCounty {
    /// The county's present.
    public static let now = Moment.at(Day(year: 2026, month: 11, day: 20) ?? .first, hour: 9, minute: 0)
    public static let clock = Clock.fixed(now)
    public static let size = DemoSize(matters: 56, comments: 360, units: 5)

    private let folder: StoreFolder
    /// The copy's file.
    public var path: String { folder.store }

    private init(_ folder: StoreFolder) { self.folder = folder }

    /// A fresh copy of the county, or of what a test has made of it.
    public static func copy(_ changed: StoreTemplate? = nil) throws -> DemoCounty {
        DemoCounty(try StoreFolder(changed ?? template.get()))
    }

    /// An office over the copy, whose clock stands still.
    public func office() throws -> Office { try Office(opening: path, clock: Self.clock) }

    /// A session of one of the demo's accounts.
    public func signIn(_ name: String, to office: Office) throws -> Session {
        try office.signIn(name, password: Demo.password, from: "test")
    }

    /// The county, made once.
    public static let template = Result {
        let hash = try County.passwordHash.get()
        return try StoreTemplate { folder in
            try Demo.make(at: folder.store, size: size, seed: 1, now: now, passwordHash: hash)
        }
    }
}
