// Reads one file that a clerk chose as an attachment, so that the bytes checked are the bytes kept.

import Glibc

/// A file that passed the office's check (H8, G2), held in memory as it was read.
public struct AttachmentFile: Equatable, Sendable {
    /// The file's own name, without its folder.
    public let name: String
    /// The whole content; what was checked is what this holds.
    public let bytes: [UInt8]
    /// Chinese sentences to be shown beside the file, such as that it holds macros.
    public let warnings: [String]

    /// Takes content that is already in memory.
    public init(name: String, bytes: [UInt8]) throws(Refusal) {
        switch WordDocument.inspect(name: name, bytes: bytes) {
        case .refused(let sentence): throw Refusal(sentence)
        case .accepted(let warnings): self.warnings = warnings
        }
        self.name = name
        self.bytes = bytes
    }

    /// Opens the file once, reads it whole and checks what was read.
    public static func read(_ path: String) throws(Refusal) -> AttachmentFile {
        let name = path.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? path
        return try read(name, at: path, in: AT_FDCWD)
    }

    static func read(_ name: String, at path: String, in folder: Int32) throws(Refusal) -> AttachmentFile {
        try AttachmentFile(name: name, bytes: try WantedFile.attachment.bytes(name, at: path, in: folder))
    }
}
