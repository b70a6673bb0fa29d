// A public package: the folder in which a release goes out to the county's web site.

/// The files of one release, ready to be written; attached files are named by their SHA-256 and fetched one at a time.
struct PublicPackage: Sendable {
    enum Content: Sendable {
        case bytes([UInt8])
        case attachment(sha256: String)
    }

    struct File: Sendable {
        /// Below the package's folder, such as `attachments/方案.doc`.
        let path: String
        let size: Int
        let sha256: String
        let content: Content
    }

    static let manifestName = "manifest.json"
    static let attachmentFolder = "attachments"

    let name: String
    let files: [File]
    let manifest: [UInt8]

    init(_ release: PublicRelease) throws {
        name = release.name
        let paths = Self.paths(of: release.attachments)
        files = release.purpose == .withdraw ? [] : Self.files(release, paths)
        let names = Dictionary(
            zip(paths, release.attachments).compactMap { path, attachment in
                path.hasSuffix("/\(attachment.name)") ? nil : (path, attachment.name)
            }, uniquingKeysWith: { first, _ in first })
        manifest = try PackageManifest(
            release,
            files.map { PackageManifest.File(path: $0.path, name: names[$0.path], size: $0.size, sha256: $0.sha256) }
        ).bytes
    }

    private static func files(_ release: PublicRelease, _ paths: [String]) -> [File] {
        let document = PublicDocument(release, attachmentPaths: paths)
        return [made("document.html", document.html), made("document.txt", document.plain)]
            + zip(paths, release.attachments).map { path, attachment in
                File(
                    path: path, size: attachment.size, sha256: attachment.sha256,
                    content: .attachment(sha256: attachment.sha256))
            }
    }

    private static func made(_ path: String, _ text: String) -> File {
        let bytes = Array(text.utf8)
        return File(path: path, size: bytes.count, sha256: SHA256.text(bytes), content: .bytes(bytes))
    }

    /// Where the attached files lie: under their own names as far as a disk takes them, none under another's.
    private static func paths(of attachments: [Attachment]) -> [String] {
        var taken: Set<String> = []
        return attachments.map { attachment in
            var number = 1
            var name = AttachmentName.onDisk(attachment.name)
            while !taken.insert(name).inserted {
                number += 1
                name = AttachmentName.onDisk(attachment.name, numbered: number)
            }
            return "\(attachmentFolder)/\(name)"
        }
    }
}
