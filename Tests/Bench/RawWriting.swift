// sqlite3 writing what was recorded, with the same safety: the peer of acts.
import Glibc
import Model

struct RawWriting {
    private let scripts: [[String]]
    private let processes: Int

    /// - Parameter scripts: transactions, which the processes take in turns.
    init(_ scripts: [[String]], processes: Int) {
        self.scripts = scripts
        self.processes = processes
    }

    /// How long it takes from the start of the processes to the end of the last.
    func run(in store: String) throws -> Duration {
        for process in 0..<processes {
            guard let file = fopen("\(store).\(process).sql", "w") else {
                throw Refusal("cannot write beside \(store)")
            }
            fputs(".timeout 60000\nPRAGMA synchronous = FULL;\nPRAGMA foreign_keys = ON;\n", file)
            for script in stride(from: process, to: scripts.count, by: processes).map({ scripts[$0] }) {
                for statement in script { fputs(Self.immediate(statement) + ";\n", file) }
            }
            fclose(file)
        }
        let begun = ContinuousClock.now
        let shells = (0..<processes).map {
            popen("sqlite3 -bail '\(store)' < '\(store).\($0).sql' >'\(store).\($0).log' 2>&1", "r")
        }
        for shell in shells {
            guard let shell, pclose(shell) == 0 else { throw Refusal("sqlite3 has failed, see \(store).*.log") }
        }
        return ContinuousClock.now - begun
    }

    /// A transaction that will write says so at once, as the console's do.
    private static func immediate(_ statement: String) -> String {
        statement.hasPrefix("BEGIN") ? "BEGIN IMMEDIATE" : statement
    }
}
