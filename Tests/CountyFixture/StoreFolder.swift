// Where a test's store lies.
import Foundation

/// A folder for one store; it goes with its last owner.
public final class StoreFolder {
    /// Where there is a file system in memory, hundreds of stores cost no waiting for a disk.
    private static let above = FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : "/tmp"

    public let path = "\(above)/yangguang-\(UUID().uuidString)"
    /// The store's file.
    public var store: String { path + "/county.db" }

    init() throws {
        // What tests make is as private as what the program makes; a store that others may read is not opened.
        umask(0o077)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    /// A folder that holds a store already.
    public convenience init(_ template: StoreTemplate) throws {
        try self.init()
        try template.bytes.write(to: URL(fileURLWithPath: store))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
