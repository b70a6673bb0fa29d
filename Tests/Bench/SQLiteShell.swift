// The peer of queries: the same SQL in sqlite3.
import Glibc

enum SQLiteShell {
    /// The milliseconds that sqlite3 says each round of a statement took; its rows are thrown away.
    static func times(of sql: String, rounds: Int, _ store: String) -> [Double] {
        let input = store + ".sql"
        guard let file = fopen(input, "w") else { return [] }
        fputs(".timer on\n" + String(repeating: sql + "\n", count: rounds), file)
        fclose(file)
        defer { unlink(input) }
        guard let output = popen("sqlite3 -readonly '\(store)' < '\(input)'", "r") else { return [] }
        defer { pclose(output) }
        var times: [Double] = []
        var line = [CChar](repeating: 0, count: 512)
        while fgets(&line, 512, output) != nil {
            let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).split(
                separator: " ")
            if words.starts(with: ["Run", "Time:", "real"]), let seconds = Double(words[3]) {
                times.append(seconds * 1000)
            }
        }
        return times
    }
}

extension [Double] {
    /// The value that 95 of a hundred do not exceed; the array has at least one.
    var p95: Double { sorted()[Swift.min(count - 1, count * 95 / 100)] }
}
