// Statements as JSON, written one by one.
import Foundation
import Model

/// The members of a JSON array, a line each. Fields are only ever added.
struct StatementJSON {
    private let encoder = JSONEncoder()

    init() { encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes] }

    func member(_ statement: Statement) throws -> String {
        String(decoding: try encoder.encode(Member(statement)), as: UTF8.self)
    }

    private struct Member: Encodable {
        struct State: Encodable {
            let document: String
            let name: String
            let state: String
        }
        struct Due: Encodable {
            let rule: String
            let label: String
            let due: String
            let light: String
            let metAt: String?
            let lateDays: Int?
        }
        let number: String
        let system: String
        let site: String
        let unit: String
        let title: String
        let eventDay: String?
        let eventAbout: String?
        let light: String
        let states: [State]
        let deadlines: [Due]

        init(_ statement: Statement) {
            let matter = statement.matter
            let procedure = statement.procedure
            number = matter.number.description
            system = procedure.system.rawValue
            site = statement.site
            unit = statement.unit
            title = matter.title
            eventDay = matter.event.day?.description
            eventAbout = matter.event.about
            light = statement.light.rawValue
            states = procedure.stateDocuments.map { document in
                State(
                    document: document.kind.rawValue, name: document.name,
                    state: procedure.cell(document.kind, published: matter.published, isEnded: matter.isEnded).text)
            }
            deadlines = matter.deadlines.map { deadline in
                Due(
                    rule: deadline.rule, label: deadline.label, due: deadline.due.description,
                    light: deadline.light.rawValue, metAt: deadline.metAt?.iso, lateDays: deadline.lateDays)
            }
        }
    }
}
