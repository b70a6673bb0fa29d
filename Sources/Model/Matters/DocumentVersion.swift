// 第 N 版: a document as it stood from one change to the next.

/// One version of a document. The latest is the one that counts; a corrected one stays public.
public struct DocumentVersion: Hashable, Sendable {
    public enum Change: String, Hashable, Sendable {
        case publish, modify, correct, backfill

        public var title: String {
            switch self {
            case .publish: "发布"
            case .modify: Revision.modify.title
            case .correct: Revision.correct.title
            case .backfill: "补录"
            }
        }
    }

    /// From 1.
    public let ordinal: Int
    public let change: Change
    /// Why it was made; nil for the first.
    public let reason: String?
    public let at: Moment
    /// Who made it.
    public let clerk: String
    public let values: FormValues
    public let attachments: [Attachment]
    /// The latest correction among it and the versions before it.
    public var correction: Correction? = nil
    /// How it was reviewed; nil where nothing was set for its system.
    public var review: Review? = nil

    /// The version as the public reads it.
    public func publicText(_ document: DocumentDescription, number: DocumentNumber) -> PublicText {
        PublicText(
            document.print, values, number: number.description, attachments: attachments.map(\.name),
            correction: correction?.note(in: ordinal))
    }
}
