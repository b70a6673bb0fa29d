// What passes between a test and its acting clerks: one line of JSON each way.
import Foundation

/// A line to an acting clerk.
public enum Message: Codable, Hashable, Sendable {
    /// Opens the store and signs these clerks in; their sessions hold for every copy of the store.
    case signIn(store: String, at: String, clerks: [String])
    /// Goes to a copy of the store, with nothing read of it yet.
    case open(store: String)
    /// Carries out an order.
    case act(Order, Keys)
    /// Works without further orders, with a stroke or a refusal for each act; then ready.
    case labour(Labour)
    /// From here on no file may grow beyond so many bytes, as if the disk failed there; nil takes the limit away.
    case limit(bytes: UInt64?)
}

/// What the store calls what the case has names for.
public struct Keys: Codable, Hashable, Sendable {
    /// The order's matter; nil where it has none yet.
    public var matter: Int64?
    /// Comments, temporary notices and reviews, by their names.
    public var made: [Int: Int64]

    public init(matter: Int64?, made: [Int: Int64]) {
        self.matter = matter
        self.made = made
    }
}

/// What an acting clerk says to a message.
public enum Answer: Codable, Hashable, Sendable {
    case ready
    case shown(DeskPage)
    /// A review in a version.
    case review(version: Int)
    /// Done, with the number of the journal's row, the key of a comment, temporary notice or submission that was made, that of
    /// the review a publication began, and the matter's page as it is on the desk now; nil where it cannot be read.
    case done(journal: Int64, matter: Int64?, made: Int64?, review: Int64?, DeskPage?)
    case refused(reason: String, sentence: String)
    /// An act of a labour is done.
    case stroke(Stroke)
}

/// What was read at a desk, as far as acts rest on it.
public struct DeskPage: Codable, Hashable, Sendable {
    public let version: Int
    /// The keys of the documents that are out.
    public let papers: [Paper: Int64]
    /// How many versions of them.
    public let versions: [Paper: Int]
    /// The comments' versions by their keys.
    public let comments: [Int: Int]

    public init(version: Int, papers: [Paper: Int64], versions: [Paper: Int], comments: [Int: Int]) {
        self.version = version
        self.papers = papers
        self.versions = versions
        self.comments = comments
    }
}

/// A line that is not what the other side writes.
public struct BadLine: Error, CustomStringConvertible {
    public let description: String

    public init(description: String) { self.description = description }
}

/// Reading and writing of lines: keys in order, so that a value has one line only.
public enum Line {
    public static func write(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// - Throws: `BadLine` for anything that `write` would not have written.
    public static func read<Value: Codable>(_ line: String, as type: Value.Type = Value.self) throws -> Value {
        guard let value = try? JSONDecoder().decode(type, from: Data(line.utf8)), try write(value) == line else {
            throw BadLine(description: "not a line of \(type): \(line)")
        }
        return value
    }
}
