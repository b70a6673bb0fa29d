// What a program costs while nobody types.
import Glibc
import Pty

struct IdleFigures {
    private let seconds: UInt32
    private var costs: [(name: String, bytes: Int, ticks: Int, nanoseconds: Int)] = []

    init(of contest: Contest, seconds: UInt32) throws {
        self.seconds = seconds
        let sessions = [try contest.list().session] + (try contest.all.dropFirst().map { try $0.start().session })
        for session in sessions {
            session.settle(silence: 500)
            session.forgetSent()
        }
        let before = sessions.map { ProcessorTime(of: $0.process) }
        sleep(seconds)
        for (index, session) in sessions.enumerated() {
            let after = ProcessorTime(of: session.process)
            session.settle(silence: 1)
            costs.append(
                (
                    contest.all[index].name, session.sent.count, after.ticks - before[index].ticks,
                    after.nanoseconds - before[index].nanoseconds
                ))
            session.leave()
        }
    }

    func print() {
        var table = Table("\(seconds) idle seconds", "bytes", "ticks", "processor ms", "goal")
        for (index, cost) in costs.enumerated() {
            table.add(
                cost.name, String(cost.bytes), String(cost.ticks), (Double(cost.nanoseconds) / 1_000_000).text(3),
                index == 0 ? "0 and 0" : "")
        }
        table.print()
    }
}

/// The processor time a process has used.
private struct ProcessorTime {
    /// utime + stime of /proc/PID/stat, in hundredths of a second.
    let ticks: Int
    /// The first number of /proc/PID/schedstat, which is finer.
    let nanoseconds: Int

    init(of process: pid_t) {
        // Fields are counted from behind the program's name, which may hold blanks.
        let fields = Self.words(of: "/proc/\(process)/stat", after: ")")
        ticks = fields.count > 12 ? (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0) : 0
        nanoseconds = Self.words(of: "/proc/\(process)/schedstat", after: nil).first.flatMap { Int($0) } ?? 0
    }

    private static func words(of path: String, after sign: Character?) -> [Substring] {
        guard let file = fopen(path, "r") else { return [] }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = fread(&bytes, 1, bytes.count, file)
        var text = String(decoding: bytes[..<count], as: UTF8.self)[...]
        if let sign, let end = text.lastIndex(of: sign) { text = text[text.index(after: end)...] }
        return text.split { $0 == " " || $0 == "\n" }
    }
}
