// A matter's course as a row of acts, which are done by the office's own rules.

/// One act of a story.
struct DemoStep: Sendable {
    enum Act: Sendable {
        case publish(DocumentKind, [DemoChange] = [])
        /// What a deadline asks for and no document shows.
        case register
        case backfill(DocumentKind, on: Day, reason: String)
        case revise(DocumentKind, Revision, [DemoChange], reason: String)
        case postpone(Day, reason: String)
        case terminate(reason: String)
        case delete(DocumentKind, reason: String)
        /// The next document is begun: so many of its fields are filled in.
        case draft(DocumentKind, fields: Int)
        /// The matter is copied as a new one, which is not published yet.
        case copy
        case takeOver(DocumentKind)
        case takeOverCopy
    }

    /// Who of the unit's publishers does it.
    enum Hand: Sendable { case publisher, colleague }

    let at: Moment
    let act: Act
    var hand = Hand.publisher
}

/// A field that says something else than the agenda made up for it.
struct DemoChange: Sendable {
    let field: String
    /// The words to be replaced; nil for the whole field. Where they do not stand, the new words are added.
    let words: String?
    let new: String

    init(_ field: String, _ words: String, becomes new: String) {
        self.field = field
        self.words = words
        self.new = new
    }

    init(_ field: String, is new: String) {
        self.field = field
        words = nil
        self.new = new
    }

    func applied(to text: String) -> String {
        guard let words else { return new }
        let changed = text.replacingFirst(words, with: new)
        return changed == text ? text + new : changed
    }
}

/// What happens to one matter, act by act.
struct DemoTelling: Sendable {
    /// The matter as it was announced.
    let matter: DemoMatter
    /// Where the event was moved: the matter as its report tells it.
    private(set) var moved: DemoMatter?
    /// In the order of time.
    private(set) var steps: [DemoStep] = []
    /// When the first comment may come, and when the last.
    var comments: ClosedRange<Moment>?
    /// Nobody writes.
    var isQuiet = false

    /// The straight path.
    init(_ matter: DemoMatter) {
        self.matter = matter
        let course = matter.course
        add(.publish(.announcement), at: course.announced)
        if let noticed = course.noticed { add(.publish(.notice), at: noticed) }
        if let sent = course.materialsSent { add(.register, at: sent) }
        if let reported = course.reported { add(.publish(.report), at: reported) }
    }

    mutating func add(_ act: DemoStep.Act, at moment: Moment, by hand: DemoStep.Hand = .publisher) {
        let place = steps.firstIndex { $0.at > moment } ?? steps.count
        steps.insert(DemoStep(at: moment, act: act, hand: hand), at: place)
    }

    /// Moves the event, and with it the report.
    mutating func move(to day: Day, reported: Moment) {
        var moved = matter
        moved.course.move(to: day, reported: reported)
        self.moved = moved
        removeSteps { if case .publish(.report, _) = $0.act { true } else { false } }
        add(.publish(.report), at: reported)
    }

    mutating func removeSteps(where isGone: (DemoStep) -> Bool) { steps.removeAll(where: isGone) }

    /// The telling as far as it has come.
    func told(by now: Moment) -> DemoTelling {
        var told = self
        told.removeSteps { $0.at > now }
        return told
    }
}

extension DemoAgenda {
    /// A moment of the n-th working day from a day, when offices are open.
    func office(_ workingDays: Int, from day: Day, _ random: inout SeededRandom) -> Moment {
        DemoCourse.office(calendar.workingDay(workingDays, from: day)?.day ?? day, &random)
    }
}
