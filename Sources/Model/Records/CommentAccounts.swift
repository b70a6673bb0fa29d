// What the account of a matter takes from its comments (G9).
internal import GRDB

extension Transaction {
    /// The figures of a matter's comments.
    func commentFigures(of matter: Identifier<Matter>) throws -> CommentFigures {
        func counted(_ value: String, _ condition: String) throws -> [(code: String, count: Int)] {
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(value) AS code, count(*) AS count FROM comment c
                    WHERE c.matter_id = ? AND \(condition) AND \(value) IS NOT NULL GROUP BY 1 ORDER BY 1
                    """, arguments: [matter.rawValue]
            ).map { ($0["code"], $0["count"]) }
        }
        func count(_ condition: String) throws -> Int {
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM comment c WHERE c.matter_id = ? AND \(condition)",
                arguments: [matter.rawValue]) ?? 0
        }
        func figures<Kind: RawRepresentable<String> & Hashable>(_ value: String) throws -> [Kind: Int] {
            try counted(value, Self.isWaitedFor).reduce(into: [:]) { figures, found in
                if let kind = Kind(rawValue: found.code) { figures[kind] = found.count }
            }
        }
        let names = Dictionary(uniqueKeysWithValues: try channels().map { ($0.code, $0.name) })
        return CommentFigures(
            byChannel: try counted("c.channel", "c.is_late = 0").map { (names[$0.code] ?? $0.code, $0.count) },
            hidden: try count("c.is_late = 0 AND c.hidden_at IS NOT NULL"),
            duplicate: try count("c.is_late = 0 AND c.hidden_at IS NULL AND c.duplicate_of IS NOT NULL"),
            handled: try count("\(Self.isWaitedFor) AND c.handled_at IS NOT NULL"),
            answered: try count("\(Self.isWaitedFor) AND c.answered_day IS NOT NULL"),
            adoptions: try figures("c.adoption"), satisfactions: try figures("c.satisfaction"),
            late: try count("c.is_late = 1"))
    }

    /// The comments that want an answer of their own, the first received first; masked.
    func mainComments(of matter: Identifier<Matter>, most: Int) throws -> [Comment] {
        try comments("c.matter_id = ? AND \(Self.isWaitedFor) ORDER BY c.id LIMIT ?", [matter.rawValue, most])
    }
}
