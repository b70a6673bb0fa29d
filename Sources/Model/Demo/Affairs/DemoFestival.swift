// The days off that the demo's county has of its own.

/// The day of the county's founding, 1 November, of the present year and the next: the system administrator imports it in the morning.
struct DemoFestival: Sendable {
    let file: ImportedCalendar
    let at: Moment

    init(_ agenda: DemoAgenda) {
        at = agenda.now
        let year = agenda.now.day.year
        let days = [year, year + 1].compactMap { Day(year: $0, month: 11, day: 1) }.map {
            DayException(day: $0, kind: .off, name: "县庆日", source: "漾濞彝族自治县自治条例 (演示)")
        }
        file = ImportedCalendar(FileContent(name: "漾濞县庆日.csv", bytes: CalendarFile.file(of: days)))
    }
}
