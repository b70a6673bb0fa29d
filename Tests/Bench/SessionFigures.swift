// Many sessions at once: what one costs in memory, and how quick one of them is while the others are open.
import Glibc
import Pty

struct SessionFigures {
    private static let sessions = 200
    private static let keys = 300

    private var memory: [(name: String, kilobytes: Double)] = []
    private var latencies: [Double] = []

    init(of contest: Contest) throws {
        let consoles = try (0..<Self.sessions).map { _ in try contest.list().session }
        memory.append(("yangguang, signed in", Self.memory(of: consoles)))
        latencies = Self.press(consoles[Self.sessions / 2])
        for session in consoles { session.leave() }
        let commanders = try (0..<Self.sessions).map { _ in try contest.commander.start().session }
        memory.append(("mc", Self.memory(of: commanders)))
        for session in commanders { session.leave() }
        guard access("/usr/bin/tig", X_OK) == 0 else { return }
        let histories = try (0..<Self.sessions).map { _ in
            let session = try PtySession("/usr/bin/tig", environment: contest.commander.environment)
            session.settle(silence: 100)
            return session
        }
        memory.append(("tig", Self.memory(of: histories)))
        for session in histories { session.leave() }
    }

    /// The proportional set size, in kilobytes for each: pages that several processes share count for each by its part.
    private static func memory(of sessions: [PtySession]) -> Double {
        for session in sessions { session.settle(silence: 1) }
        return sessions.map { Double(proportionalSize(of: $0.process)) }.reduce(0, +) / Double(sessions.count)
    }

    private static func proportionalSize(of process: pid_t) -> Int {
        guard let file = fopen("/proc/\(process)/smaps_rollup", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 200)
        while fgets(&line, 200, file) != nil {
            let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).split(
                separator: " ")
            if words.first == "Pss:", words.count > 1 { return Int(words[1]) ?? 0 }
        }
        return 0
    }

    /// Moves the cursor down and up, and takes the time from the key to the first byte of the answer, in milliseconds.
    private static func press(_ session: PtySession) -> [Double] {
        session.settle(silence: 200)
        return (0..<keys).map { number in
            session.forgetSent()
            let begun = ContinuousClock.now
            session.send(number / 8 % 2 == 0 ? "\u{1B}OB" : "\u{1B}OA")
            _ = session.wait(milliseconds: 2000) { _ in !session.sent.isEmpty }
            let time = (session.heardAt - begun).milliseconds
            session.settle(silence: 3)
            return time
        }
    }

    func print() {
        var table = Table("\(Self.sessions) idle sessions", "PSS, KB each")
        for program in memory { table.add(program.name, program.kilobytes.text(0)) }
        table.print()
        var keys = Table("one active among them, \(latencies.count) keys", "median ms", "p99 ms", "longest ms")
        let sorted = latencies.sorted()
        keys.add(
            "yangguang", sorted.median.text(2), sorted[min(sorted.count - 1, sorted.count * 99 / 100)].text(2),
            (sorted.last ?? 0).text(2))
        keys.print()
    }
}
