// Moving in lists: menus, pick lists, popups.

import CountyFixture
import Testing

@testable import Console

@Suite("The window on a list")
struct ListWindowTests {
    @Test("The list moves only when the cursor would leave it, and stops at both ends")
    func linesAndEnds() {
        var window = ListWindow(count: 41, page: 13)
        #expect(window.visible == 0..<13)
        for _ in 0..<12 { _ = window.handle(.down) }
        #expect((window.cursor, window.top) == (12, 0))
        _ = window.handle(.down)
        #expect((window.cursor, window.top) == (13, 1))
        _ = window.handle(.end)
        #expect((window.cursor, window.top) == (40, 28))
        let isTaken = window.handle(.down)
        #expect(isTaken)
        #expect(window.cursor == 40)
        #expect(window.visible == 28..<41)
        _ = window.handle(.home)
        _ = window.handle(.up)
        #expect((window.cursor, window.top) == (0, 0))
    }

    @Test("A page keeps the cursor's place on the screen, and at the last page goes to the last row")
    func pages() {
        var window = ListWindow(count: 41, page: 13)
        _ = window.handle(.down)
        _ = window.handle(.pageDown)
        #expect((window.cursor, window.top) == (14, 13))
        _ = window.handle(.pageDown)
        #expect((window.cursor, window.top) == (27, 26))
        _ = window.handle(.pageDown)
        #expect(window.cursor == 40)
        for _ in 0..<4 { _ = window.handle(.pageUp) }
        #expect((window.cursor, window.top) == (0, 0))
    }

    @Test("A list that became shorter, or empty, leaves the cursor on a row there is")
    func shrinking() {
        var window = ListWindow(count: 41, page: 13, cursor: 40)
        window.update(count: 5)
        #expect((window.current, window.top) == (4, 0))
        window.update(count: 0)
        #expect(window.current == nil)
        #expect(window.visible.isEmpty)
        for key: Key in [.up, .down, .pageUp, .pageDown, .home, .end] {
            let isTaken = window.handle(key)
            #expect(isTaken)
        }
        window.update(count: 3)
        #expect(window.current == 0)
    }

    @Test("Other keys belong to the screen")
    func otherKeys() {
        var window = ListWindow(count: 3, page: 3)
        for key: Key in [.enter, .escape, .left, .right, .character("/"), .control("p")] {
            let isTaken = window.handle(key)
            #expect(!isTaken)
        }
    }

    @Test("Whatever happens, the cursor is in the list and seen, and no row stays empty needlessly", arguments: 0..<40)
    func anyMoves(seed: Int) {
        var numbers = SeededNumbers(seed: UInt64(seed))
        var window = ListWindow(count: Int.random(in: -1...30, using: &numbers), page: 5)
        for _ in 0..<200 {
            switch Int.random(in: 0..<6, using: &numbers) {
            case 0: window.update(count: Int.random(in: -2...40, using: &numbers))
            case 1: window.fit(page: Int.random(in: -1...20, using: &numbers))
            case 2: window.select(Int.random(in: -5...50, using: &numbers))
            default:
                if let key: Key = [.up, .down, .pageUp, .pageDown, .home, .end].randomElement(using: &numbers) {
                    _ = window.handle(key)
                }
            }
            #expect(window.visible.count == min(window.count, window.page))
            #expect(window.visible.upperBound <= window.count)
            #expect(window.current.map(window.visible.contains) ?? (window.count == 0))
        }
    }
}
