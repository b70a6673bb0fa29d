// When an invented hearing is announced, noticed, held and reported.

/// The course of one hearing. What lies after the demo's present has not happened.
struct DemoCourse: Sendable {
    /// How the announcement gives the hearing's date.
    enum Given: Sendable { case exact, approximate, open }

    /// A course in working days, by which hearings are described before they have dates.
    struct Terms: Sendable {
        var given = Given.exact
        /// Announced so many working days before the hearing.
        var lead: Int
        /// Noticed so many working days before the hearing; nil for never.
        var notice: Int?
        /// Reported so many working days after the hearing; nil for never.
        var report: Int?
    }

    let given: Given
    private(set) var hearing: Day
    let starts: TimeOfDay
    let ends: TimeOfDay
    let announced: Moment
    let noticed: Moment?
    private(set) var reported: Moment?
    /// When the materials went to the representatives (H11).
    let materialsSent: Moment?
    /// The last day on which comments are timely.
    let commentsUntil: Day

    /// The moment when the hearing is over.
    var over: Moment { Moment.at(hearing, ends) }
    /// The hearing's date is public.
    var isExact: Bool { given == .exact || noticed != nil }

    init(
        _ terms: Terms, hearing: Day, announced: Moment? = nil, now: Moment, calendar: WorkCalendar,
        _ random: inout SeededRandom
    ) {
        func day(_ n: Int) -> Day { calendar.workingDay(n, from: hearing)?.day ?? hearing }
        let morning = random.chance(percent: 70)
        given = terms.given
        self.hearing = hearing
        starts = TimeOfDay(minutesSinceMidnight: (morning ? 9 * 60 : 14 * 60 + 30) + 30 * random.below(2))
        ends = TimeOfDay(minutesSinceMidnight: (morning ? 11 * 60 : 17 * 60) + 30 * random.below(2))
        let announced = announced ?? Self.office(day(-terms.lead), &random)
        self.announced = announced
        let noticed = terms.notice.map { Self.office(day(-$0), &random) }
        self.noticed = noticed.flatMap { $0 > announced && $0 <= now ? $0 : nil }
        let reported = terms.report.map { Self.office(day($0), &random) }
        self.reported = self.noticed == nil ? nil : reported.flatMap { $0 <= now ? $0 : nil }
        commentsUntil = max(day(-random.within(2...4)), announced.day)
        var own = SeededRandom(seed: UInt64(bitPattern: announced.milliseconds))
        let sent = Self.office(day(own.chance(percent: 12) ? -2 : -own.within(3...5)), &own)
        materialsSent = self.noticed.flatMap { sent > $0 && sent <= now ? sent : nil }
    }

    /// Puts the hearing off; its report is then published at another moment.
    mutating func move(to day: Day, reported moment: Moment) {
        hearing = day
        reported = moment
    }

    /// A moment of a day when offices are open.
    static func office(_ day: Day, _ random: inout SeededRandom) -> Moment {
        let second = random.below(6 * 3600)
        return Moment.at(day, hour: second < 3 * 3600 ? 8 : 11, minute: 40).adding(seconds: second)
    }

    /// What is said of a date that is not fixed yet: 12月中旬.
    var about: String {
        switch given {
        case .open: "待定"
        case .exact, .approximate:
            "\(hearing.month)月\(hearing.day <= 10 ? "上" : hearing.day <= 20 ? "中" : "下")旬"
        }
    }
}
