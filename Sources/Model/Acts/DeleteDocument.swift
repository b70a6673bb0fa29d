// 删除: a published document is taken back before anybody has answered to it.

/// Hides a document with a reason (G7). The announcement takes its matter with it; without the notice the row is back at 发布通知.
public struct DeleteDocument: Act {
    public static let name = "deleteDocument"
    public static let title = "删除"
    public static let roles: Set<Role> = [.publisher]

    let kind: DocumentKind
    let matter: Matter
    let reason: String

    public init(_ kind: DocumentKind, of matter: Matter, reason: String) {
        self.kind = kind
        self.matter = matter
        self.reason = reason
    }

    public var subjectMatter: Identifier<Matter>? { matter.id }

    /// The outcome: whether the whole matter went.
    public func perform(in office: Transaction) throws -> Performed<Bool> {
        let (procedure, description) = try matter.system.described(kind)
        let matter = try office.matter(matter.id, version: matter.version) {
            $0.refusal(toDelete: description, procedure)
        }
        guard let document = matter.document(kind) else { throw try office.stale(matter.id) }
        let reason = try WrittenReason.required(reason, "删除的原因")

        let takesMatter = procedure.before(kind) == nil
        if takesMatter {
            try office.deleteMatter(matter, reason: reason)
        } else {
            try office.deleteDocument(document.id, reason: reason)
            try office.settle(matter.id, late: [], lateReason: nil)
        }
        let title = document.values.text("title") ?? ""
        return Performed(
            takesMatter,
            Journal.Entry(
                matter: matter.id, subject: "document:\(document.id.rawValue)",
                sentence: "删除\(description.name)《\(title)》, 编号 \(document.number)\(takesMatter ? ", 整件事项一并删除" : "")",
                before: ["状态": "已发布"], after: ["状态": "已删除"], reason: reason))
    }
}
