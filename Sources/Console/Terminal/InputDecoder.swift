// Makes events of the bytes a terminal sends.

/// Decodes input however it is split over reads. It knows neither curses nor clock: `patience` says how long to wait before `flush`.
struct InputDecoder {
    private let sequences: KeySequences
    var encoding: TextEncoding
    /// Bytes that wait for what belongs to them: the beginning of a sequence or of a character.
    private var waiting: [UInt8] = []
    /// What was given up waiting for its end; the rest may still come.
    private var late: [UInt8] = []
    /// The content of a marked paste while it arrives.
    private var pasted: [UInt8]?
    private var lastWasBurst = false
    /// Whether events tell their bytes.
    var isTraced = false
    private var events: [InputEvent] = []
    /// The terminal's answers to where its cursor is.
    private var reports: [CursorReport] = []
    /// Whether the terminal has said that it is ready, which it was asked behind a picture.
    private var isReady = false

    private static let ready = Array("[0n".utf8)
    private static let pasteBegin = Array("[200~".utf8)
    private static let pasteEnd = Array("\u{1B}[201~".utf8)
    /// No text box takes as much; the rest of a longer paste is dropped.
    private static let longestPaste = 8 << 20

    /// The beginning of an old mouse report, which three bytes follow that are no typing.
    private static let mouse = Array("[M".utf8)

    init(sequences: KeySequences = KeySequences(), encoding: TextEncoding = .utf8) {
        self.sequences = sequences
        self.encoding = encoding
    }

    /// Milliseconds of silence after which `flush` is to be called; nil when nothing waits for more.
    var patience: Int? {
        if pasted != nil { return 3000 }
        guard waiting.first == 0x1B else { return nil }
        return waiting.count == 1 ? 100 : 500
    }

    /// The events in bytes that were read in one piece.
    /// - Parameter followsAtOnce: whether they came without a pause after the last ones, so that an unmarked paste may go on.
    mutating func decode(_ bytes: [UInt8], followsAtOnce: Bool = false) -> [InputEvent] {
        events = []
        var rest = (waiting + bytes)[...]
        waiting = []
        takeLateTail(&rest)
        if isBurst(rest, followsAtOnce) {
            takeBurst(&rest)
        } else {
            lastWasBurst = false
            while !rest.isEmpty, takeNext(&rest) {}
        }
        waiting = Array(rest)
        return events
    }

    /// What the waiting bytes mean when nothing more comes: a lone Esc is the key; a broken-off sequence is nothing.
    mutating func flush() -> [InputEvent] {
        events = []
        if let text = pasted {
            pasted = nil
            finishPaste(text + waiting)
            waiting = []
        } else if waiting.first == 0x1B {
            take(waiting, as: waiting.count == 1 ? .key(.escape) : .nothing)
            late = waiting
            waiting = []
        }
        return events
    }

    /// Where the terminal has said its cursor is, since this was last asked.
    mutating func takeReports() -> [CursorReport] {
        defer { reports = [] }
        return reports
    }

    /// Whether the terminal has said that it is ready, since this was last asked.
    mutating func takeReadiness() -> Bool {
        defer { isReady = false }
        return isReady
    }

    /// Forgets what has begun: what comes next has nothing to do with it.
    mutating func reset() {
        waiting = []
        late = []
        pasted = nil
        lastWasBurst = false
    }

    private mutating func take(_ bytes: some Sequence<UInt8>, as meaning: Arrival.Meaning) {
        let arrival = Arrival(bytes: isTraced ? Array(bytes) : [], meaning: meaning)
        if let event = isTraced ? .arrived(arrival) : arrival.event { events.append(event) }
    }

    // MARK: - Keys

    /// Takes one key, sequence or run of text; false when more bytes are needed.
    private mutating func takeNext(_ rest: inout ArraySlice<UInt8>) -> Bool {
        if pasted != nil { return takePaste(&rest) }
        guard let first = rest.first else { return false }
        switch first {
        case 0x1B: return takeSequence(&rest)
        case 0x00..<0x20, 0x7F:
            let length = first == 0x0D && rest.dropFirst().first == 0x0A ? 2 : 1
            take(rest.prefix(length), as: KeySequences.control(first).map { .key($0) } ?? .nothing)
            rest.removeFirst(length)
            return true
        default: return takeText(&rest)
        }
    }

