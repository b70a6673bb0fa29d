// A store that many tests begin with: made once, and copied for each.
import Foundation

/// The bytes of a store that is closed, so that all of it stands in the one file.
public struct StoreTemplate: Sendable {
    let bytes: Data

    /// - Parameters:
    ///   - begun: the store it begins with; nil where there is none yet.
    ///   - make: makes or changes the store in a folder, and leaves no connection to it.
    public init(_ begun: StoreTemplate? = nil, _ make: (StoreFolder) throws -> Void) throws {
        let folder = try begun.map { try StoreFolder($0) } ?? StoreFolder()
        try make(folder)
        bytes = try Data(contentsOf: URL(fileURLWithPath: folder.store))
    }
}
