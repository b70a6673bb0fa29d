// A year, a quarter or a month as a clerk types it, and the days it has.

/// Reads the ways an office names a stretch of time; what is understood is shown again as days.
public enum TypedSpan {
    /// Reads `2026`, `2026年`, `2026-Q3`, `2026年3季度`, `第3季度`, `2026-09`, `202609`, `2026年9月`, `9月`, and a single day as
    /// `TypedDay` does; full-width too. Without a year the latest that has begun is meant.
    public static func read(_ text: String, today: Day) -> Result<PublicationSpan, TypedSpanRefusal> {
        let typed = TypedText(text)
        var rest = Substring(typed.folded.uppercased())
        var year: Int?
        if let number = rest.prefix(4).plainNumber, rest.prefix(4).utf8.count == 4 {
            year = number
            rest = rest.dropFirst(4)
            if let separator = rest.first, "-/.年".contains(separator) { rest = rest.dropFirst() }
        }
        if let number = quarter(rest) {
            guard (1...4).contains(number) else { return .failure(.noSuchQuarter(number)) }
            return span(year, today) { Quarter($0, number).flatMap(PublicationSpan.init(of:)) }
        }
        if let number = month(rest, hasYear: year != nil) {
            guard (1...12).contains(number) else { return .failure(.noSuchMonth(number)) }
            return span(year, today) { Day(year: $0, month: number, day: 1).map(PublicationSpan.init(monthOf:)) }
        }
        if rest.isEmpty, let year, TypedDay.years.contains(year) {
            return span(year, today, PublicationSpan.init(year:))
        }
        guard case .success(let day) = TypedDay.read(text, today: today) else {
            return .failure(.notATime(typed.shown))
        }
        return .success(PublicationSpan(from: day, to: day))
    }

    /// Reads `Q3`, `3季度`, `第三季度`.
    private static func quarter(_ text: Substring) -> Int? {
        if text.hasPrefix("Q") { return text.dropFirst().plainNumber }
        for end in ["季度", "季"] where text.hasSuffix(end) {
            let number = text.dropLast(end.count).drop { $0 == "第" }
            return number.plainNumber ?? digits[String(number)]
        }
        return nil
    }

    /// Reads `9月`, and behind a year `09`.
    private static func month(_ text: Substring, hasYear: Bool) -> Int? {
        let isNamed = text.hasSuffix("月")
        let number = isNamed ? text.dropLast() : text
        return (isNamed || hasYear) && number.utf8.count <= 2 ? number.plainNumber : nil
    }

    /// As it is typed, where a span is a whole year, quarter or month.
    static func text(_ span: PublicationSpan) -> String? {
        let quarter = Quarter(of: span.from)
        if span == PublicationSpan(year: span.from.year) { return "\(span.from.year)" }
        if span == PublicationSpan(of: quarter) { return quarter.code }
        return span == PublicationSpan(monthOf: span.from) ? String(span.from.description.prefix(7)) : nil
    }

    private static let digits = ["一": 1, "二": 2, "三": 3, "四": 4]

    /// The span of a year, or without one the latest that has begun.
    private static func span(
        _ year: Int?, _ today: Day, _ make: (Int) -> PublicationSpan?
    ) -> Result<PublicationSpan, TypedSpanRefusal> {
        if let year {
            guard TypedDay.years.contains(year), let span = make(year) else { return .failure(.yearOutside(year)) }
            return .success(span)
        }
        let latest = [today.year, today.year - 1].lazy.compactMap(make).first { $0.from <= today }
        return latest.map(Result.success) ?? .failure(.yearOutside(today.year))
    }
}

/// Why a typed year, quarter or month was not taken.
public enum TypedSpanRefusal: Error, Hashable, Sendable {
    case notATime(String)
    case yearOutside(Int)
    case noSuchQuarter(Int)
    case noSuchMonth(Int)

    public var sentence: String {
        switch self {
        case .notATime(let typed): "看不懂 \"\(typed)\", 请写成 2026、2026-Q3 (或 2026年3季度)、2026-09 (或 2026年9月)"
        case .yearOutside(let year): TypedDay.Refusal.yearOutside(year).sentence
        case .noSuchQuarter(let number): "没有第 \(number) 季度, 季度为 1 至 4"
        case .noSuchMonth(let number): TypedDay.Refusal.noSuchMonth(number).sentence
        }
    }
}

extension PublicationSpan {
    init?(year: Int) {
        guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else {
            return nil
        }
        self.init(from: first, to: last)
    }

    init?(of quarter: Quarter) {
        guard let first = quarter.firstDay, let last = quarter.lastDay else { return nil }
        self.init(from: first, to: last)
    }

    init(monthOf day: Day) {
        let first = day.adding(days: 1 - day.day)
        self.init(from: first, to: first.adding(days: Day.daysInMonth(day.month, of: day.year) - 1))
    }
}
