// A report as JSON, written row by row. Fields are only ever added.
import Foundation
import Model

/// One object: `report` (the heading), `columns`, `rows` (an object each, a line each) and `totals`.
struct JSONSheet: ReportSink {
    let stream: SheetStream
    private let encoder = JSONEncoder()
    private var columns: [ReportColumn] = []
    private var isFirst = true

    init(stream: SheetStream) {
        self.stream = stream
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    private struct Heading: Encodable {
        let title, site, unit, system, span: String
        let narrowing: String?
        let madeAt, maker: String

        init(_ heading: ReportHeading) {
            (title, site, unit, system) = (heading.title, heading.site, heading.unit, heading.system)
            (span, narrowing) = (heading.span, heading.narrowing)
            (madeAt, maker) = (heading.madeAt.iso, heading.maker)
        }
    }

    private struct Column: Encodable {
        let name, heading: String
    }

    /// The cells that hold something, by the names of their columns.
    private struct Line: Encodable {
        let cells: [(name: String, cell: ReportCell)]

        private struct Name: CodingKey {
            let stringValue: String
            let intValue: Int? = nil
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Name.self)
            for (name, cell) in cells {
                let key = Name(stringValue: name)
                switch cell {
                case .empty: continue
                case .text(let text): try container.encode(text, forKey: key)
                case .count(let count): try container.encode(count, forKey: key)
                case .share(let share): try container.encodeIfPresent(share.ratio, forKey: key)
                case .average(let average): try container.encodeIfPresent(average.value, forKey: key)
                case .day(let day): try container.encode(day.description, forKey: key)
                case .moment(let moment): try container.encode(moment.iso, forKey: key)
                }
            }
        }
    }

    private func text(_ value: some Encodable) throws -> String {
        String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    mutating func begin(_ heading: ReportHeading, _ columns: [ReportColumn]) throws {
        self.columns = columns
        let described = columns.map { Column(name: $0.name, heading: $0.heading) }
        try stream.write("{\"report\":\(try text(Heading(heading))),\n\"columns\":\(try text(described)),\n\"rows\":[")
    }

    mutating func add(_ cells: [ReportCell]) throws {
        try stream.write(isFirst ? "\n" : ",\n")
        isFirst = false
        try stream.write(try text(line(cells)))
    }

    mutating func end(totals: [ReportCell]?) throws {
        try stream.write("\n]" + (try totals.map { ",\n\"totals\":\(try text(line($0)))" } ?? "") + "}\n")
        try stream.finish()
    }

    private func line(_ cells: [ReportCell]) -> Line { Line(cells: zip(columns, cells).map { ($0.name, $1) }) }
}
