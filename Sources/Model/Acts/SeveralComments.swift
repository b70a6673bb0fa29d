// What is common to acts on several comments at once: all or nothing, and a journal row for each.

extension [Comment] {
    /// The matter a refusal is journaled under: that of all of them, or nil.
    var subjectMatter: Identifier<Matter>? {
        guard let first, allSatisfy({ $0.matter == first.matter }) else { return nil }
        return first.matter
    }
}

extension Transaction {
    /// The most comments of one act.
    static let mostComments = 100

    /// Does the same with each comment, after all of them were found unchanged and in a state for it.
    /// - Parameter body: changes one comment and tells what the journal says of it.
    func each(
        _ read: [Comment], _ act: String, step: CommentStep, _ body: (Comment) throws -> Journal.Entry
    ) throws -> Performed<Void> {
        guard !read.isEmpty else { throw Refusal("请先选定建议") }
        guard read.count <= Self.mostComments else {
            throw Refusal("一次最多办理 \(Self.mostComments) 条建议, 现在选了 \(read.count) 条; 请分几次办理")
        }
        guard Set(read.map(\.id)).count == read.count else { throw Refusal("同一条建议选了两次; 请只选一次") }
        let comments = try read.map { try unchanged($0, isOne: read.count == 1) }
        for comment in comments {
            if let refusal = comment.refusal(of: step) { throw Refusal(refusal) }
        }
        var entries = try comments.map(body)
        let last = entries.removeLast()
        for entry in entries { try append(entry, act: act) }
        return Performed((), last)
    }

    /// Does something with one comment, found unchanged and in a state for it.
    func one(
        _ read: Comment, step: CommentStep, _ body: (Comment) throws -> Journal.Entry
    ) throws -> Performed<Void> {
        let comment = try unchanged(read)
        if let refusal = comment.refusal(of: step) { throw Refusal(refusal) }
        return Performed((), try body(comment))
    }
}
