// The terminal the clerk sits at: one loop of waiting, handling and painting.
import CNcurses
import Glibc
import Model

/// The real terminal. From `init` to the end of `run` it belongs to the console.
final class Terminal {
    let type: TerminalType
    /// What was said at the start, which nothing the terminal answers or the clerk had last time changes.
    let given: GivenSettings
    private(set) var settings: TerminalSettings
    var inquiry: TerminalInquiry
    var pacing = LinePacing()
    var isSetByHand = false
    /// Whether the settings have changed since the program laid its screens out.
    private var isSetAnew = false
    var keyboard: Keyboard
    var painter: Painter
    var output: OutputLine
    let line = TerminalLine(input: STDIN_FILENO, output: STDOUT_FILENO)
    let signals: Int32
    /// When the program is to be woken, in milliseconds of `Keyboard.now`.
    private var wakeTime: Int?

    /// Work that is done sooner than this is not spoken of; further pictures follow each other by the interval. In milliseconds.
    private static let patience = 1000
    private static let interval = 100
    /// Whether the person who runs the server has the program end; a line that dropped has nobody to be told.
    private(set) var isToldToEnd = false
    /// What was typed during a long piece of work, handled after it.
    private var typedAhead: [InputEvent] = []

    /// Painting waits for keys that are queued already, but never longer than this: a held key must be seen to move.
    private static let longestUnpainted = 50
    /// Brackets pastes, and leaves the numeric keypad its digits, which a program before us may have taken.
    static let modesOn = Array("\u{1B}>\u{1B}[?2004h".utf8)
    static let modesOff = Array("\u{1B}[?2004l".utf8)

