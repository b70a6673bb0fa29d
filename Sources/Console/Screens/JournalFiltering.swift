// What 操作日志 is narrowed to, chosen from lists: first by what, then to which value.
import Model

/// Changes a filter with pick lists; a matter is looked for by its number or some words of its title.
struct JournalFiltering {
    private enum Part: CaseIterable {
        case who, act, matter, days, outcome

        var name: String {
            switch self {
            case .who: "帐号"
            case .act: "办理"
            case .matter: "事项"
            case .days: "日期"
            case .outcome: "结果"
            }
        }

        func value(_ filter: JournalFilter) -> String {
            let chosen =
                switch self {
                case .who: filter.who?.name
                case .act: filter.act?.title
                case .matter: filter.matter?.text
                case .days: filter.span == .all ? nil : filter.span.words
                case .outcome: filter.isRefused ? "没有办成的" : nil
                }
            return chosen ?? "全部"
        }
    }

    private enum Asked {
        case part
        case value([(label: String, filter: JournalFilter)])
        case words
        case span
    }

    private var asked: Asked?

    mutating func begin(_ filter: JournalFilter) -> Effect {
        asked = .part
        return .push(ChoiceScreen("筛选", Part.allCases.map { "\($0.name): \($0.value(filter))" } + ["去掉全部条件"]))
    }

    /// - Returns: the filter that was chosen, or what is asked next; neither when the answer is not to something asked here.
    mutating func receive(_ answer: Answer, _ filter: JournalFilter, _ desk: Desk) -> (JournalFilter?, Effect) {
        let asked = asked
        self.asked = nil
        switch (asked, answer) {
        case (.part, .chosen(let line)):
            guard Part.allCases.indices.contains(line) else { return (JournalFilter(), .none) }
            return (nil, ask(Part.allCases[line], filter, desk))
        case (.value(let values), .chosen(let line)): return (values[line].filter, .none)
        case (.words, .text(let words)): return (nil, find(words, filter, desk))
        case (.span, .chosen(let line)):
            if let span = SpanChoice.span(line, today: desk.today) {
                return (Self.with(filter) { $0.span = span }, .none)
            }
            self.asked = .span
            return (nil, SpanChoice.typed(filter.span, of: "办理", desk))
        case (.span, .span(let span)): return (Self.with(filter) { $0.span = span }, .none)
        default: return (nil, .none)
        }
    }

    private mutating func ask(_ part: Part, _ filter: JournalFilter, _ desk: Desk) -> Effect {
        switch part {
        case .who:
            return choose(
                part, filter,
                of: desk.read { (office, session) throws(Refusal) in
                    try office.journalPeople(in: session)
                }
            ) { who in
                (who.name, Self.with(filter) { $0.who = who })
            } without: {
                $0.who = nil
            }
        case .act:
            return choose(
                part, filter,
                of: desk.read { (office, session) throws(Refusal) in
                    try office.journalActs(in: session)
                }
            ) { act in
                (act.title, Self.with(filter) { $0.act = act })
            } without: {
                $0.act = nil
            }
        case .matter:
            asked = .words
            return .push(FindScreen("", in: "事项的编号或标题"))
        case .days:
            asked = .span
            return SpanChoice.ask(filter.span, of: "办理", today: desk.today)
        case .outcome:
            return choose(part, filter, of: .success([true])) { refused in
                ("没有办成的", Self.with(filter) { $0.isRefused = refused })
            } without: {
                $0.isRefused = false
            }
        }
    }

    /// The matters that were found; the first line takes the condition away.
    private mutating func find(_ words: String, _ filter: JournalFilter, _ desk: Desk) -> Effect {
        let found = desk.read { (office, session) throws(Refusal) in try office.journalMatters(words, in: session) }
        if case .success(let matters) = found, matters.isEmpty {
            return .refuse("没有编号是 \(words) 或标题中有这几个字的事项; 请按 F4 重新选")
        }
        return choose(.matter, filter, of: found) { matter in
            (matter.text, Self.with(filter) { $0.matter = matter })
        } without: {
            $0.matter = nil
        }
    }

    private mutating func choose<Value>(
        _ part: Part, _ filter: JournalFilter, of values: Result<[Value], Refusal>,
        _ choice: (Value) -> (label: String, filter: JournalFilter), without: (inout JournalFilter) -> Void
    ) -> Effect {
        switch values {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let values):
            let choices = [(label: "全部", filter: Self.with(filter, without))] + values.map(choice)
            asked = .value(choices)
            let current = choices.firstIndex { $0.filter == filter } ?? 0
            return .push(ChoiceScreen(part.name, choices.map(\.label), current: current))
        }
    }

    private static func with(_ filter: JournalFilter, _ change: (inout JournalFilter) -> Void) -> JournalFilter {
        var changed = filter
        change(&changed)
        return changed
    }
}
