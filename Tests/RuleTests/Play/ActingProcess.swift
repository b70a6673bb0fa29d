// A process of acting clerks, as a test talks to it.
import ActOrders
import Foundation
import Glibc

final class ActingProcess {
    private let process = Process()
    private let orders = Pipe()
    private let answers = Pipe()
    private var heard: [UInt8] = []

    /// It is built beside the tests.
    private static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("ActingClerk")

    init() throws {
        // A process that has ended is told by an error, not by a signal that ends the tests.
        signal(SIGPIPE, SIG_IGN)
        process.executableURL = Self.program
        process.standardInput = orders
        process.standardOutput = answers
        try process.run()
    }

    deinit {
        try? orders.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    func tell(_ message: Message) throws {
        try orders.fileHandleForWriting.write(contentsOf: Data((Line.write(message) + "\n").utf8))
    }

    /// Waits for the next answer, at most a minute.
    func answer() throws -> Answer {
        guard let answer = try answer(within: 60_000) else { throw Silence() }
        return answer
    }

    /// - Returns: nil when none comes in so many milliseconds.
    /// - Throws: `Silence` when it has ended and everything it said was heard.
    func answer(within milliseconds: Int32) throws -> Answer? {
        while true {
            if let end = heard.firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(decoding: heard[..<end], as: UTF8.self)
                heard.removeFirst(end + 1)
                return try Line.read(line)
            }
            let descriptor = answers.fileHandleForReading.fileDescriptor
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            var bytes = [UInt8](repeating: 0, count: 65536)
            guard poll(&waiting, 1, milliseconds) > 0 else { return nil }
            guard case let count = read(descriptor, &bytes, bytes.count), count > 0 else { throw Silence() }
            heard += bytes[..<count]
        }
    }

    /// Ends it in the middle of whatever it does.
    /// - Returns: what it had said until then.
    func killed() -> [Answer] {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        // All it said is in the pipe by now. Its end may still be held open by a process that was begun at the same moment.
        var said: [Answer] = []
        while let answer = try? answer(within: 0) { said.append(answer) }
        return said
    }

    func ask(_ message: Message) throws -> Answer {
        try tell(message)
        return try answer()
    }

    /// It has ended, or says nothing for a minute.
    struct Silence: Error {}
}
