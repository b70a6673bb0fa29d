// Reports as another program reads them: opened by LibreOffice and compared cell by cell. A part of script/soak.
import CountyFixture
import Foundation
import Model
import Testing

@testable import Console

@Suite("SheetSoak", .enabled(if: ProcessInfo.processInfo.environment["YANGGUANG_SOAK"] != nil))
struct SheetSoakTests {
    private let folder: PrivateFolder
    private let demo: DemoCounty
    private let office: Office
    private let session: Session

    init() throws {
        folder = try PrivateFolder(below: FileManager.default.temporaryDirectory.path)
        demo = try DemoCounty.copy()
        office = try demo.office()
        session = try demo.signIn("jianguan", to: office)
    }

    @Test(
        "every report opens in LibreOffice with the cells it was written with", arguments: Report.all,
        [SheetForm.xlsx, .csv])
    func opened(report: Report, form: SheetForm) throws {
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        let scope = ReportScope(system: nil, reach: .site, span: .all)
        var sink: any ReportSink = KeptCells()
        _ = try office.write(report, scope, to: &sink, in: session)
        let kept = try #require(sink as? KeptCells)
        let path = folder.file("report" + form.ending)
        _ = try form.write(to: path, in: folder.path) { (sink) throws(Refusal) in
            try office.write(report, scope, to: &sink, in: session)
        }
        let shown = CSVCells.read(try converted(path, form, columns: kept.columns.count))
        let head = try #require(shown.firstIndex { $0.starts(with: kept.columns.map(\.heading)) })
        let rows = Array(shown[(head + 1)...])
        let written = kept.rows + [try #require(kept.totals)]
        #expect(rows.count == written.count)
        for (shown, written) in zip(rows, written) {
            for (index, cell) in written.enumerated() {
                let text = index < shown.count ? shown[index] : ""
                #expect(Self.isSame(text, cell, form), "\(kept.columns[index].heading): \(text) for \(cell.text)")
            }
        }
    }

    /// A figure that is rounded may be rounded otherwise in its last place.
    private static func isSame(_ shown: String, _ cell: ReportCell, _ form: SheetForm) -> Bool {
        func number(_ text: String) -> Double? { Double(text.filter { $0 != "%" }) }
        switch cell {
        case .share(let share):
            guard share.whole > 0 else { return shown.isEmpty }
            return abs((number(shown) ?? -1) - (number(share.text) ?? -2)) < 0.11
        case .average(let average):
            guard average.count > 0 else { return shown.isEmpty }
            return abs((number(shown) ?? -1) - (number(average.text) ?? -2)) < 0.11
        case .text(let text):
            let lines = { (text: String) in text.split(whereSeparator: \.isNewline).joined(separator: "\n") }
            return lines(shown) == lines(form == .csv && CSVSheet.isFormula(text) ? "'" + text : text)
        case .empty, .count, .day, .moment: return shown == cell.text
        }
    }

    private func converted(_ path: String, _ form: SheetForm, columns: Int) throws -> String {
        let office = Process()
        office.executableURL = URL(fileURLWithPath: "/usr/bin/soffice")
        // Every column of a CSV is text: what a spreadsheet makes of it by guessing is its own affair.
        let asText = (1...max(2, columns)).map { "\($0)/2" }.joined(separator: "/")
        let reading = form == .csv ? ["--infilter=CSV:44,34,76,1,\(asText)"] : []
        office.arguments =
            ["-env:UserInstallation=file://\(folder.path)/profile", "--headless"] + reading + [
                "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", "\(folder.path)/out", path,
            ]
        office.standardOutput = FileHandle.nullDevice
        office.standardError = FileHandle.nullDevice
        try office.run()
        office.waitUntilExit()
        return try String(contentsOfFile: "\(folder.path)/out/report.csv", encoding: .utf8)
    }
}

/// Keeps what it is handed.
struct KeptCells: ReportSink {
    var columns: [ReportColumn] = []
    var rows: [[ReportCell]] = []
    var totals: [ReportCell]?

    mutating func begin(_ heading: ReportHeading, _ columns: [ReportColumn]) { self.columns = columns }
    mutating func add(_ cells: [ReportCell]) { rows.append(cells) }
    mutating func end(totals: [ReportCell]?) { self.totals = totals }
}
