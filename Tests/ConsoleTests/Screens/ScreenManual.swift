// screens/README.md, the clerk's picture manual, made from the golden screens.
import Foundation

enum ScreenManual {
    /// The screens in the order of a clerk's day: one case of each names its chapter's number and heading. A screen without
    /// one comes last, under its own name.
    static let chapters: [(screen: String, heading: String)] = {
        let screens = Dictionary(grouping: ScreenFile.all, by: \.screen)
        let named = screens.map { screen, files in
            (screen: screen, chapter: files.compactMap(\.chapter).first ?? "99 \(screen)")
        }
        return named.sorted { $0.chapter < $1.chapter }.map { ($0.screen, String($0.chapter.dropFirst(3))) }
    }()

    /// The cases of a chapter: the usual one first, refusals last, then by name.
    private static func cases(of screen: String) -> [ScreenFile] {
        func rank(_ file: ScreenFile) -> Int {
            let name = file.url.deletingPathExtension().lastPathComponent
            return name == "usual" || name == "list" ? 0 : name.hasPrefix("refused") || name == "too-small" ? 2 : 1
        }
        return ScreenFile.all.filter { $0.screen == screen }.sorted { (rank($0), $0.name) < (rank($1), $1.name) }
    }

    /// The keys as a clerk would be told them.
    private static func keys(of file: ScreenFile) -> String {
        file.keys.replacing(/act"([^"]*)"/) { "F3 选\($0.1)" }
    }

    /// The manual: a heading and the picture of each case, with the keys that lead there.
    static var text: String {
        var text = """
            # 画面一览

            每一幅都是控制台真实画出的样子, 由测试逐字核对; 由 `script/screens` 生成, 请不要手改。
            画面中的单位、事项和人名都是演示数据。

            """
        for (screen, heading) in chapters { text += "\n- [\(heading)](#\(screen))" }
        text += "\n\n"
        for (screen, heading) in chapters {
            text += "<a id=\"\(screen)\"></a>\n## \(heading)\n\n"
            for file in cases(of: screen) {
                let lines = file.picture.components(separatedBy: "---\n")[0]
                text += "### \(file.shows)\n\n"
                if !file.keys.isEmpty { text += "按键: `\(keys(of: file))`\n\n" }
                text += "```\n\(lines)```\n\n"
            }
        }
        return text
    }
}
