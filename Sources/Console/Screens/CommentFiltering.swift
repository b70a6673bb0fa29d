// What the list of comments is narrowed to, chosen from lists: first by what, then to which value.
import Model

/// Changes a filter with two pick lists, one after the other.
struct CommentFiltering {
    /// What a filter can be narrowed by.
    enum Part: CaseIterable { case matter, state, channel, age }

    private enum Asked {
        case part
        case value([(label: String, filter: CommentFilter)])
    }

    private let procedure: Procedure
    private var asked: Asked?

    init(_ procedure: Procedure) { self.procedure = procedure }

    mutating func begin(_ filter: CommentFilter, matter: String?) -> Effect {
        asked = .part
        let lines = Part.allCases.map { "\(Self.name($0)): \(Self.value($0, filter, matter: matter))" }
        return .push(ChoiceScreen("筛选", lines + ["去掉全部条件"]))
    }

    /// - Returns: the filter that was chosen, or the next pick list; neither when the answer is not to something asked here.
    mutating func receive(_ answer: Answer, _ filter: CommentFilter, _ desk: Desk) -> (CommentFilter?, Effect) {
        let asked = asked
        self.asked = nil
        guard case .chosen(let line) = answer else { return (nil, .none) }
        switch asked {
        case nil: return (nil, .none)
        case .value(let values): return (values[line].filter, .none)
        case .part:
            guard Part.allCases.indices.contains(line) else {
                return (CommentFilter(system: filter.system, isSiteWide: filter.isSiteWide), .none)
            }
            let part = Part.allCases[line]
            let values = values(part, filter, desk)
            self.asked = .value(values)
            let current = values.firstIndex { $0.filter == filter } ?? 0
            return (nil, .push(ChoiceScreen(Self.name(part), values.map(\.label), current: current)))
        }
    }

    private static func name(_ part: Part) -> String {
        switch part {
        case .matter: "事项"
        case .state: "状态"
        case .channel: "渠道"
        case .age: "答复期限"
        }
    }

    private static func value(_ part: Part, _ filter: CommentFilter, matter: String?) -> String {
        let chosen =
            switch part {
            case .matter: matter
            case .state: filter.states.isEmpty ? nil : CommentFilter(states: filter.states).sentence
            case .channel: filter.channel?.name
            case .age: filter.age?.name
            }
        return chosen ?? "全部"
    }

    /// The values of a part, each with the filter it makes; the first takes the condition away.
    private func values(
        _ part: Part, _ filter: CommentFilter, _ desk: Desk
    ) -> [(label: String, filter: CommentFilter)] {
        func filters<Value>(_ all: [(String, Value)], _ field: WritableKeyPath<CommentFilter, Value>) -> [(
            label: String, filter: CommentFilter
        )] {
            all.map { label, value in
                var changed = filter
                changed[keyPath: field] = value
                return (label, changed)
            }
        }
        switch part {
        case .matter: return filters([("全部", nil)] + matters(desk), \.matter)
        case .state:
            return filters(
                [("全部", []), CommentFilter.unanswered] + CommentState.allCases.map { ($0.name, [$0]) }, \.states)
        case .channel:
            let channels = try? desk.read { (office, session) throws(Refusal) in
                try office.channels(in: session)
            }.get()
            return filters([("全部", nil)] + (channels ?? []).map { ($0.name, $0) }, \.channel)
        case .age: return filters([("全部", nil)] + CommentFilter.Age.allCases.map { ($0.name, $0) }, \.age)
        }
    }

    /// The most matters offered to choose from; an older one is opened from 群众建议管理.
    private static let mostMatters = 200

    private func matters(_ desk: Desk) -> [(String, Identifier<Matter>?)] {
        let page = try? desk.read { [procedure] (office, session) throws(Refusal) in
            try office.commentedMatters(procedure, .first, limit: Self.mostMatters, in: session)
        }.get()
        return (page?.rows ?? []).map { ("\($0.number) \($0.title)", $0.id) }
    }
}
