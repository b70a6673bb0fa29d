// Reads what the terminal sends.
import CNcurses
import Glibc

/// The terminal's input as events, with the times its decoder needs.
struct Keyboard {
    private var decoder: InputDecoder
    /// When the last bytes came, in milliseconds of `now`.
    private var lastRead = 0

    /// Bytes of one paste follow each other within this time; typing does not.
    private static let pause = 30
    /// Input read before it is decoded, so that what waits on a line is seen as one piece.
    private static let mostBytes = 1 << 20

    init(_ type: TerminalType, encoding: TextEncoding) {
        var sequences = KeySequences(likeSCO: type.sendsKeysLikeSCO)
        for (name, key) in KeySequences.capabilities {
            guard let sequence = nc_capability(name) else { continue }
            sequences.add(Array(String(cString: sequence).utf8), for: key)
        }
        decoder = InputDecoder(sequences: sequences, encoding: encoding)
    }

    /// The encoding of what is typed from now on.
    var encoding: TextEncoding {
        get { decoder.encoding }
        set { decoder.encoding = newValue }
    }

    /// Whether what comes is told with its bytes.
    var isTraced: Bool {
        get { decoder.isTraced }
        set { decoder.isTraced = newValue }
    }

    /// Where the terminal has said its cursor is.
    mutating func takeReports() -> [CursorReport] { decoder.takeReports() }

    /// Whether the terminal has said that it has shown what was sent.
    mutating func takeReadiness() -> Bool { decoder.takeReadiness() }

    /// Milliseconds of a clock that is never set.
    static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }

    /// Whether there is something to be read at this moment.
    static var hasInput: Bool {
        var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        return poll(&input, 1, 0) > 0
    }

    /// When `flush` is due; nil while nothing waits for more bytes.
    var flushTime: Int? { decoder.patience.map { lastRead + $0 } }

    /// Reads all that is there.
    mutating func read() -> [InputEvent] {
        var bytes: [UInt8] = []
        var isGone = false
        repeat {
            let count = readOnce(into: &bytes)
            isGone = count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN)
        } while !isGone && bytes.count < Self.mostBytes && Self.hasInput
        let time = Self.now
        let events = decoder.decode(bytes, followsAtOnce: time - lastRead < Self.pause)
        lastRead = time
        return isGone ? events + [.hangUp] : events
    }

    private func readOnce(into bytes: inout [UInt8]) -> Int {
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
            let count = Glibc.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
            if count > 0 { bytes.append(contentsOf: buffer[..<count]) }
            return count
        }
    }

    /// What the bytes that waited too long mean.
    mutating func flush() -> [InputEvent] { decoder.flush() }

    /// Throws away what was sent while the terminal belonged to another program.
    mutating func discard() {
        tcflush(STDIN_FILENO, TCIFLUSH)
        decoder.reset()
    }
}
