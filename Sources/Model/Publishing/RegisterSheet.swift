// The register on paper: a page for A4 landscape, and the same as plain text.

/// 信息发布登记台账 as it is printed.
struct RegisterSheet {
    static let title = "信息发布登记台账"
    /// More rows are not taken at once; a shorter span is.
    static let mostRows = 20_000

    let rows: [RegisterRow]
    /// System, whose rows, span and number of rows.
    let heading: String
    /// Who took it and when.
    let footing: String

    // MARK: - HTML

    var html: String {
        let headings = (rows.first?.cells ?? []).map { "<th>\(HTML.escaped($0.heading))</th>" }.joined()
        var body = ""
        for row in rows {
            body += "<tr>" + row.cells.map { "<td>\(HTML.escaped($0.text))</td>" }.joined() + "</tr>\n"
        }
        return """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <title>\(Self.title)</title>
            <style>
            @page { size: A4 landscape; margin: 12mm }
            body { font-family: serif; font-size: 9pt }
            h1 { font-size: 16pt; text-align: center }
            table { border-collapse: collapse; width: 100% }
            thead { display: table-header-group }
            tr { page-break-inside: avoid }
            th, td { border: 1px solid black; padding: 1mm; text-align: left; vertical-align: top; overflow-wrap: anywhere }
            </style>
            </head>
            <body>
            <h1>\(Self.title)</h1>
            <p>\(HTML.escaped(heading))</p>
            <table>
            <thead><tr>\(headings)</tr></thead>
            <tbody>
            \(body)</tbody>
            </table>
            <p>\(HTML.escaped(footing))</p>
            </body>
            </html>

            """
    }

    // MARK: - Plain text

    /// UTF-8, a line feed after every line; a row is a paragraph.
    var plain: String {
        var text = "\(Self.title)\n\(HTML.visible(heading))\n\n"
        for (index, row) in rows.enumerated() {
            text += "第 \(index + 1) 条\n"
            for cell in row.cells where !cell.text.isEmpty { text += "  \(cell.heading): \(HTML.visible(cell.text))\n" }
            text += "\n"
        }
        return text + HTML.visible(footing) + "\n"
    }
}
