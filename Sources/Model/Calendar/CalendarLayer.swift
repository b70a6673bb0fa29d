// The exceptions one government adds to the work calendar; they hold for it and below.

/// The nation's days off, or the festivals an autonomous prefecture or county adds to them.
public struct CalendarLayer: Hashable, Sendable {
    /// The name of the nation's own layer.
    public static let nationalName = "全国"

    /// 全国, or the site whose days these are: 大理白族自治州.
    public let name: String
    public let exceptions: [Day: DayException]
    /// The years whose whole arrangement this layer gives; empty for a site that only adds festivals.
    public let years: Set<Int>

    /// When a day is given twice, the later exception holds.
    public init(name: String, exceptions: [DayException], years: Set<Int> = []) {
        self.name = name
        self.exceptions = exceptions.reduce(into: Dictionary(minimumCapacity: exceptions.count)) { $0[$1.day] = $1 }
        self.years = years
    }

    /// The layer 全国. It knows the years whose 1 October it has: the yearly arrangement always names that day, while
    /// a single day of January may come with the arrangement of the year before.
    public static func national(_ exceptions: [DayException]) -> CalendarLayer {
        let nationalDays = exceptions.lazy.map(\.day.civil).filter { $0.month == 10 && $0.day == 1 }
        return CalendarLayer(name: nationalName, exceptions: exceptions, years: Set(nationalDays.map(\.year)))
    }

    /// The layer 全国 of a store: what was imported there, before what comes with the program. A year that was imported whole has
    /// nothing of the program's any more.
    static func national(stored: [DayException]) -> CalendarLayer {
        let whole = CalendarLayer.national(stored).years
        return .national(builtIn.filter { !whole.contains($0.day.year) } + stored)
    }

    /// The arrangements that come with the program.
    static let builtIn = CalendarFile.read(NationalDays.file).exceptions
}
