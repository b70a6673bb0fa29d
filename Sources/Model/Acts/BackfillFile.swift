// 补录 from a file: all of its documents, or none.

/// Enters every document of a file in one transaction. Each has its own row in the journal, as if entered one by one.
public struct BackfillFile: Act {
    public static let name = "backfillFile"
    public static let title = "补录"
    public static let roles: Set<Role> = [.publisher]

    /// What was entered.
    public struct Entered: Sendable {
        public let matters: Int
        public let documents: Int
    }

    let table: BackfillTable

    public init(_ table: BackfillTable) { self.table = table }

    public func perform(in office: Transaction) throws -> Performed<Entered> {
        let checked = table.checked(for: office.clerk.unit, try office.context())
        if let first = checked.faults.first {
            throw Refusal("文件中有 \(checked.faults.count) 处要改, 一件也没有补录; 第一处: 第 \(first.line) 行, \(first.sentence)")
        }
        for lines in checked.matters { try enter(lines, in: office) }
        let entered = Entered(matters: checked.matters.count, documents: checked.documents)
        return Performed(
            entered,
            Journal.Entry(
                sentence: "从文件 \(AttachmentName.quoted(table.name)) 补录 \(entered.matters) 件事项, \(entered.documents) 份文书"
            ))
    }

    private func enter(_ lines: [BackfillTable.Line], in office: Transaction) throws {
        guard let first = lines.first else { return }
        let id = try office.openMatter(first.check.publication, backfilledDay: office.today)
        for line in lines {
            let inserted = try office.insertBackfilled(line.check, in: id)
            try office.append(
                Backfill.entry(line.check, id: inserted.id, of: id, number: inserted.number), act: Backfill.name)
        }
        try office.settle(id, late: [], lateReason: nil)
    }
}
