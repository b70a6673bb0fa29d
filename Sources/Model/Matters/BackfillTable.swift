// A file of documents to be backfilled: one row a document, its columns named as the forms name their fields.

/// The rows of a file as they were read, before they are checked against the rules.
public struct BackfillTable: Sendable {
    public typealias Fault = LineFault

    /// A row whose document is known.
    struct Row: Sendable {
        let line: Int
        /// What ties the rows of one matter together.
        let key: String
        let document: DocumentDescription
        let entries: Entries
        /// The cells by column, as they stand in the file.
        let cells: [String: String]
    }

    /// More documents would hold the store's one writer longer than others wait.
    public static let mostDocuments = 2_000

    static let keyColumn = "事项"
    static let documentColumn = "文书"
    /// The columns of what stands in front of every form.
    static let leadingColumns = Dictionary(uniqueKeysWithValues: BackfillCheck.fields.map { ($0.name, $0.label) })

    public let procedure: Procedure
    /// The file's name.
    public let name: String
    let rows: [Row]
    /// What can be said of the rows without the rules.
    let faults: [Fault]

    /// The header: the columns every file has, then those of the procedure's forms, each name once.
    public static func columns(_ procedure: Procedure) -> [String] {
        let fields = procedure.documents.flatMap(\.form.fields)
        let closing = Set(Form.closing.map(\.name))
        let labels = (fields.filter { !closing.contains($0.name) } + fields.filter { closing.contains($0.name) }).map(
            \.label)
        let leading = [keyColumn, documentColumn] + BackfillCheck.fields.compactMap { leadingColumns[$0.name] }
        return labels.reduce(into: leading) { columns, label in if !columns.contains(label) { columns.append(label) } }
    }

    /// An empty file with the right header.
    public static func template(_ procedure: Procedure) -> [UInt8] { CSVTable.file(of: [columns(procedure)]) }

    /// Reads the rows of a file.
    /// - Throws: `Refusal` if it is no table, or its columns are not those of the procedure.
    public init(_ procedure: Procedure, _ file: TextFile) throws(Refusal) {
        self.procedure = procedure
        name = file.name
        let table = try CSVTable(file.text)
        try table.mustHave(Self.columns(procedure), advice: "表头要与空表一字不差; 可以先存一份空表对照")
        guard !table.rows.isEmpty else { throw Refusal("\(AttachmentName.quoted(file.name)) 只有表头, 没有要补录的行") }
        guard table.rows.count <= Self.mostDocuments else {
            throw Refusal(
                "\(AttachmentName.quoted(file.name)) 有 \(table.rows.count.grouped) 行, 一次最多补录 \(Self.mostDocuments.grouped) 份文书, 请分成几个文件"
            )
        }
        var rows: [Row] = []
        var faults: [Fault] = []
        for row in table.rows {
            if let fault = table.widthFault(row) {
                faults.append(fault)
                continue
            }
            let cells = Dictionary(zip(table.header, row.cells.map(\.trimmed))) { first, _ in first }
            var reader = RowReader(procedure, line: row.line, cells)
            if let row = reader.read() { rows.append(row) }
            faults += reader.faults
        }
        self.rows = rows
        self.faults = faults
    }
}

/// Makes a form's entries of one row's cells.
private struct RowReader {
    let procedure: Procedure
    let line: Int
    let cells: [String: String]
    private(set) var faults: [BackfillTable.Fault] = []

    init(_ procedure: Procedure, line: Int, _ cells: [String: String]) {
        self.procedure = procedure
        self.line = line
        self.cells = cells
    }

    /// The row; nil where it cannot be told what document it is, or of what matter.
    mutating func read() -> BackfillTable.Row? {
        let key = cells[BackfillTable.keyColumn] ?? ""
        if key.isEmpty { add(BackfillTable.keyColumn, "请写明是哪一件: 同一件事项的几行写同样的记号, 例如 1") }
        let name = cells[BackfillTable.documentColumn] ?? ""
        guard let document = procedure.documents.first(where: { $0.name == name }) else {
            let names = procedure.documents.map(\.name).joined(separator: "、")
            add(BackfillTable.documentColumn, "文书只能写 \(names), 填的是 \(TypedText(name).shown)")
            return nil
        }
        guard !key.isEmpty else { return nil }
        var entries = Entries()
        for field in document.form.fields { entries[field.name] = entry(field, cells[field.label] ?? "") }
        for field in BackfillCheck.fields {
            entries[field.name] = entry(field, BackfillTable.leadingColumns[field.name].flatMap { cells[$0] } ?? "")
        }
        refuseWhatHasNoPlace(document, entries)
        return BackfillTable.Row(line: line, key: key, document: document, entries: entries, cells: cells)
    }

    /// What a clerk would have typed or chosen in the field.
    private mutating func entry(_ field: Field, _ cell: String) -> String {
        switch field.kind {
        case .choice(let choices): return choices.first { $0.label == cell }?.code ?? cell
        case .tick:
            if ["", "否"].contains(cell) {
                add(field.label, "请先完成\(field.label), 再在这一栏写 是; 没有审查的不能补录")
            } else if cell != "是" {
                add(field.label, "\(field.label)只能写 是 或 否, 填的是 \(TypedText(cell).shown)")
            }
            return "1"
        case .day:
            // In a file of years gone by the nearest such day is a guess.
            if TypedDay.isRelative(cell) {
                add(
                    BackfillTable.leadingColumns[field.name] ?? field.label,
                    "\(TypedText(cell).shown) 没有写年份, 请写成 2026-12-08")
            }
            return cell
        case .line, .text, .time, .count: return cell
        }
    }

    /// A cell that the form has no field for would be lost.
    private mutating func refuseWhatHasNoPlace(_ document: DocumentDescription, _ entries: Entries) {
        let fields = Dictionary(document.form.fields.map { ($0.label, $0) }) { first, _ in first }
        let leading = [BackfillTable.keyColumn, BackfillTable.documentColumn] + BackfillTable.leadingColumns.values
        for column in BackfillTable.columns(procedure)
        where !leading.contains(column) && cells[column]?.isEmpty == false {
            guard let field = fields[column] else {
                add(column, "\(document.name)没有这一栏, 请清空")
                continue
            }
            if !document.form.applies(field, entries), let on = field.applies, let other = document.form.field(on.field)
            {
                let now = other.reading(.choice(entries[on.field]))
                add(column, "\(other.label)是 \(TypedText(now).shown) 时没有这一栏, 请清空")
            }
        }
    }

    private mutating func add(_ column: String, _ sentence: String) {
        faults.append(BackfillTable.Fault(line: line, column: column, value: cells[column] ?? "", sentence))
    }
}
