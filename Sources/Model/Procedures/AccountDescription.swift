// What is made of a matter for the government besides its documents.

/// 公示情况报告: what came of the event, as the annex of a request to the government (G9). It is printed, not published.
public struct AccountDescription: Sendable {
    /// Such as 公示情况报告.
    public let name: String
    /// The rule's id in the office's rule book.
    public let source: String

    public init(_ name: String, source: String) {
        self.name = name
        self.source = source
    }

    /// Why a matter has no account now, or nil.
    func refusal(_ procedure: Procedure, of matter: Matter, now: Moment) -> String? {
        if let ending = matter.ending { return "这件事项已于 \(ending.at.text) 终止, 没有\(name)" }
        guard let ends = matter.event.ends, let told = matter.event.endText else {
            return "\(procedure.eventName)的日期还没有确定, 还没有\(name)"
        }
        return now >= ends ? nil : "\(procedure.eventName) \(told) 结束后才有\(name)"
    }
}

extension Matter {
    /// Why there is no account of it to be printed, or nil; the screen dims by it, the act asks it again.
    public func accountRefusal(_ procedure: Procedure, now: Moment) -> String? {
        guard let account = procedure.account else {
            let having = Procedure.all.filter { $0.account != nil }.map(\.name).joined(separator: "、")
            return "\(procedure.name)没有情况报告, \(having)才有"
        }
        return account.refusal(procedure, of: self, now: now)
    }
}
