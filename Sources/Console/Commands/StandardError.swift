// Lines for the person at the command line that are no part of the output.
import Glibc

/// The standard error stream.
enum StandardError {
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Says a line, in which nothing that came from outside can steer a terminal.
    static func say(_ line: String) { write(Printable.clean(line) + "\n") }

    /// Writes the text as it is. What cannot be written is lost: there is nowhere left to say so.
    static func write(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { return }
            rest = rest.dropFirst(written)
        }
    }
}
