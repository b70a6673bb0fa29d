// The sums that figures are kept in, and which of them a span of days is made of.

/// Sums in the store: those of a year, of a month, or of a day of announcement.
enum FigureSum: String, CaseIterable {
    case year, month, day

    /// One after the other, sums of one kind each.
    struct Part: Equatable {
        let sum: FigureSum
        let span: PublicationSpan

        var from: String { code(span.from) }
        var to: String { code(span.to) }

        private func code(_ day: Day) -> String { String(day.description.prefix(sum.length)) }
    }

    /// The fewest sums that make a span.
    /// - Parameter largest: sums of longer times are not taken.
    static func parts(of span: PublicationSpan, largest: FigureSum = .year) -> [Part] {
        parts(span, allCases.drop { $0 != largest })
    }

    private static func parts(_ span: PublicationSpan, _ sums: ArraySlice<FigureSum>) -> [Part] {
        guard let sum = sums.first else { return [] }
        let smaller = sums.dropFirst()
        guard let whole = sum.whole(in: span) else { return parts(span, smaller) }
        var parts = [Part(sum: sum, span: whole)]
        if span.from < whole.from {
            parts = Self.parts(PublicationSpan(from: span.from, to: whole.from.adding(days: -1)), smaller) + parts
        }
        if whole.to < span.to {
            parts += Self.parts(PublicationSpan(from: whole.to.adding(days: 1), to: span.to), smaller)
        }
        return parts
    }

    var table: String { "\(rawValue)_figures" }

    /// How many characters of a day name its year or month, such as `2026-11`.
    var length: Int {
        switch self {
        case .year: 4
        case .month: 7
        case .day: 10
        }
    }

    var name: String {
        switch self {
        case .year: "年合计"
        case .month: "月合计"
        case .day: "日合计"
        }
    }

    /// The whole years, months or days within a span; nil where there are none.
    private func whole(in span: PublicationSpan) -> PublicationSpan? {
        let (first, last) = (time(of: span.from), time(of: span.to))
        let from = first.from == span.from ? first.from : Day(number: first.to.number + 1)
        let to = last.to == span.to ? last.to : Day(number: last.from.number - 1)
        guard let from, let to, from <= to else { return nil }
        return PublicationSpan(from: from, to: to)
    }

    /// The year, month or day in which a day lies.
    private func time(of day: Day) -> PublicationSpan {
        let civil = day.civil
        let month = day.adding(days: 1 - civil.day)
        return switch self {
        case .year:
            PublicationSpan(
                from: Day(year: civil.year, month: 1, day: 1) ?? day,
                to: Day(year: civil.year, month: 12, day: 31) ?? day)
        case .month:
            PublicationSpan(
                from: month, to: month.adding(days: Day.daysInMonth(civil.month, of: civil.year) - 1))
        case .day: PublicationSpan(from: day, to: day)
        }
    }
}
