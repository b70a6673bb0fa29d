// When invented documents were put on the county's web site.

/// One 上网登记 of the demo.
struct DemoPosting {
    let at: Moment
    let posting: Posting

    /// Nearly everything is on the web within hours; nil for what was forgotten, or is not there yet.
    init?(_ occasion: PostingOccasion, by person: String, now: Moment) {
        var random = SeededRandom(seed: UInt64(bitPattern: occasion.publishedAt.milliseconds))
        guard !random.chance(percent: 5) else { return nil }
        let at = occasion.publishedAt.adding(seconds: random.within(10...90) * 60)
        guard at <= now else { return nil }
        self.at = at
        let series = if case .temporaryNotice = occasion.subject { "temporary-" } else { "" }
        posting = Posting(
            address: "https://yangbi.example/zwgk/\(occasion.system.rawValue)/\(series)\(occasion.number).html",
            postedAt: Moment.at(at.day, at.timeOfDay), postedBy: person)
    }
}
