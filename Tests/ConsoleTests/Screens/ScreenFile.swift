// A golden screen: a file under screens/ that holds what to do and what is seen then.
import Foundation

/// One `.screen` file: header, picture, style spans.
struct ScreenFile: CustomStringConvertible {
    /// The project's folder of golden screens.
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("screens")

    let url: URL
    /// Where its screen stands in the manual, such as `03 听证公告管理`; one case of a screen says it.
    let chapter: String?
    /// What the picture shows, in a clerk's words.
    let shows: String
    /// The store and the moment: `demo`, `files`, `imports`, `drafts`, `published`, `ended`, `bare`, `no-locale`, `empty`, `changed`, `systems`, `bulletins`,
    /// `long-names`, `console`, `paper`, `desk` or `accounts`, then such as 2026-11-20T09:00.
    let start: String
    /// Who is signed in; `-` for nobody.
    let clerk: String
    /// What is typed: names of keys, `*3` for repeats, "text" in quotes, paste"text".
    let keys: String
    let size: String
    /// Everything below the header, as recorded.
    let picture: String

    /// The screen's folder and the case's name, such as matter-list/usual.
    var name: String {
        "\(url.deletingLastPathComponent().lastPathComponent)/\(url.deletingPathExtension().lastPathComponent)"
    }
    var screen: String { url.deletingLastPathComponent().lastPathComponent }
    var description: String { name }

    init(_ url: URL) throws {
        let text = try String(contentsOf: url, encoding: .utf8)
        var header: [String: String] = [:]
        var rest = text[...]
        while let end = rest.firstIndex(of: "\n") {
            let line = rest[..<end]
            rest = rest[rest.index(after: end)...]
            if line.hasPrefix("---") { break }
            guard let colon = line.range(of: ": ") else { continue }
            header[String(line[..<colon.lowerBound])] = String(line[colon.upperBound...])
        }
        self.url = url
        chapter = header["chapter"]
        shows = header["shows"] ?? ""
        start = header["start"] ?? "demo 2026-11-20T09:00"
        clerk = header["clerk"] ?? "-"
        keys = header["keys"] ?? ""
        size = header["size"] ?? "80x24"
        picture = String(rest)
    }

    /// The whole file with a picture.
    func text(with picture: String) -> String {
        (chapter.map { "chapter: \($0)\n" } ?? "") + """
            shows: \(shows)
            start: \(start)
            clerk: \(clerk)
            keys: \(keys)
            size: \(size)
            ---

            """ + picture
    }

    /// Every golden screen, in the order of their names.
    static let all: [ScreenFile] = {
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let urls = (found?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "screen" }
        return urls.sorted { $0.path < $1.path }.compactMap { try? ScreenFile($0) }
    }()
}
