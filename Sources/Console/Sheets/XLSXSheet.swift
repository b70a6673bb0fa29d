// A report as an Excel workbook: real dates and numbers, the heading and the first columns frozen.
import CXLSXWriter
import Glibc
import Model

/// Rows go to the disk as they come, so that memory does not grow with them.
final class XLSXSheet: ReportSink {
    /// The rows that a worksheet has; what is more goes on in the next one.
    static let mostRows = 1_048_576
    /// The most characters of a cell, as the file counts them.
    private static let longestCell = 32_767

    private let mostRows: Int
    private var workbook: UnsafeMutablePointer<lxw_workbook>?
    private var worksheet: UnsafeMutablePointer<lxw_worksheet>?
    private var formats: [Style: UnsafeMutablePointer<lxw_format>] = [:]
    private var heading: ReportHeading?
    private var columns: [ReportColumn] = []
    private var row = 0
    private var worksheets = 0

    private enum Style: CaseIterable { case title, label, head, text, count, share, average, day, moment }

    /// - Parameters:
    ///   - path: of which nothing is there yet.
    ///   - folder: where the library keeps what is not finished; only the clerk can enter it.
    init(path: String, folder: String, mostRows: Int = XLSXSheet.mostRows) throws(Refusal) {
        self.mostRows = mostRows
        let temporary = strdup(folder)
        defer { free(temporary) }
        var options = lxw_workbook_options()
        options.constant_memory = 1
        options.tmpdir = temporary
        workbook = workbook_new_opt(path, &options)
        guard workbook != nil else { throw Refusal("Excel 表写不出去; 请告诉系统管理员") }
        for style in Style.allCases { formats[style] = format(style) }
    }

    deinit { if let workbook { lxw_workbook_free(workbook) } }

    private func format(_ style: Style) -> UnsafeMutablePointer<lxw_format>? {
        guard let format = workbook_add_format(workbook) else { return nil }
        func number(_ shape: String) { format_set_num_format(format, shape) }
        switch style {
        case .title:
            format_set_bold(format)
            format_set_font_size(format, 14)
        case .label: format_set_bold(format)
        case .head:
            format_set_bold(format)
            format_set_text_wrap(format)
            format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
        case .text:
            format_set_text_wrap(format)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        case .count: number("0")
        case .share: number("0.0%")
        case .average: number("0.0")
        case .day: number("yyyy-mm-dd")
        case .moment: number("yyyy-mm-dd hh:mm")
        }
        return format
    }

    func begin(_ heading: ReportHeading, _ columns: [ReportColumn]) throws {
        self.heading = heading
        self.columns = columns
        try tell(heading)
        try beginWorksheet()
    }

    func add(_ cells: [ReportCell]) throws {
        if row >= mostRows { try beginWorksheet() }
        for (column, cell) in cells.enumerated() { try check(put(cell, lxw_col_t(column))) }
        row += 1
    }

    func end(totals: [ReportCell]?) throws {
        if let totals { try add(totals) }
        let closed = workbook_close(workbook)
        workbook = nil
        try check(closed)
    }

    private func check(_ error: lxw_error) throws(Refusal) {
        guard error != LXW_NO_ERROR else { return }
        throw Refusal("Excel 表没有写成（\(String(cString: lxw_strerror(error)))）; 请清理磁盘后再试, 或者改存 CSV")
    }

    /// What the file says of itself: what it is, and who made it.
    private func tell(_ heading: ReportHeading) throws {
        var properties = lxw_doc_properties()
        properties.title = strdup(Self.written(heading.title))
        properties.author = strdup(Self.written(heading.maker))
        properties.company = strdup(Self.written(heading.site))
        defer { for text in [properties.title, properties.author, properties.company] { free(text) } }
        try check(workbook_set_properties(workbook, &properties))
    }

    // MARK: - Worksheets

