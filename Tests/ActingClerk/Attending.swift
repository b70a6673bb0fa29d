// How what citizens wrote is attended to at a desk.
import ActOrders
import Model

extension Doing {
    /// - Throws: `BadLine` for a deed that is not about comments, or is about one that was not read.
    func attend(_ deed: Deed) throws -> Done {
        switch deed {
        case .register(_, let received):
            let entries = Entries(["channel": "letter", "received_day": received, "body": "水价不要涨得太快", "author": "赵一"])
            let done = try office.perform(RegisterComment(of: matter().id, entries: entries), in: session)
            return Done(
                journal: done.journalNumber, matter: try matter().id, made: done.outcome.comment.rawValue)
        case .handle(let names): return try done(HandleComments(comments(names), handling: "已转业务科室研究"))
        case .reply(let names, let adoption, let reason):
            let entries = Entries(["adoption": adoption, "reason": reason, "body": "您的建议收到了"])
            return try done(ReplyToComments(comments(names), entries: entries))
        case .changeReply(let name, let adoption, let reason, let because):
            let comment = try comment(name)
            let entries = Entries([
                "adoption": adoption, "reason": reason, "change_reason": because,
                "body": "您的建议收到了, 第 \((comment.reply?.version ?? 0) + 1) 稿",
            ])
            return try done(ChangeReply(comment, entries: entries))
        case .extendReply(let name, let reason): return try done(ExtendReply(comment(name), reason: reason))
        case .recordSatisfaction(let name, let degree, let day):
            let entries = Entries(["degree": degree, "day": day, "channel": "telephone"])
            return try done(RecordSatisfaction(comment(name), entries: entries))
        case .hide(let name, let reason): return try done(HideComment(comment(name), reason: reason))
        case .show(let name, let reason): return try done(ShowComment(comment(name), reason: reason))
        case .markDuplicate(let name, let original):
            return try done(MarkDuplicate(comment(name), of: comment(original).id))
        case .unmarkDuplicate(let name): return try done(UnmarkDuplicate(comment(name)))
        default: throw BadLine(description: "not about comments: \(deed)")
        }
    }

    private func comments(_ names: [Int]) throws -> [Comment] { try names.map(comment) }
}
