// The picture on the first screen of both READMEs.
import Foundation
import Testing

extension GoldenScreenTests {
    @Test("The README begins with the list as it is drawn", arguments: ["README.md", "README.zh-CN.md"])
    func readmeShowsTheList(_ name: String) throws {
        let list = try #require(ScreenFile.all.first { $0.name == "matter-list/usual" })
        let url = ScreenFile.folder.deletingLastPathComponent().appendingPathComponent(name)
        let fence = "```\n"
        var parts = try String(contentsOf: url, encoding: .utf8).components(separatedBy: fence)
        try #require(parts.count > 2)
        let lines = list.picture.components(separatedBy: "---\n")[0]
        if Self.isRecording {
            parts[1] = lines
            try parts.joined(separator: fence).write(to: url, atomically: true, encoding: .utf8)
        } else {
            #expect(parts[1] == lines, "\(name) shows another list; script/screens makes it anew")
        }
    }
}
