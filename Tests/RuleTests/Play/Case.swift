// A case that went wrong, made short and written so that it can be played again.
import ActOrders

struct Case {
    let modes: Modes
    var steps: [Moves]
    var trouble: Trouble

    /// Plays steps that a random chooser finds, until something is wrong.
    /// - Returns: nil where nothing is.
    static func found(seed: UInt64, steps count: Int, on stage: Stage, _ tally: inout Tally) throws -> Case? {
        var chooser = try Chooser(seed: seed)
        var steps: [Moves] = []
        let play = try Play(chooser.modes, on: stage)
        let trouble = try Self.trouble {
            for _ in 0..<count {
                let moves = chooser.moves(play.book)
                steps.append(moves)
                try play.play(moves)
            }
            try play.end()
        }
        tally.add(play.tally)
        tally.cases += 1
        return trouble.map { Case(modes: chooser.modes, steps: steps, trouble: $0) }
    }

    /// Plays given steps.
    static func replayed(_ modes: Modes, _ steps: [Moves], on stage: Stage) throws -> Case? {
        let play = try Play(modes, on: stage)
        let trouble = try Self.trouble {
            for moves in steps { try play.play(moves) }
            try play.end()
        }
        return trouble.map { Case(modes: modes, steps: steps, trouble: $0) }
    }

    private static func trouble(_ body: () throws -> Void) throws -> Trouble? {
        do {
            try body()
            return nil
        } catch let trouble as Trouble {
            return trouble
        }
    }

    /// The trouble with as few orders as can be found in a minute by leaving some out.
    func shortened(on stage: Stage) throws -> Case {
        let end = ContinuousClock.now + .seconds(60)
        var short = self
        var length = max(1, short.steps.count / 2)
        while length > 0, .now < end {
            var begin = 0
            while begin < short.steps.count, .now < end {
                var fewer = short.steps
                fewer.removeSubrange(begin..<min(begin + length, fewer.count))
                if let still = try Case.replayed(modes, fewer, on: stage) { short = still } else { begin += length }
            }
            length /= 2
        }
        for step in short.steps.indices where short.steps[step].count > 1 {
            for order in short.steps[step] where short.steps[step].count > 1 && .now < end {
                var fewer = short.steps
                fewer[step].removeAll { $0 == order }
                if let still = try Case.replayed(modes, fewer, on: stage) { short = still }
            }
        }
        return short
    }

    /// A line of how each system is reviewed, and one for each step.
    func lines() throws -> String {
        try ([Line.write(modes)] + steps.map { try Line.write($0) }).joined(separator: "\n")
    }
}
