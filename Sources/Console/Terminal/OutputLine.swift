// What goes out to the terminal, on a line that may stop taking anything at any moment.
import CNcurses
import Glibc

/// The way of every byte to the terminal. curses writes into memory, and from there as much is sent as the line takes: a line that hangs
/// half open never holds the program, or a lock it has on the store.
struct OutputLine {
    /// Where curses writes.
    let file: UnsafeMutablePointer<FILE>
    private let memory: Int32
    private let terminal: Int32
    /// Whether what curses writes is spared what it need not have said of looks.
    var isSparing = false
    /// What the line has not taken yet.
    private var waiting: [UInt8] = []

    /// nil when the system has neither memory nor descriptors left.
    init?() {
        memory = nc_memory()
        guard memory >= 0, let file = fdopen(memory, "w") else { return nil }
        self.file = file
        // Opened anew, because whether writing waits is a matter of the opening: the one we were given is shared with the shell.
        let own = open("/proc/self/fd/\(STDOUT_FILENO)", O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        terminal = own >= 0 ? own : STDOUT_FILENO
    }

    /// The descriptor to be watched until it takes more; nil while nothing waits.
    var blocked: Int32? { waiting.isEmpty ? nil : terminal }

    /// Adds bytes of our own behind what curses has written.
    mutating func send(_ bytes: [UInt8]) {
        collect()
        waiting += bytes
        drain()
    }

    /// Sends what curses has written.
    /// - Returns: how many bytes.
    @discardableResult
    mutating func send() -> Int {
        let before = waiting.count
        collect()
        let count = waiting.count - before
        drain()
        return count
    }

    /// Sends as much as the line takes now.
    mutating func drain() {
        while !waiting.isEmpty {
            let count = write(terminal, waiting, waiting.count)
            if count > 0 {
                waiting.removeFirst(count)
            } else if count < 0, errno == EAGAIN {
                return
            } else if count == 0 || errno != EINTR {
                // The line is gone, as reading it will tell.
                waiting = []
            }
        }
    }

    /// Sends what waits, for at most so many milliseconds.
    mutating func drain(within milliseconds: Int) {
        let deadline = Keyboard.now + milliseconds
        while let blocked, Keyboard.now < deadline {
            var line = pollfd(fd: blocked, events: Int16(POLLOUT), revents: 0)
            poll(&line, 1, Int32(max(0, deadline - Keyboard.now)))
            drain()
        }
    }

    func close() {
        if terminal != STDOUT_FILENO { Glibc.close(terminal) }
    }

    private mutating func collect() {
        let count = lseek(memory, 0, SEEK_CUR)
        guard count > 0 else { return }
        let begin = waiting.count
        waiting += [UInt8](repeating: 0, count: count)
        let taken = waiting.withUnsafeMutableBytes { pread(memory, $0.baseAddress?.advanced(by: begin), count, 0) }
        if taken < count { waiting.removeLast(count - max(0, taken)) }
        if isSparing { waiting.replaceSubrange(begin..., with: SparedLooks(waiting[begin...]).bytes) }
        ftruncate(memory, 0)
        lseek(memory, 0, SEEK_SET)
    }
}
