// The arithmetic between a day's number and its year, month and day in the Gregorian calendar.

/// Year, month and day of a day number.
///
/// Years are taken to begin in March: the leap day is then the last day of a year, of four years and of four hundred, and
/// every cycle can be divided out without asking which years are leap years.
struct Civil {
    let year: Int
    let month: Int
    let day: Int

    /// Days from 0000-03-01 to 1970-01-01.
    private static let epoch = 719_468
    private static let daysInFourYears = 4 * 365 + 1
    private static let daysInCentury = 25 * daysInFourYears - 1
    private static let daysInFourCenturies = 4 * daysInCentury + 1

    init(number: Int32) {
        let sinceYearZero = Int(number) + Civil.epoch
        let (cycle, dayOfCycle) = sinceYearZero.quotientAndRemainder(dividingBy: Civil.daysInFourCenturies)
        // The last day of the longer century or year would begin a fifth one: it belongs to the fourth.
        let century = min(dayOfCycle / Civil.daysInCentury, 3)
        let dayOfCentury = dayOfCycle - century * Civil.daysInCentury
        let (fourYears, dayOfFourYears) = dayOfCentury.quotientAndRemainder(dividingBy: Civil.daysInFourYears)
        let single = min(dayOfFourYears / 365, 3)
        let dayOfYear = dayOfFourYears - single * 365

        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - Civil.daysBefore(monthFromMarch) + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = 400 * cycle + 100 * century + 4 * fourYears + single + (month < 3 ? 1 : 0)
    }

    /// Days since 1970-01-01 of a day that exists, in a year after 0.
    static func number(year: Int, month: Int, day: Int) -> Int32 {
        let fromMarch = month < 3 ? year - 1 : year
        let leapDays = fromMarch / 4 - fromMarch / 100 + fromMarch / 400
        let dayOfYear = daysBefore((month + 9) % 12) + day - 1
        return Int32(365 * fromMarch + leapDays + dayOfYear - epoch)
    }

    /// Days from 1 March to the first of a month, March being 0: five months always have 153 days.
    private static func daysBefore(_ monthFromMarch: Int) -> Int {
        (153 * monthFromMarch + 2) / 5
    }
}
