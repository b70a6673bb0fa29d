// The store that `yangguang demo` makes, made once for all tests that look at it.
import CountyFixture
import Foundation
import GRDB

@testable import Model

final class StandardDemo: Sendable {
    static let store = Result { try StandardDemo() }

    let path: String
    /// One for all tests: connections that come and go lock each other out.
    let queue: DatabaseQueue
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("demo-\(UUID().uuidString)")

    private init() throws {
        path = folder.appendingPathComponent("demo.sqlite").path
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Demo.make(at: path, size: .standard, seed: 1, now: DemoCounty.now)
        queue = try DatabaseQueue(path: path, configuration: .patient)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}
