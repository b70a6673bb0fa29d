// How many comments a matter gets, and when they come.

extension DemoAgenda {
    /// The matter's weight when comments are shared out: many get few, few get many.
    func commentWeight(_ index: Int) -> Int {
        var random = random(.weight, index)
        let size = random.within(1...12)
        let weight = index < directed || !random.chance(percent: 20) ? size * size * size / 8 + 1 : 0
        return index == 0 ? max(1, weight) : weight
    }

    /// When a comment is received: evenly from publication to the deadline or the demo's present (H4); the last one of some
    /// matters comes late.
    func commentTime(_ number: Int, of count: Int, _ matter: DemoMatter) -> (at: Moment, isLate: Bool) {
        var random = random(.commentTime, matter.index &* 65_536 &+ number)
        let course = matter.course
        let told = cast[matter.index]?.comments
        let first = told?.lowerBound ?? course.announced
        let deadline = told?.upperBound ?? Moment.endOfDay(course.commentsUntil)
        if told == nil, number == count - 1, count > 2, matter.index % 4 == 0 {
            let late = deadline.adding(seconds: random.within(9...60) * 3600)
            if late <= now { return (late, true) }
        }
        let seconds = Int(min(deadline, now).milliseconds - first.milliseconds) / 1000 - 1
        let slot = max(0, seconds) / count
        return (first.adding(seconds: 1 + slot * number + random.below(slot)), false)
    }
}
