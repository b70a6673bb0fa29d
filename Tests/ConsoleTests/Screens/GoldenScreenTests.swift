// Every golden screen, played and compared; script/screens records them.
import Foundation
import Testing

@testable import Console

@Suite struct GoldenScreenTests {
    /// script/screens sets this; CI never does.
    static let isRecording = ProcessInfo.processInfo.environment["YANGGUANG_RECORD_SCREENS"] == "1"

    @Test("A screen is drawn as its golden file shows it", arguments: ScreenFile.all)
    func isDrawnAsRecorded(_ file: ScreenFile) throws {
        let play = try ScreenPlay(start: file.start, size: try Self.size(file.size))
        play.signIn(file.clerk)
        try play.play(file.keys)
        let picture = play.picture
        if Self.isRecording {
            try file.text(with: picture).write(to: file.url, atomically: true, encoding: .utf8)
        } else {
            #expect(
                picture == file.picture,
                "\(file.name) differs; script/screens re-records\n\(Self.difference(file.picture, picture))")
        }
    }

    @Test("Every screen has its golden folder, and every folder a screen")
    func screensAndFoldersAgree() throws {
        let sources = ScreenFile.folder.deletingLastPathComponent().appendingPathComponent("Sources/Console/Screens")
        let named = try FileManager.default.contentsOfDirectory(at: sources, includingPropertiesForKeys: nil)
            .compactMap { try String(contentsOf: $0, encoding: .utf8).firstMatch(of: /static let name = "([a-z-]+)"/) }
            .map { String($0.1) }
        let folders = Set(ScreenFile.all.map(\.screen))
        #expect(Set(named) == folders)
    }

    @Test("The picture manual is made from the golden screens")
    func manualIsFresh() throws {
        try Self.compare(ScreenManual.text, with: ScreenFile.folder.appendingPathComponent("README.md"))
    }

    @Test("The list of keys is made from the key tables")
    func keysAreFresh() throws {
        let docs = ScreenFile.folder.deletingLastPathComponent().appendingPathComponent("docs")
        try Self.compare(try KeyManual.text(), with: docs.appendingPathComponent("keys.md"))
    }

    @Test("No key stands twice in one screen's table")
    func keysAreUnique() throws {
        for table in try KeyManual.tables() {
            let keys = table.rows.flatMap(\.keys)
            #expect(Set(keys).count == keys.count, "\(table.name)")
        }
    }

    private static func compare(_ text: String, with url: URL) throws {
        if isRecording {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            return try text.write(to: url, atomically: true, encoding: .utf8)
        }
        let kept = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        #expect(kept == text, "\(url.lastPathComponent) is stale; script/screens makes it anew")
    }

    private static func size(_ text: String) throws -> Size {
        let numbers = text.split(separator: "x").compactMap { Int($0) }
        return Size(rows: try #require(numbers.last), columns: try #require(numbers.first))
    }

    /// The lines that differ, as `-` recorded and `+` drawn.
    private static func difference(_ recorded: String, _ drawn: String) -> String {
        let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
        let new = drawn.split(separator: "\n", omittingEmptySubsequences: false)
        return (0..<max(old.count, new.count)).compactMap { index in
            let before = index < old.count ? old[index] : ""
            let after = index < new.count ? new[index] : ""
            return before == after ? nil : "\(index) -\(before)\n\(index) +\(after)"
        }.joined(separator: "\n")
    }
}
