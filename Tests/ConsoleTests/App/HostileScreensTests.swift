// Every screen, over a county whose every text steers terminals.
import CountyFixture
import Testing

@testable import Console

@Suite struct HostileScreensTests {
    private static let cases = Dictionary(grouping: ScreenFile.all, by: \.screen)

    /// The golden cases of a screen, the usual one and the shortest ways first.
    private static func ways(to screen: String) -> [ScreenFile] {
        (cases[screen] ?? []).sorted {
            ($0.name.hasSuffix("/usual") ? 0 : $0.keys.count) < ($1.name.hasSuffix("/usual") ? 0 : $1.keys.count)
        }
    }

    @Test(
        "Whatever stands in the store, nothing but text is drawn on a screen and on the way to it",
        arguments: cases.keys.sorted())
    func isPrinted(_ screen: String) throws {
        let isShown = try Self.ways(to: screen).contains { try isReached($0) }
        #expect(isShown)
    }

    /// Plays a case. Words that are sought stand elsewhere in such a store, and what does not fit its rules is refused, so not every way
    /// leads on.
    private func isReached(_ file: ScreenFile) throws -> Bool {
        let play = try ScreenPlay(start: file.start, size: .floor, changed: HostileTexts.demo.get())
        if play.county != nil { try HostileTexts.fill(RawStore(play.office.path)) }
        play.signIn(file.clerk)
        do { try play.play(file.keys) } catch { return false }
        for size in [Size.floor, Size(rows: 40, columns: 133)] {
            play.handle(.resized(size))
            GridRules.check(play.terminal.inItsWidths { play.app.paint() })
        }
        return play.app.screens.contains { Swift.type(of: $0).name == file.screen }
    }
}
