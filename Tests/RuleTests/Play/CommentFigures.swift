// What the screens show of comments, held against the rule book.
import Model

extension Figures {
    /// The comments of a matter, and its row in 群众建议管理.
    /// - Parameter keys: the comments' keys by their names.
    /// - Returns: their versions by their names.
    func compareComments(_ affair: Affair, key: Int64, _ keys: [Int: Int64]) throws -> [Int: Int] {
        let shown = Dictionary(uniqueKeysWithValues: (comments[key] ?? []).map { ($0.id.rawValue, $0) })
        try same("comments in the list", shown.keys.sorted(), keys.values.sorted())
        var versions: [Int: Int] = [:]
        for (name, letter) in affair.letters {
            guard let comment = keys[name].flatMap({ shown[$0] }) else { continue }
            try same("state of comment \(name)", comment.state, letter.state)
            try same("comment \(name) late", comment.isLate, affair.isLate(letter))
            try same("answer of comment \(name)", comment.reply?.at.day, letter.answered)
            try same("adoption of comment \(name)", comment.adoption?.rawValue, letter.adoption)
            try same("versions of the answer of comment \(name)", comment.reply?.version ?? 0, letter.answers)
            try same("comment \(name) due", comment.due, letter.due)
            try same("comment \(name) extended", comment.extendedReason != nil, letter.isExtended)
            try same("light of comment \(name)", comment.light, letter.light(on: today))
            if !letter.isOut {
                try same("days left for comment \(name)", comment.workingDaysLeft, letter.left(on: today))
            }
            let voice = comment.satisfaction.map { "\($0.degree.rawValue) \($0.day?.description ?? "")" }
            let right = letter.satisfaction.map { "\($0.degree) \($0.day)" }
            try same("satisfaction of comment \(name)", voice, right)
            guard comment.version >= letter.version else {
                throw Trouble("comment \(name) was changed, but its version is still \(comment.version)")
            }
            versions[name] = comment.version
        }
        guard let row = commented[key] else {
            throw Trouble("matter \(key) is not in 群众建议管理")
        }
        let letters = affair.letters.values
        try same(
            "tally of matter \(key)", [row.tally.all, row.tally.unhandled, row.tally.unanswered],
            [letters.count, letters.count { $0.isUnhandled }, letters.count { $0.isUnanswered }])
        return versions
    }
}
