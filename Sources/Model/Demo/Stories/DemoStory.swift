// What may happen to an invented matter besides the straight path.

/// A kind of story. Each kind has a file of its own, with the stories that every demo tells at its top.
protocol DemoStory: Sendable {
    /// How the story goes with a matter; nil where the matter's course leaves no room for it.
    func telling(of matter: DemoMatter, in agenda: DemoAgenda, _ random: inout SeededRandom) -> DemoTelling?
}

/// A story and the matter it happens to.
struct DemoPart: Sendable {
    /// Which matter is looked for.
    enum Hero: Sendable {
        /// A directed case of the first unit, by its place in `DemoCase.all`; the story may still be going on.
        case directed(Int)
        /// The latest, or the earliest, matter of some unit whose story is over by now.
        case latest(Whose)
        case earliest(Whose)
    }

    enum Whose: Sendable {
        case first, other
        /// A unit other than the first in which two people publish.
        case sharedOther
    }

    let story: any DemoStory
    let hero: Hero

    init(_ story: any DemoStory, of hero: Hero) {
        self.story = story
        self.hero = hero
    }

    /// All of them. Those who come first choose first.
    static let all: [DemoPart] =
        DemoDraft.parts + DemoRevision.parts + DemoPostponement.parts + DemoTermination.parts + DemoDeletion.parts
        + DemoBackfill.parts + DemoHandover.parts
}
