// The server's own log.
import Glibc

enum SystemLog {
    /// Writes a line as `yangguang`, where only administrators of the server read.
    static func write(_ line: String) {
        line.withCString { text in
            withVaList([text]) { vsyslog(LOG_AUTHPRIV | LOG_NOTICE, "yangguang: %s", $0) }
        }
    }
}
