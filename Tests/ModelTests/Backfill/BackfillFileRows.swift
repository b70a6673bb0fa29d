// The rows of a file for 补录, as a spreadsheet has them.
import CountyFixture
import Testing

@testable import Model

extension BackfillFileTests {
    /// A file of rows given by column.
    func file(_ rows: [[String: String]], header: [String] = columns) throws -> TextFile {
        try TextFile(
            name: "补录.csv", bytes: CSVTable.file(of: [header] + rows.map { row in header.map { row[$0] ?? "" } }))
    }

    /// The rows of one hearing as a spreadsheet has them.
    func hearing(_ key: String) -> [[String: String]] {
        [
            (BackfillEntries.announcement(), Procedure.hearing.documents[0]),
            (BackfillEntries.notice(), Procedure.hearing.documents[1]),
            (BackfillEntries.report(), Procedure.hearing.documents[2]),
        ].map { entries, document in
            var row = ["事项": key, "文书": document.name]
            for field in document.form.fields {
                row[field.label] = entries[field.name]
                if case .choice(let choices) = field.kind {
                    row[field.label] = choices.first { $0.code == entries[field.name] }?.label
                }
                if case .tick = field.kind { row[field.label] = "是" }
            }
            row["原发布日期"] = entries["backfill_day"]
            row["补录原因"] = entries["backfill_reason"]
            return row
        }
    }
}
