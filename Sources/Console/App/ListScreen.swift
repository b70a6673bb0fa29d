// A screen that is one long list of the store: how it pages, whatever its rows are.
import Model

/// A list of which one page is held. What it lists, and how a row looks, is the screen's own.
protocol ListScreen: Screen {
    associatedtype Row: PagedRow & Equatable

    var list: PagedList<Row> { get set }
    /// The rows of the work area that are not the list's.
    static var surroundings: Int { get }
    /// What is said where another session has changed rows that are in view; nil where that is seen without words.
    static var changedWords: String? { get }
    /// Reads a page of what the screen lists now.
    func page(
        _ place: PagePlace<Row.Record>, _ limit: Int, _ office: Office, _ session: Session
    ) throws(Refusal) -> Page<Row>
}

extension ListScreen {
    static var changedWords: String? { nil }
    var inHand: AnyHashable? { list.current?.id }

    mutating func fit(_ size: Size) { list.fit(rows: size.rows - Self.surroundings) }

    mutating func read(_ desk: Desk) -> Effect { list.read(reader(desk)) }

    mutating func notice(_ desk: Desk) -> String? {
        let before = list.rows
        if case .refuse(let sentence) = read(desk) { return sentence }
        return list.rows == before ? nil : Self.changedWords
    }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? { list.type(key, reader(desk)) }

    func reader(_ desk: Desk) -> PagedList<Row>.Reader {
        { place, limit in
            desk.read { (office, session) throws(Refusal) in try page(place, limit, office, session) }
        }
    }
}
