// A deadline as its row tells it.
internal import GRDB

extension Deadline {
    /// A row of `deadline`; nil where its day cannot be read.
    /// - Parameters:
    ///   - event: the day it was counted from, whose year's days off it rests on as much as on its own.
    ///   - isMatterEnded: whether its matter was ended (终止).
    init?(
        _ row: Row, _ procedure: Procedure?, from event: Day?, isMatterEnded: Bool, today: Day, calendar: WorkCalendar
    ) {
        guard let due = Day(row["due_day"] as String) else { return nil }
        let metAt = (row["met_at"] as String?).flatMap(Moment.init(utc:))
        let lateDays: Int? = row["late_days"]
        let light: Light =
            if metAt != nil {
                lateDays == nil ? .met : .metLate
            } else if row["ended_at"] != nil {
                .ended
            } else {
                Light(due: due, today: today, calendar: calendar)
            }
        let rule: String = row["rule"]
        let years = Set([due.year, event?.year ?? due.year]).sorted()
        let unknownYear = light == .met ? nil : years.first { !calendar.isKnown(year: $0) }
        let described = procedure?.deadlines.first { $0.name == rule }
        let period = (row["period"] as String?).flatMap(Quarter.init(code:))
        self.init(
            rule: rule, period: period,
            label: described?.label ?? period.flatMap { procedure?.duty?.label(of: $0) } ?? rule,
            verb: described?.verb ?? "发布", due: due, metAt: metAt,
            lateDays: lateDays, lateReason: row["late_reason"], light: light,
            isMatterEnded: isMatterEnded, remark: unknownYear.map(WorkCalendar.sentence(unknownYear:)))
    }
}
