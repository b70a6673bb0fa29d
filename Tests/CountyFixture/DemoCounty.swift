// The small demo county that screens and acts are tested on.
import Foundation
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

    /// The copy's file.
    public let path: String
    private let folder: URL

    private init(folder: URL, path: String) {
        self.folder = folder
        self.path = path
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// A fresh copy of the county.
    public static func copy() throws -> DemoCounty {
        let folder = try newFolder()
        let file = folder.appendingPathComponent("yangguang.sqlite")
        try made.get().write(to: file)
        return DemoCounty(folder: folder, path: file.path)
    }

    /// An office over the copy, whose clock stands still.
    public func office() throws -> Office { try Office(opening: path, clock: Self.clock) }

    /// A session of one of the demo's accounts.
    public func signIn(_ name: String, to office: Office) throws -> Session {
        try office.signIn(name, password: Demo.password, from: "test")
    }

    /// The county's bytes, made once.
    private static let made = Result {
        let folder = try newFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("county.sqlite")
        try Demo.make(at: file.path, size: size, seed: 1, now: now)
        return try Data(contentsOf: file)
    }

    private static func newFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("yangguang-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }
}
