// The clerk's own computer in the tests: a terminal program on the other end of a pty, with the real sz or rz behind it.
import Foundation

/// One end of a pty is the server's terminal; a thread plays the computer on the other.
final class FarComputer {
    enum Part: Sendable {
        /// Answers with this ZMODEM program, run in the computer's folder; a name that is no text goes in as bytes.
        case runs(String, [String], rawName: [UInt8] = [])
        /// Sends so many bytes of a file and then cancels, as the dialog of a terminal program does.
        case breaksOff(after: Int, String)
        /// Waits to be invited, and types.
        case types([UInt8])
        /// Waits to be invited, and drops the line.
        case hangsUp
    }

    struct Trouble: Error {}

    static var hasLrzsz: Bool { access("/usr/bin/sz", X_OK) == 0 && access("/usr/bin/rz", X_OK) == 0 }

    /// The server's end of the line.
    let terminal: Int32
    /// Folders of the two sides.
    let server: String
    let computer: String

    private let root: URL
    private let line: Int32
    private let done = DispatchSemaphore(value: 0)
    private let stopping = Pipe()
    private var isPlaying = false
    private var isLineOpen = true

    init() throws {
        var line: Int32 = -1
        var terminal: Int32 = -1
        guard openpty(&line, &terminal, nil, nil, nil) == 0 else { throw Trouble() }
        _ = fcntl(line, F_SETFD, FD_CLOEXEC)
        _ = fcntl(terminal, F_SETFD, FD_CLOEXEC)
        self.line = line
        self.terminal = terminal
        root = FileManager.default.temporaryDirectory.appending(path: "yangguang-transfer-\(UUID())")
        server = root.appending(path: "server").path()
        computer = root.appending(path: "computer").path()
        for folder in [server, computer] {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
    }

    deinit {
        finish()
        if isLineOpen { close(line) }
        close(terminal)
        try? FileManager.default.removeItem(at: root)
    }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(filePath: "\(computer)/\(name)"))
    }

    func writeRaw(_ name: [UInt8]) throws {
        let path = (Array("\(computer)/".utf8) + name + [0]).map(CChar.init(bitPattern:))
        let file = open(path, O_CREAT | O_WRONLY, 0o600)
        guard file >= 0, Glibc.write(file, "x", 1) == 1 else { throw Trouble() }
        close(file)
    }

    func read(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: path)))
    }

    /// What is left on the server.
    var serverFiles: [String] {
        (try? FileManager.default.subpathsOfDirectory(atPath: server)) ?? []
    }

    /// The terminal's settings, byte for byte.
    var settings: [UInt8] {
        var settings = termios()
        tcgetattr(terminal, &settings)
        return withUnsafeBytes(of: settings) { Array($0) }
    }

    /// Whether something is left that would be taken for keys.
    var hasInput: Bool {
        var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, 0) > 0
    }

    /// Begins to play; `finish` waits for the end.
    func play(_ part: Part) {
        isPlaying = true
        if case .hangsUp = part { isLineOpen = false }
        let (line, stop, computer, done) = (line, stopping.fileHandleForReading.fileDescriptor, computer, done)
        Thread.detachNewThread {
            Self.play(part, line, stop, computer)
            done.signal()
        }
    }

    func finish() {
        guard isPlaying else { return }
        isPlaying = false
        try? stopping.fileHandleForWriting.write(contentsOf: [0])
        done.wait()
    }

    private static func play(_ part: Part, _ line: Int32, _ stop: Int32, _ computer: String) {
        switch part {
        case .runs(let program, let arguments, let rawName):
            bridge(line, stop, program, arguments.map { Array($0.utf8) } + (rawName.isEmpty ? [] : [rawName]), computer)
        case .breaksOff(let limit, let name):
            bridge(line, stop, "sz", [Array("--binary".utf8), Array(name.utf8)], computer, limit: limit)
        case .types(let keys):
            awaitInvitation(line)
            _ = Glibc.write(line, keys, keys.count)
        case .hangsUp:
            awaitInvitation(line)
            close(line)
        }
    }

    /// Reads up to the end of the first ZMODEM header, as terminal programs do: lrzsz throws away what comes before it
    /// has sent that header.
    private static func awaitInvitation(_ line: Int32) {
        var part = [UInt8](repeating: 0, count: 4096)
        var waiting = pollfd(fd: line, events: Int16(POLLIN), revents: 0)
        while poll(&waiting, 1, 20_000) > 0 {
            let count = Glibc.read(line, &part, part.count)
            if count <= 0 || part[..<count].contains(0x11) { return }
        }
    }

    /// Carries bytes both ways until the program has ended.
    private static func bridge(
        _ line: Int32, _ stop: Int32, _ program: String, _ arguments: [[UInt8]], _ folder: String, limit: Int = .max
    ) {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else { return }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        awaitInvitation(line)
        let child = start(program, arguments, folder, ends[1])
        close(ends[1])
        var sent = 0
        var part = [UInt8](repeating: 0, count: 4096)
        while true {
            var both = [line, ends[0], stop].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            guard poll(&both, 3, 20_000) > 0 else { break }
            // sz flushes the line when it ends, and with it now and then the last two letters that rz waits for.
            if both[2].revents != 0, both[0].revents == 0, both[1].revents == 0 { break }
            if both[0].revents != 0 {
                let count = Glibc.read(line, &part, part.count)
                if count <= 0 { break }
                _ = send(ends[0], part, count, Int32(MSG_NOSIGNAL))
            }
            if both[1].revents != 0 {
                let count = Glibc.read(ends[0], &part, part.count)
                if count <= 0 { break }
                _ = Glibc.write(line, part, count)
                sent += count
            }
            if sent > limit {
                kill(child, SIGKILL)
                _ = Glibc.write(line, [UInt8](repeating: 0x18, count: 10), 10)
                break
            }
        }
        close(ends[0])
        kill(child, SIGTERM)
        var status: Int32 = 0
        waitpid(child, &status, 0)
    }

    private static func start(_ program: String, _ arguments: [[UInt8]], _ folder: String, _ end: Int32) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, end, 0)
        posix_spawn_file_actions_adddup2(&actions, end, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // A shell only to change the folder; the program's words are handed on as they are.
        let words = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder, "/usr/bin/\(program)"].map { Array($0.utf8) }
        var pointers = (words + arguments).map { word in strdup(word.map(CChar.init(bitPattern:)) + [0]) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        var child: pid_t = 0
        posix_spawn(&child, "/bin/sh", &actions, nil, &pointers, environ)
        return child
    }
}
