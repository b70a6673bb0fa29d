// How many rows of the journal are computed again in a second.
import Glibc
import Model

struct VerifyFigures {
    private static let runs = 5

    private let rows: Int64
    private var times: [Double] = []

    init(of store: String) throws {
        let office = try Office(opening: store)
        var rows: Int64 = 0
        for _ in 0..<Self.runs {
            let time = try ContinuousClock().measure {
                let verdict = try office.verifyJournal()
                guard verdict.faults.isEmpty else { throw Refusal(verdict.sentence) }
                rows = verdict.rows
            }
            times.append(time.milliseconds)
        }
        self.rows = rows
    }

    func print() {
        var table = Table("verify the journal, \(Self.runs) runs", "rows", "median ms", "rows/s", "goal")
        table.add(
            "every row's hash computed again", "\(rows)", times.median.text(1),
            (Double(rows) * 1000 / times.median).text(0), ">= 200000")
        table.print()
    }
}
