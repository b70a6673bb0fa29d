// The first bytes of a store, read without opening it as a database.
import Glibc

/// What a file's head says of it. The places are those of SQLite's file format.
struct StoreHead {
    private static let size = 100
    private static let versionPlace = 18
    private static let schemaPlace = 60
    private static let kindPlace = 68

    /// nil for a file of something else.
    let kind: StoreKind?
    let schema: Int32
    /// Whether it is written without a log beside it, as backups are and a store at work is not.
    let isSingleFile: Bool

    /// nil where there is no SQLite file, or it cannot be read.
    init?(at path: String) {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard file >= 0 else { return nil }
        defer { close(file) }
        self.init(of: file)
    }

    /// - Parameter file: a descriptor, whose place is left where it is.
    init?(of file: Int32) {
        var head = [UInt8](repeating: 0, count: Self.size)
        guard pread(file, &head, Self.size, 0) == Self.size, head.starts(with: "SQLite format 3\0".utf8) else {
            return nil
        }
        func number(at place: Int) -> Int32 {
            Int32(bitPattern: head[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) })
        }
        isSingleFile = head[Self.versionPlace] == 1
        kind = StoreKind(rawValue: number(at: Self.kindPlace))
        schema = number(at: Self.schemaPlace)
    }
}
