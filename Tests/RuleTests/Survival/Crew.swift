// Processes of clerks who all work on one store.
import ActOrders
import CountyFixture
import Model

/// A county with some announced hearings, and processes that labour on it.
final class Crew {
    private static let beginning = "2026-11-20T09:00:00"
    private static let clerks = ["fabu", "wumin"]

    let county: County
    private let matters: [Int64]

    /// - Parameter matters: how many hearings all of them work on.
    init(sharing matters: Int) throws {
        let county = try County()
        let session = try county.signIn("fabu")
        self.matters = try (1...matters).map { number in
            try county.publish(.announcement, HearingEntries.announcement(title: "关于第\(number)个方案听证会的公告"), in: session)
                .id.rawValue
        }
        self.county = county
    }

    /// A process at the store, signed in.
    func process() throws -> ActingProcess {
        let process = try ActingProcess()
        try process.tell(.signIn(store: county.path, at: Self.beginning, clerks: Self.clerks))
        try process.tell(.open(store: county.path))
        return process
    }

    /// Has a process begin; its first two answers are to its sign-in.
    func begin(_ process: ActingProcess, _ name: String, seed: UInt64, acts: Int) throws {
        for _ in 0..<2 {
            guard try process.answer() == .ready else { throw Trouble("\(name) cannot begin") }
        }
        try labour(process, name, seed: seed, acts: acts)
    }

    func labour(_ process: ActingProcess, _ name: String, seed: UInt64, acts: Int) throws {
        let clerk = Self.clerks[Int(seed % UInt64(Self.clerks.count))]
        try process.tell(.labour(Labour(clerk: clerk, name: name, seed: seed, acts: acts, matters: matters)))
    }
}
