// screens/README.md, the clerk's picture manual, made from the golden screens.
import Foundation

enum ScreenManual {
    /// The manual: a heading and the picture of each case, with the keys that lead there.
    static var text: String {
        var text = """
            # 画面一览

            每一幅都是控制台真实画出的样子, 由测试逐字核对; 由 `script/screens` 生成, 请不要手改。
            画面中的单位、事项和人名都是演示数据。


            """
        for (screen, files) in Dictionary(grouping: ScreenFile.all, by: \.screen).sorted(by: { $0.key < $1.key }) {
            text += "## \(screen)\n\n"
            for file in files {
                let lines = file.picture.components(separatedBy: "---\n")[0]
                text += "### \(file.shows)\n\n"
                if !file.keys.isEmpty { text += "按键: `\(file.keys)`\n\n" }
                text += "```\n\(lines)```\n\n"
            }
        }
        return text
    }
}
