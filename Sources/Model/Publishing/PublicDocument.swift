// A document as the public reads it: a page of its own, and the same in plain text.

/// The public text of a release, laid out.
struct PublicDocument {
    private let release: PublicRelease
    private let attachmentPaths: [String]
    private let text: PublicText

    init(_ release: PublicRelease, attachmentPaths: [String]) {
        self.release = release
        self.attachmentPaths = attachmentPaths
        text = PublicText(
            release.print, release.values, number: release.number.description,
            attachments: release.attachments.map(\.name), correction: release.correction?.note(in: release.version))
    }

    /// Who published it and when.
    private var notes: [String] { ["发布单位: \(release.unit)", "发布时间: \(release.publishedAt.text)"] }

    // MARK: - HTML

    /// A page without script, style or anything from elsewhere but the attachments beside it.
    var html: String {
        var attachments = attachmentPaths[...]
        var body = ""
        for paragraph in text.paragraphs {
            switch paragraph {
            case .title(let text): body += "<h1>\(HTML.escaped(text))</h1>\n"
            case .number(let text):
                body += "<p>\(HTML.escaped(text))</p>\n"
                for note in notes { body += "<p>\(HTML.escaped(note))</p>\n" }
            case .heading(let text): body += "<h2>\(HTML.escaped(text))</h2>\n"
            case .body(let text), .signature(let text): body += "<p>\(HTML.escaped(text))</p>\n"
            case .attachment(let text):
                let path = attachments.popFirst() ?? ""
                body += "<p><a href=\"\(HTML.link(path))\">\(HTML.escaped(text))</a></p>\n"
            }
        }
        return """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(HTML.escaped(release.title))</title>
            </head>
            <body>
            <article>
            \(body)</article>
            </body>
            </html>

            """
    }

    // MARK: - Plain text

    /// UTF-8, a line feed after every paragraph.
    var plain: String {
        text.paragraphs.map { paragraph in
            switch paragraph {
            case .title(let text): "\(HTML.visible(text))\n\n"
            case .number(let text): ([text] + notes).map { "\(HTML.visible($0))\n" }.joined() + "\n"
            case .heading(let text), .body(let text), .signature(let text), .attachment(let text):
                "\(HTML.visible(text))\n"
            }
        }.joined()
    }
}
