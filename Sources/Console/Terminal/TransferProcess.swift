// One run of rz or sz: started without a shell, watched, and never left behind.
import CNcurses
import Glibc

/// A ZMODEM program that has the terminal while it runs.
struct TransferProcess {
    enum Break: Equatable {
        /// The terminal is gone, or the console is being told to end.
        case hangUp
        case silence
        case tooMany
    }

    enum Ending: Equatable {
        case notStarted(Int32)
        case finished(Int32)
        case killed(Int32)
        case stopped(Break)
    }

    let program: String
    let arguments: [String]
    let folder: String
    /// In bytes; a file that would grow beyond it ends the program with SIGXFSZ.
    var largestFile: Int?

    init(program: String, arguments: [String], folder: String) {
        self.program = program
        self.arguments = arguments
        self.folder = folder
    }

    /// Runs it to its end; `watch` is asked several times a second whether to break it off.
    func run(input: Int32, output: Int32, watch: () -> Break?) -> Ending {
        var child: pid_t = 0
        let code = start(&child, input, output)
        guard code == 0 else { return .notStarted(code) }
        // A file cannot reach the limit in between: the other side has not even been invited yet.
        if let largestFile, transfer_limit_files(child, rlim_t(largestFile)) != 0 {
            let code = errno
            stop(child)
            return .notStarted(code)
        }
        while true {
            if let ending = ended(child) { return ending }
            if let reason = isHungUp(input) ? .hangUp : watch() {
                stop(child)
                return .stopped(reason)
            }
        }
    }

    private func start(_ child: inout pid_t, _ input: Int32, _ output: Int32) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addchdir_np(&actions, folder)
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The console holds its signals back; the child must hear them.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var words = Self.copies([program] + arguments)
        var environment = Self.copies(["PATH=/usr/bin:/bin", "LC_ALL=C", "ZMODEM_RESTRICTED=1"])
        defer {
            for word in words + environment { free(word) }
        }
        return posix_spawn(&child, program, &actions, &attributes, &words, &environment)
    }

    private static func copies(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] {
        words.map { strdup($0) } + [nil]
    }

    /// Waits a moment for the terminal to be closed at the other end.
    private func isHungUp(_ input: Int32) -> Bool {
        var terminal = pollfd(fd: input, events: 0, revents: 0)
        if poll(&terminal, 1, 50) > 0 { return true }
        var pending = sigset_t()
        sigpending(&pending)
        return sigismember(&pending, SIGHUP) == 1 || sigismember(&pending, SIGTERM) == 1
    }

    private func ended(_ child: pid_t, options: Int32 = WNOHANG) -> Ending? {
        var status: Int32 = 0
        let answer = waitpid(child, &status, options)
        if answer == 0 || answer < 0 && errno == EINTR { return nil }
        guard answer == child else { return .finished(-1) }
        let signal = status & 0x7F
        return signal == 0 ? .finished(status >> 8 & 0xFF) : .killed(signal)
    }

    /// Asks it to end, so that it tells the other side, and makes it end after a second.
    private func stop(_ child: pid_t) {
        kill(child, SIGTERM)
        let deadline = ContinuousClock.now + .seconds(1)
        while ContinuousClock.now < deadline {
            if ended(child) != nil { return }
            poll(nil, 0, 20)
        }
        kill(child, SIGKILL)
        while ended(child, options: 0) == nil {}
    }
}
