// 临时通知: a short notice of its own.

/// A temporary notice as published.
public struct TemporaryNotice: PagedRow, Hashable {
    public let id: Identifier<TemporaryNotice>
    public let system: System
    public let number: DocumentNumber
    public let title: String
    public let body: String
    public let signedUnit: String
    public let publishedAt: Moment
    public let publisher: String
    public let withdrawnAt: Moment?
    public let withdrawnReason: String?
    /// What it tells of its matter; nil for a notice of its own.
    public let purpose: Purpose?
    public let version: Int
    /// Where it was put on the web; nil while nothing is registered.
    public var posting: Posting? = nil
    /// Whether 上网登记 is asked for and not done.
    public var awaitsPosting = false
    /// How it was reviewed; nil where nothing was set.
    public var review: Review? = nil

    /// What a notice that is linked to a matter tells of it.
    public enum Purpose: String, CaseIterable, Hashable, Sendable {
        case postpone, terminate

        public var title: String {
            switch self {
            case .postpone: "改期"
            case .terminate: "终止"
            }
        }
    }

    /// 状态, as lists show it.
    public var state: String { withdrawnAt == nil ? "已发布" : "已撤回" }

    /// What it is called among documents.
    static let documentName = "临时通知"

    /// The name of its form among drafts.
    public static func draftForm(_ system: System) -> String { "\(system.rawValue).temporaryNotice" }

    /// Its form: title, text, signature, secrecy review.
    public static let form = Form(
        table: table, title: Form.title("\"关于某某的通知\""),
        [Field("body", "通知内容", .text, limit: 2000, help: "通知什么、对谁、什么时候起。最多 2000 字。")],
        closing: closing)

    static let table = "temporary_notice"
    /// What every temporary notice ends with.
    static let closing = Form.closing.filter { ["signed_unit", "secrecy_checked"].contains($0.name) }

    static let print: [PublicPart] = [.sentence { $0.text("body") }]
}
