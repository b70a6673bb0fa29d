// 另存附件: a copy of an attached file leaves the store.

/// Takes a copy of an attached file; what leaves the store is journaled.
public struct TakeAttachment: Act {
    public static let name = "takeAttachment"
    public static let title = "另存附件"
    public static let roles = Set(Role.allCases)

    /// A file's name and bytes.
    public struct File: Sendable {
        public let name: String
        public let bytes: [UInt8]
    }

    let attachment: Identifier<Attachment>

    public init(_ attachment: Identifier<Attachment>) { self.attachment = attachment }

    public func perform(in office: Transaction) throws -> Performed<File> {
        let content = try office.content(of: attachment)
        return Performed(
            File(name: content.name, bytes: content.bytes),
            Journal.Entry(
                matter: content.matter, subject: "attachment:\(attachment.rawValue)", sentence: "另存附件 \(content.name)"))
    }
}
