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

            init(_ deadline: Deadline) {
                rule = deadline.rule
                label = deadline.label
                due = deadline.due.description
                light = deadline.light.rawValue
                metAt = deadline.metAt?.iso
                lateDays = deadline.lateDays
            }
        }
        let number: String?
        let system: String
        let site: String
        let unit: String
        let title: String
        let period: String?
        let eventDay: String?
        let eventAbout: String?
        let light: String
        let states: [State]
        let deadlines: [Due]
        let unposted: [String]

        init(_ statement: Statement) {
            let procedure = statement.procedure
            system = procedure.system.rawValue
            site = statement.site
            unit = statement.unit
            light = statement.light.rawValue
            switch statement.subject {
            case .matter(let matter):
                number = matter.number.description
                title = matter.title
                period = nil
                eventDay = matter.event.day?.description
                eventAbout = matter.event.about
                states = procedure.stateDocuments.map { document in
                    State(
                        document: document.kind.rawValue, name: document.name,
                        state: procedure.cell(document.kind, published: matter.published, isEnded: matter.isEnded).text)
                }
                unposted = procedure.documents.map(\.kind).filter(matter.unposted.contains).map(\.rawValue)
                deadlines = matter.deadlines.map(Due.init)
            case .period(let deadline, _):
                number = nil
                title = deadline.label
                period = deadline.period?.code
                (eventDay, eventAbout) = (nil, deadline.period?.text)
                (states, unposted) = ([], [])
                deadlines = [Due(deadline)]
            }
        }
    }
}
