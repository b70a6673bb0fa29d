// What 全文查询 is narrowed to, chosen from lists: first by what, then to which value.
import Model

/// Changes a filter with pick lists, and with the calendar for days.
struct FullTextFiltering {
    private enum Part: CaseIterable {
        case system, kind, reach, days

        var name: String {
            switch self {
            case .system: "系统"
            case .kind: "种类"
            case .reach: "单位"
            case .days: "日期"
            }
        }

        func value(_ filter: FullTextFilter) -> String {
            let chosen =
                switch self {
                case .system: filter.system?.title
                case .kind: filter.kind?.name
                case .reach: filter.reach.name
                case .days: filter.days
                }
            return chosen ?? "全部"
        }
    }

    private enum Asked {
        case part
        case value([(label: String, filter: FullTextFilter)])
        case from
        case until(from: Day)
    }

    private var asked: Asked?

    mutating func begin(_ filter: FullTextFilter) -> Effect {
        asked = .part
        return .push(ChoiceScreen("筛选", Part.allCases.map { "\($0.name): \($0.value(filter))" } + ["去掉全部条件"]))
    }

    /// - Returns: the filter that was chosen, or what is asked next; neither when the answer is not to something asked here.
    mutating func receive(_ answer: Answer, _ filter: FullTextFilter, _ desk: Desk) -> (FullTextFilter?, Effect) {
        let asked = asked
        self.asked = nil
        switch (asked, answer) {
        case (.part, .chosen(let line)):
            guard Part.allCases.indices.contains(line) else { return (FullTextFilter(), .none) }
            return (nil, ask(Part.allCases[line], filter, desk))
        case (.value(let values), .chosen(let line)):
            if values.indices.contains(line) { return (values[line].filter, .none) }
            self.asked = .from
            return (nil, askDay("从哪一天起", filter.from ?? desk.today, desk))
        case (.from, .day(let from)):
            self.asked = .until(from: from)
            return (nil, askDay("到哪一天止", filter.until ?? desk.today, desk))
        case (.until(let from), .day(let until)):
            guard from <= until else { return (nil, .refuse("止日 \(until) 早于起日 \(from); 请按 F4 重新选日期")) }
            return (Self.with(filter) { ($0.from, $0.until) = (from, until) }, .none)
        default: return (nil, .none)
        }
    }

    private mutating func ask(_ part: Part, _ filter: FullTextFilter, _ desk: Desk) -> Effect {
        let values = Self.values(part, filter, desk)
        asked = .value(values)
        let lines = values.map(\.label) + (part == .days ? ["自己选起止日期.."] : [])
        let current = values.firstIndex { $0.filter == filter } ?? values.count
        return .push(ChoiceScreen(part.name, lines, current: min(current, lines.count - 1)))
    }

    private func askDay(_ title: String, _ day: Day, _ desk: Desk) -> Effect {
        switch desk.read({ (office, session) throws(Refusal) in try office.context(in: session) }) {
        case .failure(let refusal): .refuse(refusal.sentence)
        case .success(let context):
            .push(DayScreen(title, day: day, today: desk.today, calendar: context.calendar))
        }
    }

    /// The values of a part, each with the filter it makes; the first takes the condition away.
    private static func values(
        _ part: Part, _ filter: FullTextFilter, _ desk: Desk
    ) -> [(label: String, filter: FullTextFilter)] {
        switch part {
        case .system:
            [("全部", with(filter) { $0.system = nil })]
                + Procedure.all.map { procedure in
                    (procedure.system.title, with(filter) { $0.system = procedure.system })
                }
        case .kind:
            [("全部", with(filter) { $0.kind = nil })]
                + FullTextKind.all.map { kind in (kind.name, with(filter) { $0.kind = kind }) }
        case .reach:
            FullTextFilter.Reach.allCases.map { reach in (reach.name, with(filter) { $0.reach = reach }) }
        case .days:
            PublicationSpan.usual(today: desk.today).map { name, span in
                span == .all
                    ? (name, with(filter) { ($0.from, $0.until) = (nil, nil) })
                    : (
                        "\(name)  \(span.from) 至 \(span.to)",
                        with(filter) { ($0.from, $0.until) = (span.from, span.to) }
                    )
            }
        }
    }

    private static func with(_ filter: FullTextFilter, _ change: (inout FullTextFilter) -> Void) -> FullTextFilter {
        var changed = filter
        change(&changed)
        return changed
    }
}
