// A change of one layer of the work calendar, and what it does to the layer's days.

/// What is to be done to a layer.
public enum CalendarChange: Sendable {
    /// The file's days take the place of those the layer has in the file's years.
    case replace(ImportedCalendar)
    /// The layer's days of a year are taken back; of the nation's, what comes with the program holds again.
    case takeBack(year: Int)

    /// What is written for the layer afterwards.
    /// - Parameter stored: what has been imported for it so far.
    func days(after stored: [DayException], for owner: CalendarOwner) -> [DayException] {
        switch self {
        case .replace(let file):
            let years = file.replacedYears(forNation: owner.isNation)
            let named = Set(file.days.map(\.day))
            return stored.filter { !years.contains($0.day.year) && !named.contains($0.day) } + file.days
        case .takeBack(let year): return stored.filter { $0.day.year != year }
        }
    }

    /// The years it is about, ascending.
    func years(for owner: CalendarOwner) -> [Int] {
        switch self {
        case .replace(let file): file.replacedYears(forNation: owner.isNation).sorted()
        case .takeBack(let year): [year]
        }
    }
}

/// One day of a layer that is another than before.
public struct DayChange: Hashable, Sendable {
    public let day: Day
    /// Nil where the layer said nothing of the day.
    public let before: DayException?
    public let after: DayException?

    /// What differs between two states of a layer, in the order of time.
    static func between(_ before: CalendarLayer, _ after: CalendarLayer) -> [DayChange] {
        Set(before.exceptions.keys).union(after.exceptions.keys).sorted().compactMap { day in
            let change = DayChange(day: day, before: before.exceptions[day], after: after.exceptions[day])
            return change.before == change.after ? nil : change
        }
    }
}

extension DayException {
    /// `放假 国庆节` or `上班 国庆节`.
    public var words: String { "\(kind == .off ? "放假" : "上班") \(name)" }
}
