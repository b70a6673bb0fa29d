// Every screen on every terminal, right to the column.
import CountyFixture
import Model
import Pty
import Testing

@testable import Console

@Suite("Terminal matrix", .waiting)
struct MatrixTests {
    /// What is done between two looks.
    private enum Step {
        case keys([Key])
        case text(String)
    }

    /// The way of a morning: list, matter, comments, 操作, a form, the terminal's own page, help.
    private static let morning: [Step] = [
        .text("fabu"), .keys([.enter]), .text(County.password), .keys([.enter]),
        .keys([.function(9)]), .keys([.character(" ")]), .keys([.pageDown]), .keys([.escape]),
        .keys([.function(9)]), .keys([.function(6), .down, .enter]), .keys([.enter]), .keys([.enter]),
        .keys([.escape]), .keys([.down, .enter]), .keys([.escape]), .keys([.down, .enter]), .keys([.function(3)]),
        .keys([.escape]), .keys([.escape]), .keys([.escape]), .keys([.function(6), .up, .enter]),
        .keys([.function(2)]), .text("“价格”—①●……"), .keys([.function(11)]), .keys([.down, .down, .right]),
        .keys([.escape]), .keys([.function(1)]), .keys([.enter]),
    ]

    private static let keyBytes: [Key: String] = [
        .enter: "\r", .escape: "\u{1B}", .up: "\u{1B}[A", .down: "\u{1B}[B", .right: "\u{1B}[C",
        .pageDown: "\u{1B}[6~", .function(1): "\u{1B}OP", .function(2): "\u{1B}OQ", .function(3): "\u{1B}OR",
        .function(6): "\u{1B}[17~", .function(9): "\u{1B}[20~", .function(11): "\u{1B}[23~",
    ]

    @Test("What is seen is the picture, cell by cell", arguments: TerminalCase.wanted)
    func everyScreen(_ terminal: TerminalCase) throws {
        let county = try HardCounty.copy()
        let session = try PtySession(
            Yangguang.path, ["console", "--database", county.path, "--now", HardCounty.now],
            environment: ["TERM": terminal.type, "HOME": "/nonexistent", "LANG": "C"], rows: terminal.size.rows,
            columns: terminal.size.columns, manner: terminal.manner, keeping: county)
        let twin = try Twin(terminal)
        twin.show { $0.handle(.resized(terminal.size)) }
        #expect(twin.difference(from: session) == nil, "at the start")
        for (number, step) in Self.morning.enumerated() {
            switch step {
            case .keys(let keys): twin.show { app in for key in keys { app.handle(.key(key)) } }
            case .text(let text): twin.show { app in for sign in text { app.handle(.key(.character(sign))) } }
            }
            session.forgetSent()
            session.send(Self.bytes(of: step, terminal.charset))
            let difference = twin.difference(from: session)
            #expect(
                difference == nil,
                "step \(number): \(step), sent \(String(decoding: session.sent, as: UTF8.self).debugDescription)")
            if difference != nil { return }
        }
    }

    private static func bytes(of step: Step, _ charset: TerminalManner.Charset) -> [UInt8] {
        switch step {
        case .text(let text): charset.bytes(of: text)
        case .keys(let keys):
            keys.flatMap { key in
                if case .character(let sign) = key { return Array(String(sign).utf8) }
                return Array((keyBytes[key] ?? "").utf8)
            }
        }
    }
}

/// The same desk without a terminal, on a store of its own that is the same.
private final class Twin {
    private let terminal: TerminalCase
    private let control: StandingTerminal
    private let app: App
    private let county: County

    init(_ terminal: TerminalCase) throws {
        self.terminal = terminal
        county = try HardCounty.copy()
        control = StandingTerminal(terminal.settings, mayLackChinese: terminal.isBare)
        let office = try Office(opening: county.path, clock: .fixed(try #require(Moment(HardCounty.now))))
        let folders = Folders(home: "/nonexistent", inbox: "/nonexistent/in", outbox: "/nonexistent/out")
        app = App(
            Desk(office: office, folders: folders, address: "本机", terminal: control), size: terminal.size)
        let name = terminal.isKnown ? terminal.type : "xterm-256color"
        let type = TerminalType(asked: terminal.type, name: name, hasLines: true)
        if let note = type.note { app.tell(note) }
    }

    /// Does something in the widths of the terminal.
    func show(_ work: (App) -> Void) {
        let before = control.settings
        inWidths { work(app) }
        if control.settings != before { inWidths { app.layOutAgain() } }
    }

    private func inWidths<Value>(_ work: () -> Value) -> Value {
        TextWidth.$ambiguousColumns.withValue(control.settings.ambiguousColumns, operation: work)
    }

    /// Waits until the program shows what this desk shows; what differs if it does not come to that.
    func difference(from session: PtySession) -> String? {
        inWidths {
            let expected = ExpectedCells(app.paint(), control.settings, on: terminal)
            var difference: String?
            _ = session.wait {
                difference = expected.difference(from: $0)
                return difference == nil
            }
            return difference
        }
    }
}

/// A terminal that takes every setting.
private final class StandingTerminal: TerminalControl {
    let name = "test"
    private(set) var settings: TerminalSettings
    let mayLackChinese: Bool
    private(set) var isSetByHand = false

    init(_ settings: TerminalSettings, mayLackChinese: Bool) {
        self.settings = settings
        self.mayLackChinese = mayLackChinese
    }

    func set(_ settings: TerminalSettings) {
        self.settings = settings
        isSetByHand = true
    }

    func recall(_ settings: TerminalSettings) { self.settings = settings }
}
