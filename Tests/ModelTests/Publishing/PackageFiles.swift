// Public packages as a web site finds them.
import CountyFixture
import Foundation

@testable import Model

/// A folder of packages.
struct PackageFiles {
    let folder: String

    init(_ folder: String) { self.folder = folder }

    /// Beside a county's store.
    init(of county: County) { folder = String(county.path.dropLast(3)) + ".public" }

    /// Everything that lies in it, hidden files too.
    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() }

    func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)")))
    }

    func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

    func manifest(_ package: String) throws -> [String: Any] {
        let data = Data(try bytes("\(package)/manifest.json"))
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    /// Whether every file of a package is as its manifest says, and nothing else lies there.
    func isWhole(_ package: String) throws -> Bool {
        let files = try manifest(package)["files"] as? [[String: Any]] ?? []
        let paths = files.compactMap { $0["path"] as? String }
        let found = FileManager.default.subpaths(atPath: "\(folder)/\(package)") ?? []
        let lying = found.filter { $0 != "attachments" && $0 != "manifest.json" }
        guard Set(lying) == Set(paths), lying.count == paths.count else { return false }
        return try files.allSatisfy { file in
            let bytes = try bytes("\(package)/\(file["path"] as? String ?? "")")
            return file["size"] as? Int == bytes.count && file["sha256"] as? String == SHA256.text(bytes)
        }
    }
}
