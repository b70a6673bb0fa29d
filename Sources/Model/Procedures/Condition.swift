// What must be true before a document may be published.

/// A condition of publishing, besides the order of documents and each only once, which hold everywhere.
public enum Condition: Hashable, Sendable {
    /// The matter's event is over.
    case eventEnded
    /// Every comment is handled and answered (G6).
    case everyCommentAnswered

    /// Why the condition is not met yet, or nil.
    func refusal(_ procedure: Procedure, _ document: DocumentDescription, of matter: Matter, now: Moment) -> String? {
        switch self {
        case .eventEnded:
            guard let ends = matter.event.ends, let told = matter.event.endText else {
                return "\(procedure.eventName)的日期还没有确定, 不能发布\(document.name)"
            }
            return now >= ends ? nil : "\(procedure.eventName) \(told) 结束后才能发布\(document.name)"
        case .everyCommentAnswered:
            let waiting = matter.comments
            guard waiting.unhandled + waiting.unanswered > 0 else { return nil }
            return "还有 \(waiting.unhandled) 条建议未处理、\(waiting.unanswered) 条未答复, 全部处理并答复后才能发布\(document.name)"
        }
    }
}
