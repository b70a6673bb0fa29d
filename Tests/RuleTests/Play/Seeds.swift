// Random cases, one for each seed; what goes wrong is told with its seed and as lines that can be played again.
import Testing

struct Seeds {
    private let seeds: ClosedRange<UInt64>
    private let steps: Int

    init(_ seeds: ClosedRange<UInt64>, steps: Int) {
        self.seeds = seeds
        self.steps = steps
    }

    /// Plays each, and records an issue for each that goes wrong.
    /// - Parameter end: when no further one is begun.
    func play(on stage: Stage, until end: ContinuousClock.Instant? = nil) throws -> Tally {
        var tally = Tally()
        for seed in seeds {
            if let end, .now >= end { break }
            guard let failed = try Case.found(seed: seed, steps: steps, on: stage, &tally) else { continue }
            let short = try failed.shortened(on: stage)
            Issue.record(
                """
                seed \(seed), step \(failed.steps.count): \(failed.trouble)
                shortest case found: \(short.trouble)
                \(try short.lines())
                """)
        }
        return tally
    }
}
