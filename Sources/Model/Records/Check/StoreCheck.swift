// Whether a store is whole: the file, its references, what follows from what, and the journal.
internal import GRDB

extension Office {
    /// Checks the store, reading every row once and keeping none.
    /// - Parameter progress: told now and then how far it is; an answer of false ends the check.
    /// - Returns: a sentence for everything that is wrong, at most `CheckFindings.most` of a kind; empty for a whole store.
    public func check(progress: (WorkProgress) -> Bool = { _ in true }) -> [String] {
        var findings = CheckFindings(told: ToldHeads(beside: path))
        do {
            try Store.mapped(path) {
                try store.read { db in try Self.check(db, path, CheckStage.all, &findings, progress) }
            }
        } catch {
            findings.add("数据库", error.sentence)
        }
        return findings.sentences
    }

    static func check(
        _ db: Database, _ path: String, _ stages: [CheckStage], _ findings: inout CheckFindings,
        _ progress: (WorkProgress) -> Bool
    ) throws {
        for stage in stages {
            do {
                let total = try stage.size.map { try Int.fetchOne(db, sql: $0) ?? 0 } ?? 0
                var done = 0
                func goesOn() -> Bool { progress(WorkProgress("检查\(stage.name)", done: done, total: total)) }
                func advance() throws {
                    guard goesOn() else { throw CancellationError() }
                    done += 1
                }
                try SQLiteSteps.reporting(db, to: goesOn) {
                    try advance()
                    try stage.run(db, &findings, advance)
                }
            } catch is CancellationError {
                return findings.add("检查", "检查没有做完")
            } catch let error as DatabaseError {
                findings.add(stage.name, "\(stage.name)读不下去: \(Store.sentence(error, path))")
            }
            if findings.isUnreadable {
                return findings.add("检查", "文件已损坏, 其余各项没有检查; 请从备份恢复")
            }
        }
    }
}

/// One part of the check, with the statement that counts its steps.
struct CheckStage: Sendable {
    let name: String
    let size: String?
    let run: @Sendable (Database, inout CheckFindings, () throws -> Void) throws -> Void

    private static let file = CheckStage(name: "文件", size: nil, run: FileCheck.run)
    private static let references = CheckStage(name: "引用", size: nil, run: FileCheck.references)
    private static let attachments = CheckStage(
        name: "附件", size: "SELECT count(*) FROM attachment_content", run: AttachmentCheck.run)
    private static let journal = CheckStage(
        name: "操作日志", size: "SELECT count(*) / \(JournalCheck.step) + 1 FROM journal", run: JournalCheck.run)

    /// What holds of a store of every schema.
    static let ofFile = [file, references, attachments, journal]
    static let all = [
        file, references, attachments,
        CheckStage(name: "文书", size: "SELECT \(RecordCheck.rules.count)", run: RecordCheck.run),
        CheckStage(name: "全文索引", size: FullTextCheck.size, run: FullTextCheck.run),
        CheckStage(name: "期限", size: "SELECT count(*) FROM matter", run: MatterCheck.run),
        CheckStage(name: "季度", size: "SELECT count(*) FROM period_duty", run: PeriodCheck.run),
        CheckStage(name: "报表数字", size: "SELECT 2", run: FigureCheck.run),
        journal,
    ]
}
