// 修改 and 更正: how a published document gets a new version, and until when a document may be changed or deleted.

/// The two ways to a new version. Neither moves the number nor the moment of publication.
public enum Revision: String, CaseIterable, Hashable, Sendable {
    /// 修改, while nobody has answered to the text yet (G7).
    case modify
    /// 更正, in public, until the report is out.
    case correct

    public var title: String {
        switch self {
        case .modify: "修改"
        case .correct: "更正"
        }
    }

    /// The field that a revision's form has besides the document's own.
    var reasonField: Field {
        switch self {
        case .modify:
            Field(
                Self.reason, "修改原因", .text, limit: WrittenReason.longest,
                help: "为什么修改, 记入日志和各版对照, 不对外公布。编号和发布时刻不变。")
        case .correct:
            Field(
                Self.reason, "更正说明", .text, limit: WrittenReason.longest,
                help: "改了什么、为什么改。写在公布的全文前面, 前后两版都对外公开。编号和发布时刻不变。")
        }
    }

    /// The name of the reason's field.
    static let reason = "revision_reason"

    /// Why a document of a matter cannot be revised so now, or nil.
    public func refusal(_ procedure: Procedure, _ document: DocumentDescription, of matter: Matter) -> String? {
        guard matter.document(document.kind) != nil else { return "\(document.name)还没有发布, 没有可以\(title)的" }
        if let closed = matter.refusalOnceClosed(procedure, to: title) { return closed }
        return self == .modify ? matter.refusalOnceCommented(to: title, instead: Self.correct.title) : nil
    }
}

extension Matter {
    /// Why nothing of the matter may be changed any more, or nil: it was ended, or its report is out.
    func refusalOnceClosed(_ procedure: Procedure, to act: String) -> String? {
        if let ending { return "这件事项已于 \(ending.at.text) 终止, 不能再\(act)" }
        guard let report = document(.report) else { return nil }
        return "\(procedure.document(.report)?.name ?? "报告")已于 \(report.publishedAt.text) 发布, 不能再\(act)"
    }

    /// G7: why a text that somebody has commented on is not taken back, or nil. Hidden and duplicate comments count.
    func refusalOnceCommented(to act: String, instead: String) -> String? {
        comments.all == 0 ? nil : "已有 \(comments.all) 条建议, 不能\(act); 可以办\(instead)"
    }

    /// Why a document cannot be deleted now, or nil (G7).
    public func refusal(toDelete document: DocumentDescription, _ procedure: Procedure) -> String? {
        guard self.document(document.kind) != nil else { return "\(document.name)还没有发布, 没有可以删除的" }
        let instead = procedure.termination == nil ? "更正" : "更正或终止"
        return refusalOnceClosed(procedure, to: "删除") ?? refusalOnceCommented(to: "删除", instead: instead)
    }
}
