// As what a report leaves the store.
import Model

/// A kind of file that a report is written as.
enum SheetForm: String, CaseIterable {
    case xlsx, csv, text, json

    var name: String {
        switch self {
        case .xlsx: "Excel 表"
        case .csv: "CSV"
        case .text: "打印文本"
        case .json: "JSON"
        }
    }

    var ending: String {
        switch self {
        case .xlsx: ".xlsx"
        case .csv: ".csv"
        case .text: ".txt"
        case .json: ".json"
        }
    }

    /// Whatever hands a report to a sink: the office, for a clerk or for the server's operator.
    typealias Writer = (inout any ReportSink) throws(Refusal) -> Int

    /// Writes a whole file.
    /// - Parameters:
    ///   - path: of which nothing is there yet, in a folder only its maker can enter.
    ///   - writer: hands the report over.
    /// - Returns: how many rows were written.
    func write(to path: String, in folder: String, _ writer: Writer) throws(Refusal) -> Int {
        var sink: any ReportSink =
            switch self {
            case .xlsx: try XLSXSheet(path: path, folder: folder)
            case .csv: CSVSheet(stream: try SheetStream(file: path))
            case .text: PaperSheet(stream: try SheetStream(file: path))
            case .json: JSONSheet(stream: try SheetStream(file: path))
            }
        return try writer(&sink)
    }
}
