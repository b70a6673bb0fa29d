// A day said back to the clerk who typed or chose it.

extension WorkCalendar {
    /// `2026-12-08 周二 工作日`, and which holiday makes it so: `2026-10-10 周六 工作日（国庆节调休）`.
    public func echo(of day: Day) -> String {
        let standing = reason(of: day)
        let plain = "\(day) \(day.weekday.name) \(standing.isWorking ? "工作日" : "休息日")"
        guard let name = standing.name else { return plain }
        return "\(plain)（\(name)\(standing.isWorking ? "调休" : "")）"
    }

    /// The sentence owed wherever a date depends on a year that has no arrangement yet; nil for the others.
    public func warning(about day: Day) -> String? {
        reason(of: day).guessed ? WorkCalendar.sentence(unknownYear: day.year) : nil
    }
}