    /// Takes the terminal.
    /// - Throws: the one sentence why there is none that can be drawn on; nothing has been changed then.
    init(_ given: GivenSettings = GivenSettings()) throws(TerminalRefusal) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .noTerminal }
        let asked = given.encoding ?? TextEncoding.ofEnvironment()
        guard asked.adopt() || given.encoding == nil else { throw .lacks(asked) }
        // curses is always begun in UTF-8: elsewhere it repeats signs by a sequence that older SSH clients do not know.
        let isUTF8 = TextEncoding.utf8.adopt()
        type = try TerminalType.find()
        guard isUTF8, let output = OutputLine() else { throw .noMemory }
        self.output = output
        self.given = given
        settings = given.settings(asked)
        inquiry = TerminalInquiry(given)
        signals = nc_open_signals()
        guard nc_newterm(type.name, output.file) != nil else { throw .cannotDraw(type: type.name) }
        // Nothing else of what curses can set on a line: the line is ours. Not keypad(): it would switch cursor keys and numeric
        // keypad to sequences of their own, and all forms are known anyway.
        nonl()
        // Neither curses nor terminals agree with each other about what inserting and deleting does to a wide character.
        idcok(nc_stdscr(), false)
        // The loop itself decides when to paint; half a painting would be left standing.
        typeahead(-1)
        keyboard = Keyboard(type, encoding: asked)
        painter = Painter(type)
        line.makeRaw()
        if !asked.adopt() { settings = given.settings(.utf8) }
        keyboard.encoding = settings.encoding
        self.output.send(Self.modesOn)
    }

    /// Shows the program until it has ended or the line is gone, then gives the terminal back.
    func run(_ program: any TerminalProgram) {
        var isLost = false
        defer { close(isLost: isLost) }
        inItsWidths { program.handle(.resized(size)) }
        while !program.hasEnded, !isLost {
            isLost = inItsWidths { !takeStep(program) }
        }
    }

    /// What is measured meanwhile is measured as this terminal draws it.
    private func inItsWidths<Value>(_ work: () -> Value) -> Value {
        TextWidth.$ambiguousColumns.withValue(settings.ambiguousColumns, operation: work)
    }

    /// Paints and handles what comes then; false when the line is gone.
    private func takeStep(_ program: any TerminalProgram) -> Bool {
        if isSetAnew {
            isSetAnew = false
            program.layOutAgain()
        }
        if program.takeRedraw() { painter.repaintAll() }
        program.catchUp()
        let grid = program.paint()
        show(grid)
        ask(on: grid)
        guard let work = program.takeOutsideWork() else { return handleWhatComes(program) }
        runOutside(work)
        return true
    }

    /// Paints a screen, also in the middle of an event, while the program waits for something. A line that has not taken the last
    /// picture yet gets the newest one when it does.
    func show(_ grid: Grid) {
        pacing.giveUp(now: Keyboard.now)
        guard output.blocked == nil, !pacing.isHolding else { return }
        output.isSparing = !painter.paintsAll
        painter.paint(grid, settings)
        let count = output.send()
        guard given.mayBeAsked, count > 0, pacing.note(sent: count, now: Keyboard.now) else { return }
        output.send(LinePacing.question)
    }

    private func ask(on grid: Grid) {
        guard output.blocked == nil, !pacing.isHolding, let question = inquiry.question(on: grid, in: settings.encoding)
        else { return }
        output.send(question)
    }

    /// Takes other settings at once.
    /// - Returns: false when this server has no locale for the encoding; then nothing has changed.
    func take(_ settings: TerminalSettings) -> Bool {
        guard settings != self.settings else { return true }
        guard settings.encoding.adopt() else { return false }
        self.settings = settings
        keyboard.encoding = settings.encoding
        isSetAnew = true
        return true
    }

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
            wakeTime = program.wakeAfter.map { Keyboard.now + max(0, $0) }
            keyboard.isTraced = program.wantsArrivals
            for event in nextEvents(for: program) {
                program.handle(event)
                if event == .hangUp { return false }
                if program.hasEnded { return true }
            }
            paintTime = min(paintTime, Keyboard.now + Self.longestUnpainted)
        } while (Keyboard.hasInput || !typedAhead.isEmpty) && Keyboard.now < paintTime
        return true
    }

    /// Waits for keys, signals and times, whichever is first. No event at all comes of a line that takes more again, or of an answer:
    /// then there is only to be painted.
    private func nextEvents(for program: any TerminalProgram) -> [InputEvent] {
        if !typedAhead.isEmpty {
            defer { typedAhead = [] }
            return typedAhead
        }
        while true {
            let due = [wakeTime, keyboard.flushTime, pacing.deadline].compactMap { $0 }.min()
            let wait = due.map { Int32(clamping: max(0, $0 - Keyboard.now)) } ?? -1
            var sources = [
                pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
                pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
                pollfd(fd: output.blocked ?? -1, events: Int16(POLLOUT), revents: 0),
            ]
            poll(&sources, 3, wait)
            var events: [InputEvent] = []
            if sources[0].revents != 0 { events += signalEvents() }
            if sources[1].revents != 0 {
                events += keyboard.read()
            } else if let due = keyboard.flushTime, due <= Keyboard.now {
                events += keyboard.flush()
            }
            let reports = keyboard.takeReports()
            for report in reports { take(report, for: program) }
            let isShown = keyboard.takeReadiness()
            if isShown { pacing.answered() }
            let isGivenUp = pacing.deadline.map { $0 <= Keyboard.now } ?? false
            if sources[2].revents != 0 { output.drain() }
            if let wakeTime, wakeTime <= Keyboard.now {
                self.wakeTime = nil
                events.append(.woken)
            }
            let isFree = sources[2].fd >= 0 && output.blocked == nil
            if !events.isEmpty || !reports.isEmpty || isFree || isShown || isGivenUp { return events }
        }
    }

    /// A storm of resizes is one event.
    private func signalEvents() -> [InputEvent] {
        var isResized = false
        var isGone = false
        while case let signal = nc_next_signal(signals), signal != 0 {
            if signal == SIGWINCH { isResized = true } else { isGone = true }
            if signal == SIGTERM { isToldToEnd = true }
        }
        if isGone { return [.hangUp] }
        guard isResized else { return [] }
        nc_fit_to_terminal()
        // Terminals differ in what they keep of the picture when their size changes.
        painter.forget()
        painter.repaintAll()
        return [.resized(size)]
    }
}
