// From Enter in the password field to the list painted, beside what the password hash and the disk cost by themselves.
import CSodium
import Glibc
import Model
import Pty

struct SignInFigures {
    /// The store nobody else has open: SQLite makes its log anew and syncs it three times.
    private var alone: [Double] = []
    /// A colleague is signed in, as in an office by day: one sync.
    private var together: [Double] = []
    private var hashes: [Double] = []
    private var syncs: [Double] = []

    init(of contest: Contest) throws {
        let hash = try Password.hash(Contest.password)
        for run in 0...Bench.signIns {
            let (session, first) = try contest.list()
            let (colleague, second) = try contest.list()
            colleague.leave()
            session.leave()
            let hashing = ContinuousClock().measure {
                _ = crypto_pwhash_str_verify(hash, Contest.password, UInt64(Contest.password.utf8.count))
            }
            let syncing = Self.sync(in: contest.folder)
            guard run > 0 else { continue }
            alone.append(first.milliseconds)
            together.append(second.milliseconds)
            hashes.append(hashing.milliseconds)
            syncs.append(syncing.milliseconds)
        }
    }

    /// Appends a page to a file beside the store and waits for the disk.
    private static func sync(in folder: String) -> Duration {
        let file = open("\(folder)/sync", O_CREAT | O_WRONLY | O_APPEND, 0o600)
        defer { close(file) }
        let page = [UInt8](repeating: 0, count: 4096)
        return ContinuousClock().measure {
            _ = write(file, page, page.count)
            fdatasync(file)
        }
    }

    func print() {
        var table = Table("sign-in -> list, \(Bench.signIns) runs", "median ms", "best ms", "over hash", "goal")
        add("a colleague signed in", together, to: &table, goal: "<= 10.0")
        add("nobody signed in", alone, to: &table, goal: "")
        table.add("the password hash alone", hashes.median.text(1), (hashes.min() ?? 0).text(1))
        table.add("a disk sync alone", syncs.median.text(1), (syncs.min() ?? 0).text(1))
        table.print()
    }

    private func add(_ name: String, _ times: [Double], to table: inout Table, goal: String) {
        table.add(
            name, times.median.text(1), (times.min() ?? 0).text(1), (times.median - hashes.median).text(1), goal)
    }
}
