// What kinds of text the full-text query finds.

/// A kind of text, as the query is narrowed to it and as it stands beside a hit.
public enum FullTextKind: Hashable, Sendable {
    case document(DocumentKind)
    case temporaryNotice, comment, reply

    /// In the order in which they are offered.
    public static let all: [FullTextKind] = [
        .document(.announcement), .document(.notice), .document(.report), .temporaryNotice, .comment, .reply,
    ]

    public var name: String {
        switch self {
        case .document(let kind): Self.names[kind] ?? "文书"
        case .temporaryNotice: "临时通知"
        case .comment: "群众建议"
        case .reply: "部门答复"
        }
    }

    private static let names: [DocumentKind: String] = [.announcement: "公告", .notice: "通知", .report: "报告"]

    /// Its word in the index.
    var word: String {
        switch self {
        case .document(let kind): kind.rawValue
        case .temporaryNotice: "temporaryNotice"
        case .comment: "comment"
        case .reply: "reply"
        }
    }

    /// What every clerk may read; the others only those who see what citizens wrote to the unit.
    var isPublic: Bool {
        switch self {
        case .document, .temporaryNotice: true
        case .comment, .reply: false
        }
    }
}
