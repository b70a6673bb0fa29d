// Which sums by year, month and day a span is made of.
import CountyFixture
import Testing

@testable import Model

@Suite("Sums of figures")
struct FigureSumTests {
    private func parts(_ from: String, _ to: String, largest: FigureSum = .year) throws -> [String] {
        let span = PublicationSpan(from: try #require(Day(from)), to: try #require(Day(to)))
        return FigureSum.parts(of: span, largest: largest).map { "\($0.sum) \($0.from) \($0.to)" }
    }

    @Test("a span is made of whole years and months, and of days at its ends")
    func fewest() throws {
        #expect(
            try parts("2024-11-21", "2026-02-03") == [
                "day 2024-11-21 2024-11-30", "month 2024-12 2024-12", "year 2025 2025", "month 2026-01 2026-01",
                "day 2026-02-01 2026-02-03",
            ])
        #expect(try parts("2024-02-01", "2024-02-29") == ["month 2024-02 2024-02"])
        #expect(try parts("2024-02-02", "2024-02-02") == ["day 2024-02-02 2024-02-02"])
        #expect(try parts("2023-01-01", "2024-12-31", largest: .month) == ["month 2023-01 2024-12"])
        #expect(FigureSum.parts(of: .all) == [FigureSum.Part(sum: .year, span: .all)])
    }

    @Test(
        "the parts of a random span follow one another, and no day is left out or told twice",
        arguments: Seeds.first(50, inSoak: 500))
    func whole(seed: UInt64) throws {
        var random = SeededNumbers(seed: seed)
        let ends = [Day.first, .last, Day.first.adding(days: 400), Day.last.adding(days: -400)]
        func day() -> Day {
            let end = ends.randomElement(using: &random) ?? .first
            return end.adding(days: Int.random(in: -800...800, using: &random))
        }
        let span = PublicationSpan(from: day(), to: day())
        for largest in FigureSum.allCases {
            let parts = FigureSum.parts(of: span, largest: largest)
            #expect(parts.first?.span.from == span.from && parts.last?.span.to == span.to)
            for (part, next) in zip(parts, parts.dropFirst()) {
                #expect(next.span.from - part.span.to == 1 && next.sum != part.sum)
            }
            #expect(parts.count <= (largest == .year ? 5 : largest == .month ? 3 : 1))
        }
    }
}
