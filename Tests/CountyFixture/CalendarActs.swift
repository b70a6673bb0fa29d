// Files of the work calendar, and the acts on them that tests do.
import Model

/// Calendar files as offices send them.
public enum CalendarLines {
    /// A whole year of the nation's arrangement, invented: each holiday on its day, one make-up day.
    public static func national(_ year: Int, off more: [String] = []) -> [String] {
        let source = "国务院办公厅关于 \(year) 年部分节假日安排的通知 (样例)"
        let days = [
            ("01-01", "off", "元旦"), ("05-01", "off", "劳动节"), ("10-01", "off", "国庆节"), ("10-02", "off", "国庆节"),
            ("10-03", "off", "国庆节"), ("10-10", "working", "国庆节"),
        ]
        return days.map { "\(year)-\($0.0),\($0.1),\($0.2),\(source)" } + more.map { "\($0),off,春节,\(source)" }
    }

    /// Days off of a government's own.
    public static func own(_ days: String..., name: String = "核桃节") -> [String] {
        days.map { "\($0),off,\(name),漾政发〔2026〕3 号" }
    }

    public static func file(_ lines: [String], name: String = "日历.csv") -> FileContent {
        FileContent(name: name, bytes: Array((["date,kind,name,source"] + lines).joined(separator: "\n").utf8))
    }
}

extension County {
    public func calendarOwner(nation: Bool, in session: Session) throws -> CalendarOwner {
        guard let owner = try office.calendarOwners(in: session).first(where: { $0.isNation == nation }) else {
            throw Refusal("the clerk has no such layer")
        }
        return owner
    }

    /// What a change of the site's own layer, or of the nation's, would do.
    public func plan(
        _ change: CalendarChange, nation: Bool = false, in session: Session
    ) throws -> CalendarPlan {
        try office.checkCalendar(change, of: calendarOwner(nation: nation, in: session), in: session)
    }

    /// Imports lines into the site's own layer, or into the nation's.
    @discardableResult
    public func importCalendar(
        _ lines: [String], nation: Bool = false, in session: Session
    ) throws -> CalendarPlan {
        let file = ImportedCalendar(CalendarLines.file(lines))
        return try office.perform(ChangeCalendar(plan(.replace(file), nation: nation, in: session)), in: session)
            .outcome
    }

    /// Takes a year of the site's own layer, or of the nation's, back.
    @discardableResult
    public func takeBackCalendar(
        _ year: Int, nation: Bool = false, reason: String = "文件作废", in session: Session
    ) throws -> CalendarPlan {
        let plan = try plan(.takeBack(year: year), nation: nation, in: session)
        return try office.perform(ChangeCalendar(plan, reason: reason), in: session).outcome
    }
}
