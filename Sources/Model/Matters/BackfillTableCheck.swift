// The rules of backfilling, asked of every row of a file.

extension BackfillTable {
    /// One document of a file, checked.
    public struct Line: Sendable {
        public let line: Int
        public let check: BackfillCheck
    }

    /// What the rules say of the file.
    public struct Checked: Sendable {
        /// The matters in the order of the file, each with its documents in the order of the procedure.
        public let matters: [[Line]]
        /// Everything that is wrong, by line; nothing is entered while there is anything.
        public let faults: [Fault]

        public var documents: Int { matters.reduce(0) { $0 + $1.count } }
    }

    /// Checks every row as the form checks a document, each after those that come before it in its matter.
    /// - Parameters:
    ///   - unit: the unit whose matters they become.
    ///   - context: the present.
    public func checked(for unit: Unit, _ context: PublicationCheck.Context) -> Checked {
        var matters: [[Row]] = []
        var places: [String: Int] = [:]
        for row in rows {
            if let place = places[row.key] {
                matters[place].append(row)
            } else {
                places[row.key] = matters.count
                matters.append([row])
            }
        }
        var faults = faults
        let checked = matters.map { check($0, for: unit, context, &faults) }
        return Checked(matters: checked, faults: faults.sorted { $0.line < $1.line })
    }

    private func check(
        _ rows: [Row], for unit: Unit, _ context: PublicationCheck.Context, _ faults: inout [Fault]
    ) -> [Line] {
        var matter: Matter?
        var lines: [Line] = []
        var isSound = true
        for document in procedure.documents {
            let mine = rows.filter { $0.document.kind == document.kind }
            guard let row = mine.first else { continue }
            faults += mine.dropFirst().map {
                $0.fault(Self.documentColumn, "这件事项的\(document.name)在第 \(row.line) 行已有, 每件事项只有一份")
            }
            let known = faults.count
            if let refusal = missing(before: document, of: matter) ?? refusal(row, of: isSound ? matter : nil, context)
            {
                faults.append(row.fault(Self.documentColumn, refusal))
            }
            let check = BackfillCheck(procedure, document, of: matter, entries: row.entries, context)
            faults += check.errors.map { error in
                row.fault(
                    Self.leadingColumns[error.field] ?? document.form.field(error.field)?.label ?? "", error.sentence)
            }
            isSound = isSound && faults.count == known
            matter = check.matter(after: matter, of: unit, today: context.now.day)
            lines.append(Line(line: row.line, check: check))
        }
        return lines
    }

    private func missing(before document: DocumentDescription, of matter: Matter?) -> String? {
        guard let earlier = procedure.before(document.kind), matter?.document(earlier.kind) == nil else { return nil }
        return "这件事项没有\(earlier.name)的行; 要先有\(earlier.name), 才有\(document.name)"
    }

    /// What stands in a document's way while nothing is wrong with those before it.
    private func refusal(_ row: Row, of matter: Matter?, _ context: PublicationCheck.Context) -> String? {
        guard let matter else { return nil }
        return BackfillCheck.refusal(procedure, row.document, of: matter, now: context.now)
    }
}

extension BackfillTable.Row {
    fileprivate func fault(_ column: String, _ sentence: String) -> BackfillTable.Fault {
        BackfillTable.Fault(line: line, column: column, value: cells[column] ?? "", sentence)
    }
}
