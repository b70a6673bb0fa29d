// Every screen, over a county whose every text steers terminals.
import CountyFixture
import Testing

@testable import Console

@Suite struct HostileScreensTests {
    /// Of each screen the golden case that goes furthest.
    private static let files: [ScreenFile] = {
        let screens = Dictionary(grouping: ScreenFile.all, by: \.screen)
        return screens.keys.sorted().compactMap { screen in
            screens[screen]?.filter { !$0.keys.contains("meanwhile") }.max { $0.keys.count < $1.keys.count }
        }
    }()

    /// Screens that are reached with the clean store alone: their case begins with words that are sought, or a row that is not there.
    @Test(
        "Whatever stands in the store and the files, nothing but text is drawn on the way to a screen", arguments: files
    )
    func isPrinted(_ file: ScreenFile) throws {
        let play = try ScreenPlay(start: file.start, size: .floor, changed: HostileTexts.demo.get())
        if play.county != nil { try HostileTexts.fill(RawStore(play.office.path)) }
        play.signIn(file.clerk)
        try play.play(file.keys)
        #expect(play.app.screens.contains { Swift.type(of: $0).name == file.screen }, "\(play.text)")
        for size in [Size.floor, Size(rows: 40, columns: 133)] {
            play.handle(.resized(size))
            GridRules.check(play.terminal.inItsWidths { play.app.paint() })
        }
    }
}