    private mutating func takeSequence(_ rest: inout ArraySlice<UInt8>) -> Bool {
        switch EscapeSequence(at: rest) {
        case .unfinished: return false
        case .alone:
            take(rest.prefix(1), as: .key(.escape))
            rest.removeFirst()
        case .broken(let length):
            take(rest.prefix(length), as: .nothing)
            rest.removeFirst(length)
        case .whole(var length):
            let tail = rest.dropFirst().prefix(length - 1)
            if tail.elementsEqual(Self.mouse), sequences[tail] == nil {
                length += 3
                guard rest.count >= length else { return false }
            }
            if tail.elementsEqual(Self.pasteBegin) {
                pasted = []
            } else if takeAnswer(tail) {
                // That it is ready is asked for by the page that would show it.
                if !tail.elementsEqual(Self.ready) { take(rest.prefix(length), as: .answer) }
            } else {
                take(rest.prefix(length), as: sequences[tail].map { .key($0) } ?? .nothing)
            }
            rest.removeFirst(length)
        }
        return true
    }

    /// Takes what the terminal says when it is asked; false for what it was not asked.
    private mutating func takeAnswer(_ tail: ArraySlice<UInt8>) -> Bool {
        if tail.elementsEqual(Self.ready) {
            isReady = true
        } else if let report = CursorReport(tail) {
            reports.append(report)
        } else {
            return false
        }
        return true
    }

    private mutating func takeText(_ rest: inout ArraySlice<UInt8>) -> Bool {
        var run = Array(rest.prefix { $0 >= 0x20 && $0 != 0x7F })
        rest.removeFirst(run.count)
        if isTraced { traceText(&run) } else { takeCharacters(&run) }
        guard rest.isEmpty, !run.isEmpty else { return true }
        rest = run[...]
        return false
    }

    private mutating func takeCharacters(_ run: inout [UInt8]) {
        let text = PastedText.clean(encoding.takeText(from: &run))
        for character in text { events.append(.key(.character(character))) }
    }

    /// One character after the other with the bytes it is made of, and those that make none.
    private mutating func traceText(_ run: inout [UInt8]) {
        var length = 1
        while length <= run.count {
            var piece = Array(run[..<length])
            let text = PastedText.clean(encoding.takeText(from: &piece))
            guard piece.isEmpty else {
                length += 1
                continue
            }
            take(run[..<length], as: text.first.map { .key(.character($0)) } ?? .nothing)
            run.removeFirst(length)
            length = 1
        }
    }

    // MARK: - Late tails

    /// A slow line may bring the rest of a sequence after its Esc was given out as a key: the rest must not become typing.
    private mutating func takeLateTail(_ rest: inout ArraySlice<UInt8>) {
        guard !late.isEmpty, !rest.isEmpty else { return }
        let joined = (late + rest)[...]
        defer { late = [] }
        guard case .whole(let length) = EscapeSequence(at: joined), length > late.count, length > 2 else { return }
        let tail = joined.dropFirst().prefix(length - 1)
        let key = sequences[tail]
        if !takeAnswer(tail), late.count == 1, key == nil { return }
        take(joined.prefix(length), as: late.count > 1 ? key.map { .key($0) } ?? .nothing : .nothing)
        rest.removeFirst(length - late.count)
    }

    // MARK: - Pastes

    private mutating func takePaste(_ rest: inout ArraySlice<UInt8>) -> Bool {
        guard var text = pasted else { return true }
        pasted = nil
        while let at = rest.firstIndex(of: 0x1B) {
            text += rest[..<at]
            rest = rest[at...]
            if rest.starts(with: Self.pasteEnd) {
                rest.removeFirst(Self.pasteEnd.count)
                finishPaste(text)
                return true
            }
            if Self.pasteEnd.starts(with: rest) {
                pasted = text
                return false
            }
            rest.removeFirst()
        }
        text += rest
        rest = []
        if text.count > Self.longestPaste { text.removeLast(text.count - Self.longestPaste) }
        pasted = text
        return true
    }

    private mutating func finishPaste(_ bytes: [UInt8]) {
        var rest = bytes
        let text = PastedText.clean(encoding.takeText(from: &rest))
        if !text.isEmpty { take(bytes, as: .paste(text)) }
    }

    private func isBurst(_ bytes: ArraySlice<UInt8>, _ followsAtOnce: Bool) -> Bool {
        guard pasted == nil else { return false }
        if lastWasBurst, followsAtOnce, PastedText.canBePasted(bytes) { return true }
        return PastedText.isBurst(bytes, encoding)
    }

    private mutating func takeBurst(_ rest: inout ArraySlice<UInt8>) {
        var bytes = Array(rest)
        let text = PastedText.clean(encoding.takeText(from: &bytes))
        if !text.isEmpty { take(rest.dropLast(bytes.count), as: .paste(text)) }
        rest = bytes[...]
        lastWasBurst = true
    }
}
