// The comments of an import in the figures of their matters.
internal import GRDB

extension Database {
    /// Counts the comments of an import, all at once: they come in by the hundred thousand, and are new.
    func countComments(ofImport number: Int64) throws {
        try execute(
            sql: """
                UPDATE matter_figures SET comments = comments + c.count
                FROM (SELECT matter_id, count(*) AS count FROM comment WHERE import_id = ? GROUP BY matter_id) c
                WHERE c.matter_id = matter_figures.matter_id
                """, arguments: [number])
    }
}
