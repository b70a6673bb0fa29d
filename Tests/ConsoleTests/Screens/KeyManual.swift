// docs/keys.md, made from the key tables of the screens that the golden screens show.
import Foundation

@testable import Console

enum KeyManual {
    /// The keys of one screen.
    struct Table: Sendable {
        let name: String
        let rows: [ListedAct]
    }

    /// The key tables of all screens, by the name of the screen.
    static func tables() throws -> [Table] { try shown.get() }

    /// Played once for all that look at them.
    private static let shown = Result {
        var tables: [String: [ListedAct]] = [:]
        for file in ScreenFile.all where tables[file.screen] == nil {
            let play = try ScreenPlay(start: file.start, size: .floor)
            play.signIn(file.clerk)
            try play.play(file.keys)
            if let top = play.app.screens.last(where: { type(of: $0).name == file.screen }) {
                tables[file.screen] = type(of: top).keyRows
            }
        }
        return tables.sorted { $0.key < $1.key }.map { Table(name: $0.key, rows: $0.value) }
    }

    static func text() throws -> String {
        var text = "# 按键一览\n\n由 `script/screens` 从程序的键表生成, 请不要手改。任何画面都可以按 F3 列出能办的事。\n\n## 所有画面\n\n"
        text += table(
            ProgramAction.bindings.map { ListedAct(.program($0.action), $0) })
        text += "\n移动: 上下左右键; PgUp、PgDn 或 F7、F8 翻页, 看全文时空格也翻到下一页; Home、End 到开头和末尾。\n"
        text += "\n## 文字栏\n\n" + table(TextEditAction.bindings.map { ListedAct(.field($0.action), $0) })
        text += "\n## 菜单\n\n" + table(Menu.acts)
        let tables = Dictionary(uniqueKeysWithValues: try tables().map { ($0.name, $0.rows) })
        for (screen, heading) in ScreenManual.chapters {
            guard let rows = tables[screen], !rows.isEmpty else { continue }
            text += "\n## \(heading)\n\n" + table(rows)
        }
        return text
    }

    private static func table(_ rows: [ListedAct]) -> String {
        "| 键 | 办什么 | 说明 |\n|---|---|---|\n"
            + rows.map { "| \($0.keys.isEmpty ? "F3" : $0.keyNames) | \($0.label) | \($0.help) |\n" }.joined()
    }
}