    /// The worksheets are called as the report is, from the second on with their number.
    private func beginWorksheet() throws {
        worksheets += 1
        let name = heading.map { Self.worksheetName($0.title, worksheets) }
        worksheet = workbook_add_worksheet(workbook, name)
        guard let worksheet, let heading else { throw Refusal("Excel 表写不出去; 请告诉系统管理员") }
        row = 0
        for (index, column) in columns.enumerated() {
            let width = Double(min(max(column.width, TextWidth.of(column.heading)), 50) + 2)
            worksheet_set_column(worksheet, lxw_col_t(index), lxw_col_t(index), width, nil)
        }
        try put(heading.title, 0, .title)
        row += 1
        for part in heading.parts {
            try put(part.label, 0, .label)
            try put(part.text, 1, nil)
            row += 1
        }
        for (index, column) in columns.enumerated() { try put(column.heading, lxw_col_t(index), .head) }
        let head = lxw_row_t(row)
        row += 1
        worksheet_freeze_panes(worksheet, head + 1, lxw_col_t(columns.prefix { $0.isFrozen }.count))
        worksheet_repeat_rows(worksheet, head, head)
        worksheet_set_landscape(worksheet)
        worksheet_set_paper(worksheet, 9)
        worksheet_fit_to_pages(worksheet, 1, 0)
        worksheet_set_footer(worksheet, "&C第 &P 页, 共 &N 页")
    }

    private func put(_ text: String, _ column: lxw_col_t, _ style: Style?) throws {
        try check(
            worksheet_write_string(
                worksheet, lxw_row_t(row), column, Self.written(text), style.flatMap { formats[$0] }))
    }

    private func put(_ cell: ReportCell, _ column: lxw_col_t) -> lxw_error {
        let at = lxw_row_t(row)
        func number(_ value: Double?, _ style: Style) -> lxw_error {
            value.map { worksheet_write_number(worksheet, at, column, $0, formats[style]) } ?? LXW_NO_ERROR
        }
        func date(_ day: Day, _ time: TimeOfDay?, _ style: Style) -> lxw_error {
            var date = lxw_datetime(
                year: Int32(day.year), month: Int32(day.month), day: Int32(day.day), hour: Int32(time?.hour ?? 0),
                min: Int32(time?.minute ?? 0), sec: 0)
            return worksheet_write_datetime(worksheet, at, column, &date, formats[style])
        }
        switch cell {
        case .empty: return LXW_NO_ERROR
        case .text(let text):
            return text.isEmpty
                ? LXW_NO_ERROR : worksheet_write_string(worksheet, at, column, Self.written(text), formats[.text])
        case .count(let count): return number(Double(count), .count)
        case .share(let share): return number(share.ratio, .share)
        case .average(let average): return number(average.value, .average)
        case .day(let day): return date(day, nil, .day)
        case .moment(let moment): return date(moment.day, moment.timeOfDay, .moment)
        }
    }

    /// A name that Excel takes: at most 31 characters, none of those it keeps for itself.
    static func worksheetName(_ title: String, _ number: Int) -> String {
        let mark = number == 1 ? "" : "-\(number)"
        let allowed = written(title).unicodeScalars.filter { !"[]:*?/\\'\n\t".unicodeScalars.contains($0) }
        var name = String(String.UnicodeScalarView(allowed))
        while name.utf16.count + mark.utf16.count > 31 { name.unicodeScalars.removeLast() }
        return name.isEmpty ? "报表\(mark)" : name + mark
    }

    /// The text as a cell may hold it: without what XML cannot, and not too long.
    static func written(_ text: String) -> String {
        let isPlain = text.utf8.count < longestCell && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0xEF }
        if isPlain { return text }
        var kept = String.UnicodeScalarView()
        var length = 0
        for scalar in text.unicodeScalars {
            if scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || scalar.value & 0xFFFE == 0xFFFE { continue }
            length += UTF16.width(scalar)
            if length > longestCell { break }
            kept.append(scalar)
        }
        return String(kept)
    }
}
