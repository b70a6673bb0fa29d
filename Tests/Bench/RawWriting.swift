// sqlite3 writing what was recorded, with the same safety: the peer of acts.
import Glibc
import Model

struct RawWriting {
    private let preparation: [String]
    private let scripts: [[String]]
    private let processes: Int

    /// - Parameters:
    ///   - recorded: the sign-in, which is written before the time begins, and then the acts, which the processes take in turns.
    init(_ recorded: [[String]], processes: Int) {
        preparation = recorded.first ?? []
        scripts = Array(recorded.dropFirst())
        self.processes = processes
    }

    /// How long it takes from the start of the processes to the end of the last.
    func run(in store: String) throws -> Duration {
        try Self.finish([Self.start([preparation], in: store, as: "preparation")])
        let shares = (0..<processes).map { process in
            stride(from: process, to: scripts.count, by: processes).map { scripts[$0] }
        }
        let begun = ContinuousClock.now
        try Self.finish(try shares.enumerated().map { try Self.start($1, in: store, as: "\($0)") })
        return ContinuousClock.now - begun
    }

    private static func start(
        _ scripts: [[String]], in store: String, as name: String
    ) throws -> UnsafeMutablePointer<FILE> {
        let path = "\(store).\(name)"
        guard let file = fopen(path + ".sql", "w") else { throw Refusal("cannot write beside \(store)") }
        fputs(".timeout 60000\nPRAGMA synchronous = FULL;\nPRAGMA foreign_keys = ON;\n", file)
        for statement in scripts.flatMap(transactions) { fputs(statement + ";\n", file) }
        fclose(file)
        guard let shell = popen("sqlite3 -bail '\(store)' < '\(path).sql' >'\(path).log' 2>&1", "r") else {
            throw Refusal("cannot run sqlite3")
        }
        return shell
    }

    private static func finish(_ shells: [UnsafeMutablePointer<FILE>]) throws {
        for shell in shells where pclose(shell) != 0 {
            throw Refusal("sqlite3 has failed; its .log lies beside the store")
        }
    }

    /// The transactions in which something is written. Each says so at once, as the console's do.
    private static func transactions(_ statements: [String]) -> [String] {
        var kept: [String] = []
        for statement in statements {
            let isEnd = statement.hasPrefix("COMMIT") || statement.hasPrefix("ROLLBACK")
            if isEnd, kept.last?.hasPrefix("BEGIN") == true {
                kept.removeLast()
            } else {
                kept.append(statement.hasPrefix("BEGIN") ? "BEGIN IMMEDIATE" : statement)
            }
        }
        return kept
    }
}
