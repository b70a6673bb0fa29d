// Asking for a span of days: the usual ones in a list, any other typed.
import Model

/// The list of spans that are asked for most, and the small form for any other.
enum SpanChoice {
    /// - Parameter deed: what happened on the days, such as 发布.
    static func ask(_ span: PublicationSpan, of deed: String, today: Day) -> Effect {
        let offered = PublicationSpan.offered(today: today)
        return .push(
            ChoiceScreen(
                "\(deed)日期", offered.map(\.text) + ["自己填起止日期.."],
                current: offered.firstIndex { $0.span == span } ?? offered.count))
    }

    /// The span of a line of that list; nil for the line that asks for others.
    static func span(_ line: Int, today: Day) -> PublicationSpan? {
        let usual = PublicationSpan.usual(today: today)
        return usual.indices.contains(line) ? usual[line].span : nil
    }

    static func typed(_ span: PublicationSpan, of deed: String, _ desk: Desk) -> Effect {
        switch desk.read({ (office, session) throws(Refusal) in try office.context(in: session) }) {
        case .failure(let refusal): .refuse(refusal.sentence)
        case .success(let context): .push(ListViewScreen(.span(span, of: deed), calendar: context.calendar))
        }
    }
}

extension PublicationSpan {
    /// The days in words, whatever happened on them.
    var words: String {
        switch (from == .first, to == .last) {
        case (true, true): "全部日期"
        case (true, false): "\(to) 以前"
        case (false, true): "\(from) 以后"
        case (false, false): "\(from) 至 \(to)"
        }
    }
}
