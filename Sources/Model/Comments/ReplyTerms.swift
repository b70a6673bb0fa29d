// C1: until when a comment is to be answered.

/// The deadlines for replies, counted from the day a comment was received; never stored, so that a change of days off or settings
/// holds for every open comment at once.
public struct ReplyTerms: Sendable {
    let settings: Settings
    let calendar: WorkCalendar
    let today: Day

    public init(settings: Settings, calendar: WorkCalendar, today: Day) {
        self.settings = settings
        self.calendar = calendar
        self.today = today
    }

    /// C1: 7 working days, 15 for complex ones; both are settings.
    public func workingDays(_ channel: Channel, isExtended: Bool) -> Int {
        let days = settings.replyDays(channel)
        return isExtended ? max(days, settings.complexReplyDays) : days
    }

    /// The last day for the reply; the day of receipt does not count.
    public func due(received: Day, by channel: Channel, isExtended: Bool) -> Day {
        calendar.workingDay(workingDays(channel, isExtended: isExtended), from: received)?.day ?? Day.last
    }

    /// The day before which a comment was received if and only if its reply was due before `day`.
    func received(dueBefore day: Day, by channel: Channel, isExtended: Bool) -> Day {
        calendar.workingDay(-workingDays(channel, isExtended: isExtended), from: day)?.day ?? Day.first
    }

    /// The first day that is no longer near.
    var endOfSoon: Day { Light.lastSoonDay(today: today, calendar: calendar).adding(days: 1) }

    /// How an answer of a day is judged: the working days it took, and whether they were too many. It is judged once, when it is given.
    func judged(received: Day, by channel: Channel, isExtended: Bool, answered: Day) -> (days: Int, isLate: Bool) {
        (
            max(0, calendar.workingDays(after: received, through: answered)),
            answered > due(received: received, by: channel, isExtended: isExtended)
        )
    }

    /// How a deadline stands, and the working days left until it or, once answered, between the answer and it.
    /// - Parameter answered: the day of the answer, and how it was judged.
    func standing(
        due: Day, state: CommentState, answered: (day: Day, isLate: Bool)?
    ) -> (light: Light, workingDaysLeft: Int) {
        let left = calendar.workingDays(after: answered?.day ?? today, through: due)
        switch state {
        case .hidden, .duplicate: return (.ended, left)
        case .answered: return (answered?.isLate == true ? .metLate : .met, left)
        case .waiting, .handled: return (Light(due: due, today: today, calendar: calendar), left)
        }
    }
}
