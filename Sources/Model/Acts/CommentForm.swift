// The forms about comments among drafts: which form, and about which comments.

/// A form about comments, as the name of a draft holds it.
enum CommentForm: Hashable {
    case register
    case reply([Identifier<Comment>])
    case change(Identifier<Comment>)
    case satisfaction(Identifier<Comment>)

    /// The draft's name, such as "hearing.comment.reply.12+15".
    func name(_ system: System) -> String {
        let prefix = "\(system.rawValue).comment"
        return switch self {
        case .register: "\(prefix).register"
        case .reply(let comments):
            "\(prefix).reply.\(comments.map { String($0.rawValue) }.joined(separator: "+"))"
        case .change(let comment): "\(prefix).change.\(comment.rawValue)"
        case .satisfaction(let comment): "\(prefix).satisfaction.\(comment.rawValue)"
        }
    }

    /// - Returns: nil for the name of another draft.
    init?(_ name: String) {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 3, parts[1] == "comment" else { return nil }
        let comments = (parts.count == 4 ? parts[3] : "").split(separator: "+").compactMap { Int64($0) }
            .map { Identifier<Comment>($0) }
        switch (parts[2], comments.first) {
        case ("register", nil): self = .register
        case ("reply", _?): self = .reply(comments)
        case ("change", let comment?): self = .change(comment)
        case ("satisfaction", let comment?): self = .satisfaction(comment)
        default: return nil
        }
    }

    /// What is being written.
    var title: String {
        switch self {
        case .register: "登记建议"
        case .reply: "建议答复"
        case .change: "修改答复"
        case .satisfaction: "满意度"
        }
    }

    /// The task of a draft.
    /// - Throws: `Refusal` if a comment is gone.
    func task(of matter: Matter, _ office: Office, _ session: Session) throws(Refusal) -> any FormTask {
        switch self {
        case .register: return RegisterCommentTask(of: matter, try office.channels(in: session))
        case .reply(let ids):
            var comments: [Comment] = []
            for id in ids { comments.append(try office.comment(id, in: session)) }
            return ReplyTask(to: comments, of: matter)
        case .change(let id): return ChangeReplyTask(try office.comment(id, in: session), of: matter)
        case .satisfaction(let id):
            return SatisfactionTask(
                try office.comment(id, in: session), of: matter, try office.channels(in: session))
        }
    }
}
