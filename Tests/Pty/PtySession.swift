// A program running in a pseudo-terminal, with a virtual terminal at the other end of the line.
import CVTerm
import Glibc

/// Why a program could not be started.
package struct PtyFailure: Error, CustomStringConvertible {
    package let description: String
}

/// How a program ended.
package enum ProgramEnd: Equatable {
    case exit(Int32)
    case signal(Int32)
}

/// One program in one terminal, until it ends or the session is let go.
package final class PtySession {
    /// What the person at the terminal sees.
    package let screen: VirtualTerminal
    /// What the program has sent, since the start or the last `forgetSent`.
    package private(set) var sent: [UInt8] = []
    /// When the last of it came.
    package private(set) var heardAt = ContinuousClock.now
    package private(set) var end: ProgramEnd?
    /// What the program needs as long as it runs.
    private let kept: AnyObject?
    package let process: pid_t
    private var line: Int32

    /// Starts a program with exactly this environment.
    /// - Parameter kept: what must not go before the program does, such as its store.
    package init(
        _ path: String, _ arguments: [String] = [], environment: [String: String] = [:], rows: Int = 24,
        columns: Int = 80, manner: TerminalManner = TerminalManner(), keeping kept: AnyObject? = nil
    ) throws(PtyFailure) {
        var ours: Int32 = -1
        var theirs: Int32 = -1
        var name = [CChar](repeating: 0, count: 128)
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&ours, &theirs, &name, nil, &size) == 0 else {
            throw PtyFailure(description: "openpty: \(String(cString: strerror(errno)))")
        }
        defer { close(theirs) }
        for descriptor in [ours, theirs] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(ours, F_SETFL, O_NONBLOCK)
        var words = ([path] + arguments).map { strdup($0) } + [nil]
        var settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for word in words + settings { free(word) } }
        var process: pid_t = 0
        let problem = pty_spawn(&process, path, name, &words, &settings)
        guard problem == 0 else {
            close(ours)
            throw PtyFailure(description: "\(path): \(String(cString: strerror(problem)))")
        }
        self.kept = kept
        self.process = process
        line = ours
        screen = VirtualTerminal(rows: rows, columns: columns, manner: manner)
    }

    deinit {
        if line >= 0 { close(line) }
        guard end == nil else { return }
        var status: Int32 = 0
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
    }

    // MARK: - What the person does

    /// Sends bytes as the terminal would, reading what comes back meanwhile so that neither side waits for the other.
    package func send(_ text: String) { send(Array(text.utf8)) }

    package func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty, line >= 0 {
            var source = pollfd(fd: line, events: Int16(POLLIN | POLLOUT), revents: 0)
            guard poll(&source, 1, 5000) > 0 else { return }
            if Int32(source.revents) & POLLIN != 0, !receive(within: 0) { return }
            guard Int32(source.revents) & POLLOUT != 0 else {
                // A program that has ended reads no more.
                if Int32(source.revents) & (POLLHUP | POLLERR) != 0 { return }
                continue
            }
            let count = rest.withUnsafeBytes { write(line, $0.baseAddress, $0.count) }
            if count > 0 { rest.removeFirst(count) } else if errno != EAGAIN { return }
        }
    }

    /// A line that hangs half open: has the program draw its screen again and again and takes nothing of it, until the line is full.
    package func stall() { hold("\u{0C}", times: 80) }

    /// Holds a key down while nothing of what the program sends gets through.
    package func hold(_ key: String, times: Int) {
        for _ in 0..<times {
            press(key)
            // Keys that come together would be drawn once.
            poll(nil, 0, 5)
        }
    }

    /// Takes what the program sends only as fast as a slow line carries it.
    /// - Parameter each: done every ten milliseconds; false ends it.
    package func trickle(bytesPerSecond: Int, _ each: (_ milliseconds: Int) -> Bool) {
        let begun = Self.now
        while line >= 0, each(Self.now - begun) {
            _ = receive(within: 0, atMost: bytesPerSecond / 100)
            poll(nil, 0, 10)
        }
    }

    /// Presses a key without reading what comes of it.
    package func press(_ key: String) { _ = write(line, key, key.utf8.count) }

    package func resize(rows: Int, columns: Int) {
        screen.resize(rows: rows, columns: columns)
        _ = pty_resize(line, UInt16(rows), UInt16(columns))
    }

    /// Drops the line, as a closed window or a broken connection does.
    package func hangUp() {
        close(line)
        line = -1
    }

    package func signal(_ number: Int32) { kill(process, number) }

    /// The line's settings (echo, line mode, signals), as the kernel keeps them.
    package var settings: [UInt32] {
        var settings = termios()
        tcgetattr(line, &settings)
        return [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
    }

    // MARK: - What the person sees

    /// Draws what the program sends until the condition holds.
    /// - Returns: whether it came to hold in time.
    package func wait(milliseconds: Int = 5000, until condition: (VirtualTerminal) -> Bool) -> Bool {
        let deadline = Self.now + milliseconds
        while !condition(screen) {
            let rest = deadline - Self.now
            guard rest > 0, receive(within: rest) else { return condition(screen) }
        }
        return true
    }

    /// Waits until a text stands on the screen.
    package func shows(_ text: String, milliseconds: Int = 5000) -> Bool {
        wait(milliseconds: milliseconds) { $0.text.contains(text) }
    }

    /// Draws what comes until the program has been silent for a while.
    package func settle(silence: Int = 60) {
        while true {
            let before = sent.count
            let goesOn = receive(within: silence)
            if !goesOn || sent.count == before { return }
        }
    }

    package func forgetSent() { sent = [] }

    /// Waits for the program's end; nil when it does not come in time.
    /// - Parameter reading: whether what it sends is taken meanwhile.
    package func waitForEnd(milliseconds: Int = 5000, reading: Bool = true) -> ProgramEnd? {
        let deadline = Self.now + milliseconds
        while end == nil {
            var status: Int32 = 0
            if waitpid(process, &status, WNOHANG) == process {
                end = status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
            } else if Self.now >= deadline {
                return nil
            } else if line < 0 || !reading || !receive(within: 5) {
                poll(nil, 0, 5)
            }
        }
        while line >= 0, receive(within: 0), hasMore {}
        return end
    }

    private var hasMore: Bool {
        var source = pollfd(fd: line, events: Int16(POLLIN), revents: 0)
        return poll(&source, 1, 0) > 0 && Int32(source.revents) & POLLIN != 0
    }

    /// Reads and draws what the program sent; false when nothing can come any more.
    private func receive(within milliseconds: Int, atMost most: Int = 1 << 16) -> Bool {
        var source = pollfd(fd: line, events: Int16(POLLIN), revents: 0)
        guard line >= 0 else { return false }
        guard poll(&source, 1, Int32(clamping: milliseconds)) > 0 else { return true }
        var bytes = [UInt8](repeating: 0, count: most)
        let count = read(line, &bytes, bytes.count)
        guard count > 0 else { return count < 0 && errno == EAGAIN }
        heardAt = .now
        sent += bytes[..<count]
        let answer = screen.write(Array(bytes[..<count]))
        if !answer.isEmpty { _ = write(line, answer, answer.count) }
        return true
    }

    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
