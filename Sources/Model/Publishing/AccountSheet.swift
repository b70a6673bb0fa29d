// The account of a matter on paper: a page for A4, and the same as plain text.

/// 公示情况报告 as it is printed.
struct AccountSheet {
    let text: PublicText

    /// A page without script or anything from elsewhere; a word processor opens it, too.
    var html: String {
        let body = text.paragraphs.map { paragraph in
            switch paragraph {
            case .title(let text): "<h1>\(HTML.escaped(text))</h1>\n"
            case .heading(let text): "<h2>\(HTML.escaped(text))</h2>\n"
            case .signature(let text): "<p class=\"signature\">\(HTML.escaped(text))</p>\n"
            case .body(let text), .number(let text), .attachment(let text): "<p>\(HTML.escaped(text))</p>\n"
            }
        }
        return """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <title>\(HTML.escaped(title))</title>
            <style>
            @page { size: A4; margin: 30mm 26mm }
            body { font-family: serif; font-size: 16pt; line-height: 1.75 }
            h1 { font-size: 22pt; text-align: center }
            h2 { font-size: 16pt; page-break-after: avoid }
            p { text-indent: 2em; margin: 0; overflow-wrap: anywhere }
            p.signature { text-align: right; page-break-before: avoid }
            </style>
            </head>
            <body>
            \(body.joined())</body>
            </html>

            """
    }

    private var title: String {
        for case .title(let title) in text.paragraphs { return title }
        return ""
    }

    /// UTF-8, a line feed after every paragraph.
    var plain: String {
        text.paragraphs.map { paragraph in
            switch paragraph {
            case .title(let text): "\(HTML.visible(text))\n\n"
            case .heading(let text): "\n\(HTML.visible(text))\n"
            case .body(let text), .number(let text), .attachment(let text): "\(HTML.visible(text))\n"
            case .signature(let text): "\n\(HTML.visible(text))\n"
            }
        }.joined()
    }
}
