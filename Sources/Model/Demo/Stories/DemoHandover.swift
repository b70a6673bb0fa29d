// Work that goes from one invented clerk to another.

/// A colleague begins a document, the publisher takes it over.
struct DemoHandover: DemoStory {
    static let parts = [
        DemoPart(DemoHandover(.notice), of: .latest(.first)),
        DemoPart(DemoHandover(.copy), of: .latest(.sharedOther)),
    ]

    /// What is taken over.
    enum Work: Sendable {
        /// The notice, published by who took it over.
        case notice
        /// A new matter copied from one that is over, still being written.
        case copy
    }

    let work: Work

    init(_ work: Work) { self.work = work }

    func telling(of matter: DemoMatter, in agenda: DemoAgenda, _ random: inout SeededRandom) -> DemoTelling? {
        guard let noticed = matter.course.noticed, matter.course.reported != nil else { return nil }
        var telling = DemoTelling(matter)
        switch work {
        case .notice:
            let begun = agenda.office(-1, from: noticed.day, &random)
            guard begun > matter.course.announced else { return nil }
            telling.add(.draft(.notice, fields: 6), at: begun, by: .colleague)
            telling.add(.takeOver(.notice), at: noticed.adding(seconds: -1500))
        case .copy:
            telling.add(.copy, at: agenda.office(-3, from: agenda.now.day, &random), by: .colleague)
            telling.add(.takeOverCopy, at: agenda.office(-1, from: agenda.now.day, &random))
        }
        return telling
    }
}
