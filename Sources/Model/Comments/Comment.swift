// 群众建议: what a citizen wrote about a matter, and how far the office is with it.

/// A comment as clerks see it: personal data masked. `OpenContact` opens them.
public struct Comment: PagedRow, Hashable {
    public let id: Identifier<Comment>
    public let matter: Identifier<Matter>
    public let system: System
    public let matterTitle: String
    public let matterNumber: DocumentNumber?
    /// Whose matter it is.
    public let unit: Unit
    public let channel: Channel
    /// Masked; nil where none was given.
    public let author: String?
    /// Masked; nil where none was given.
    public let contact: String?
    /// Masked.
    public let body: String
    public let receivedAt: Moment
    /// Who entered it, where it did not come by itself.
    public let registration: Registration?
    /// The file it came with, where it was imported.
    public let source: Source?
    /// 逾期意见: received after the deadline for comments (H4). It is answered and holds no report up.
    public let isLate: Bool
    public let state: CommentState
    public let handledAt: Moment?
    /// 处理情况.
    public let handling: String?
    public let adoption: Adoption?
    public let adoptionReason: String?
    public let hiddenReason: String?
    public let duplicateOf: Identifier<Comment>?
    /// How many others are marked as duplicates of it.
    public let duplicates: Int
    /// Why the answer takes longer (C1).
    public let extendedReason: String?
    public let satisfaction: Satisfaction?
    public let reply: Reply?
    /// The last day for the reply (C1), itself included.
    public let due: Day
    /// Working days left until then; negative when it has passed.
    public let workingDaysLeft: Int
    public let light: Light
    public let version: Int

    public struct Registration: Hashable, Sendable {
        public let by: String
        public let at: Moment
    }

    public struct Source: Hashable, Sendable {
        /// The number of the import, 第几批.
        public let number: Int64
        /// The file's name.
        public let file: String
        /// What the other system calls the comment; nil where the file did not tell.
        public let id: String?
    }

    public var receivedDay: Day { receivedAt.day }

    /// How sentences and the journal name it.
    public var name: String { Self.name(id) }

    static func name(_ id: Identifier<Comment>) -> String { "第 \(id.rawValue) 条建议" }

    /// The subject of its journal rows.
    static func subject(_ id: Identifier<Comment>) -> String { "comment:\(id.rawValue)" }

    /// The sentence on its reply's deadline.
    public var dueSentence: String {
        let last = "答复最迟 \(due)（含当日）"
        return switch light {
        case .ended: state == .hidden ? "已隐藏, 不需要答复" : "重复的建议, 不需要另外答复"
        case .met: "\(last), 已于 \(reply?.at.day.description ?? "") 按时答复"
        case .metLate: "\(last), 已于 \(reply?.at.day.description ?? "") 答复, 晚 \(max(1, -workingDaysLeft)) 个工作日"
        case .overdue: "\(last), 已超期 \(max(1, -workingDaysLeft)) 个工作日"
        case .open, .soon: workingDaysLeft == 0 ? "\(last), 今天是最后一天" : "\(last), 还有 \(workingDaysLeft) 个工作日"
        }
    }
}
