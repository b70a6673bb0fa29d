// The terminal the clerk sits at: one loop of waiting, handling and painting.
import CNcurses
import Glibc
import Model

/// The real terminal. From `init` to the end of `run` it belongs to the console.
final class Terminal {
    /// A sentence for the clerk when the terminal is not quite what it should be; nil when all is well.
    let note: String?
    private var keyboard: Keyboard
    private var painter: Painter
    private let signals: Int32
    /// When the program is to be woken, in milliseconds of `Keyboard.now`.
    private var wakeTime: Int?

    /// Work that is done sooner than this is not spoken of; further pictures follow each other by the interval. In milliseconds.
    private static let patience = 1000
    private static let interval = 100
    /// What was typed during a long piece of work, handled after it.
    private var typedAhead: [InputEvent] = []

    /// Painting waits for keys that are queued already, but never longer than this: a held key must be seen to move.
    private static let longestUnpainted = 50
    /// Brackets pastes, and leaves the numeric keypad its digits, which a program before us may have taken.
    private static let modesOn = "\u{1B}>\u{1B}[?2004h"
    private static let modesOff = "\u{1B}[?2004l"

    /// Takes the terminal.
    /// - Throws: the one sentence why there is none that can be drawn on; nothing has been changed then.
    init() throws(TerminalRefusal) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .noTerminal }
        let encoding = TextEncoding.adopt()
        let type = try TerminalType.find()
        signals = nc_open_signals()
        guard nc_newterm(type.name) != nil else { throw .cannotDraw(type: type.name) }
        note = type.note
        // Not keypad(): it would switch cursor keys and numeric keypad to sequences of their own, and all forms are known anyway.
        raw()
        noecho()
        nonl()
        intrflush(nil, false)
        // The loop itself decides when to paint; half a painting would be left standing.
        typeahead(-1)
        nc_fit_to_terminal()
        keyboard = Keyboard(encoding: encoding)
        painter = Painter(encoding: encoding)
        Self.send(Self.modesOn)
    }

    /// Shows the program until it has ended or the line is gone, then gives the terminal back.
    func run(_ program: any TerminalProgram) {
        defer { close() }
        program.handle(.resized(size))
        while !program.hasEnded {
            if program.takeRedraw() { painter.repaintAll() }
            program.catchUp()
            painter.paint(program.paint())
            if let work = program.takeOutsideWork() {
                runOutside(work)
            } else if !handleWhatComes(program) {
                return
            }
        }
    }

    /// Paints a screen in the middle of an event, while the program waits for something.
    func show(_ grid: Grid) { painter.paint(grid) }

    /// Watches over a long piece of work: paints how far it is, and looks for Esc without waiting. What else is typed is kept.
    func watch(_ picture: @escaping (WorkProgress) -> Grid) -> WorkWatch {
        let patienceEnds = Keyboard.now + Self.patience
        var painted = 0
        return WorkWatch(
            tell: { progress in
                let now = Keyboard.now
                guard now >= patienceEnds, progress.done == 0 || now - painted >= Self.interval else { return }
                painted = now
                self.show(picture(progress))
            }, isStopped: { self.hasTypedEscape() })
    }

    /// Whether Esc has come, which is then used up, or the line is gone, which the loop is still to see.
    private func hasTypedEscape() -> Bool {
        if Keyboard.hasInput {
            typedAhead += keyboard.read()
        } else if let due = keyboard.flushTime, due <= Keyboard.now {
            typedAhead += keyboard.flush()
        }
        if typedAhead.contains(.hangUp) { return true }
        guard let escape = typedAhead.firstIndex(of: .key(.escape)) else { return false }
        typedAhead.remove(at: escape)
        return true
    }

    private var size: Size { Size(rows: Int(nc_lines()), columns: Int(nc_columns())) }

    /// Handles what comes next and what is queued behind it; false when the line is gone.
    private func handleWhatComes(_ program: any TerminalProgram) -> Bool {
        var paintTime = Int.max
        repeat {
            setAlarm(program.wakeAfter)
            for event in nextEvents() {
                program.handle(event)
                if event == .hangUp { return false }
                if program.hasEnded { return true }
            }
            paintTime = min(paintTime, Keyboard.now + Self.longestUnpainted)
        } while (Keyboard.hasInput || !typedAhead.isEmpty) && Keyboard.now < paintTime
        return true
    }

    /// A wait that has begun goes on while keys come, else steady typing would put it off for ever.
    private func setAlarm(_ milliseconds: Int?) {
        wakeTime = milliseconds.map { min(wakeTime ?? .max, Keyboard.now + max(0, $0)) }
    }

    /// Waits for keys, signals and times, whichever is first.
    private func nextEvents() -> [InputEvent] {
        if !typedAhead.isEmpty {
            defer { typedAhead = [] }
            return typedAhead
        }
        while true {
            let due = [wakeTime, keyboard.flushTime].compactMap { $0 }.min()
            let wait = due.map { Int32(clamping: max(0, $0 - Keyboard.now)) } ?? -1
            var sources = [
                pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
                pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
            ]
            poll(&sources, 2, wait)
            var events: [InputEvent] = []
            if sources[0].revents != 0 { events += signalEvents() }
            if sources[1].revents != 0 {
                events += keyboard.read()
            } else if let due = keyboard.flushTime, due <= Keyboard.now {
                events += keyboard.flush()
            }
            if let wakeTime, wakeTime <= Keyboard.now {
                self.wakeTime = nil
                events.append(.woken)
            }
            if !events.isEmpty { return events }
        }
    }

    /// A storm of resizes is one event.
    private func signalEvents() -> [InputEvent] {
        var isResized = false
        var isGone = false
        while case let signal = nc_next_signal(signals), signal != 0 {
            if signal == SIGWINCH { isResized = true } else { isGone = true }
        }
        if isGone { return [.hangUp] }
        guard isResized else { return [] }
        nc_fit_to_terminal()
        // Terminals differ in what they keep of the picture when their size changes.
        painter.forget()
        painter.repaintAll()
        return [.resized(size)]
    }

    private func runOutside(_ work: () -> Void) {
        Self.send(Self.modesOff)
        def_prog_mode()
        endwin()
        work()
        reset_prog_mode()
        keyboard.discard()
        Self.send(Self.modesOn)
        painter.repaintAll()
    }

    private func close() {
        Self.send(Self.modesOff)
        painter.showCursor()
        endwin()
        Glibc.close(signals)
    }

    /// Sends a mode to the terminal at a moment when curses has nothing in its buffer.
    private static func send(_ modes: String) {
        let bytes = Array(modes.utf8)
        _ = write(STDOUT_FILENO, bytes, bytes.count)
    }
}
