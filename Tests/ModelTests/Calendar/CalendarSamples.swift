// Days and calendars the calendar tests are written with.

import CountyFixture
import Testing

@testable import Model

/// A day that exists, else the test ends here.
func day(_ iso: String) throws -> Day {
    try #require(Day(iso), "no such day: \(iso)")
}

/// A site's layer of festivals, all from one invented notice.
func layer(_ name: String, off: [String] = [], working: [String] = []) throws -> CalendarLayer {
    let kinds: [(DayException.Kind, [String])] = [(.off, off), (.working, working)]
    let exceptions = try kinds.flatMap { kind, days in
        try days.map { DayException(day: try day($0), kind: kind, name: "三月街", source: "\(name)放假通知") }
    }
    return CalendarLayer(name: name, exceptions: exceptions)
}

/// Random days of the years whose arrangements are known, the edges left out so that counts stay inside.
func knownDays(_ count: Int, seed: UInt64) throws -> [Day] {
    var random = SeededNumbers(seed: seed)
    let first = try day("2005-01-01")
    let last = try day("2025-12-31")
    return (0..<count).map { _ in first.adding(days: Int.random(in: 0...(last - first), using: &random)) }
}
