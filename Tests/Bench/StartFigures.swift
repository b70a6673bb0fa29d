// From the start of a program to its first page painted.
import Pty

struct StartFigures {
    private var times: [(name: String, milliseconds: [Double])]

    /// The programs take turns, so that a busy moment of the machine meets all of them.
    init(of contest: Contest) throws {
        times = contest.all.map { ($0.name, []) }
        for run in 0...Bench.starts {
            for (index, program) in contest.all.enumerated() {
                let (session, painting) = try program.start()
                session.leave()
                // The first run reads the program from the disk.
                if run > 0 { times[index].milliseconds.append(painting.milliseconds) }
            }
        }
    }

    func print() {
        let commander = times[1].milliseconds.median
        var table = Table("start -> first page, \(Bench.starts) runs", "median ms", "best ms", "beside mc", "goal")
        for (index, time) in times.enumerated() {
            let median = time.milliseconds.median
            table.add(
                time.name, median.text(1), (time.milliseconds.min() ?? 0).text(1), (median / commander).text(2),
                index == 0 ? "<= 1.00" : "")
        }
        table.print()
    }
}
