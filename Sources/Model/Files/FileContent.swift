// A file read whole and not judged yet beyond its name and size.

import Glibc

/// The bytes of a file that a clerk chose.
public struct FileContent: Equatable, Sendable {
    /// The file's own name, without its folder.
    public let name: String
    public let bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// Reads a file by its path.
    /// - Throws: `Refusal` for what is not a file of the wanted kind; name and size are judged before a byte is read.
    public init(at path: String, _ wanted: WantedFile) throws(Refusal) {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        try self.init(name, at: path, in: AT_FDCWD, wanted)
    }

    init(_ name: String, at path: String, in folder: Int32, _ wanted: WantedFile) throws(Refusal) {
        self.name = name
        bytes = try wanted.bytes(name, at: path, in: folder)
    }
}
