// Which matters the stories of a demo happen to.

/// The tellings by the numbers of their matters. Their count does not grow with the store.
struct DemoCast: Sendable {
    private(set) var tellings: [Int: DemoTelling] = [:]

    subscript(_ index: Int) -> DemoTelling? { tellings[index] }

    /// Nothing happens to anybody.
    init() {}

    /// How many matters are looked at, from the first and from the last on.
    private static let reach = 400
    /// After so many days a matter is over, reported or not.
    private static let longest = 80

    init(_ agenda: DemoAgenda) {
        let others = agenda.directed..<agenda.size.matters
        let earliest = others.prefix(Self.reach).map(agenda.matter)
        // In a large store the last matters are all of this week.
        let over = others.prefix(others.count * (agenda.span - Self.longest) / agenda.span)
        let latest = others.count <= Self.reach ? earliest : over.suffix(Self.reach).map(agenda.matter)
        for (number, part) in DemoPart.all.enumerated() {
            switch part.hero {
            case .directed(let index):
                guard index < agenda.directed else { continue }
                var random = agenda.random(.story, number)
                tellings[index] = part.story.telling(of: agenda.matter(index), in: agenda, &random)?
                    .told(by: agenda.now)
            case .latest(let whose): cast(part, number, among: latest.reversed(), whose, agenda)
            case .earliest(let whose): cast(part, number, among: earliest, whose, agenda)
            }
        }
    }

    /// Gives a part to the first matter that is free and whose story is over by now. A story in which nobody writes rather goes
    /// to a matter that nobody would write about anyway.
    private mutating func cast(
        _ part: DemoPart, _ number: Int, among matters: [DemoMatter], _ whose: DemoPart.Whose, _ agenda: DemoAgenda
    ) {
        var whoever: DemoTelling?
        for matter in matters where tellings[matter.index] == nil && agenda.belongs(matter, to: whose) {
            var random = agenda.random(.story, number)
            guard let telling = part.story.telling(of: matter, in: agenda, &random),
                let last = telling.steps.last?.at, last < agenda.now
            else { continue }
            if !telling.isQuiet || agenda.commentWeight(matter.index) == 0 {
                tellings[matter.index] = telling
                return
            }
            whoever = whoever ?? telling
        }
        if let whoever { tellings[whoever.matter.index] = whoever }
    }
}

extension DemoAgenda {
    fileprivate func belongs(_ matter: DemoMatter, to whose: DemoPart.Whose) -> Bool {
        switch whose {
        case .first: matter.unitIndex == publishing[0]
        case .other: matter.unitIndex != publishing[0]
        case .sharedOther: publishing.count > 1 && matter.unitIndex == publishing[1]
        }
    }
}
