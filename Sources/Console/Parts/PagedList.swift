// A list that pages by key: the rows of one page, the row in hand, and how keys turn pages.
import Model

/// A list over the store of which one page is held, so that a million rows turn as fast as ten.
struct PagedList<Row: PagedRow>: Sendable {
    /// Reads a page: the place wanted and the most rows.
    typealias Reader = (PagePlace<Row.Record>, Int) -> Result<Page<Row>, Refusal>

    private(set) var page = Page<Row>()
    private(set) var cursor = 0
    private var pageRows = 1
    /// What one row is counted by, such as 件.
    private let measure: String

    init(counting measure: String) { self.measure = measure }

    var rows: [Row] { page.rows }
    var current: Row? { rows.indices.contains(cursor) ? rows[cursor] : nil }

    /// Where one is, as `第 1-13 件 共 41 件`.
    var position: String {
        rows.isEmpty
            ? "共 0 \(measure)"
            : "第 \(page.position)-\(page.position + rows.count - 1) \(measure) 共 \(page.total) \(measure)"
    }

    /// Forgets what was read.
    mutating func empty() { (page, cursor) = (Page(), 0) }

    mutating func fit(rows: Int) { pageRows = max(1, rows) }

    /// Reads the page anew and keeps the row in hand, wherever a colleague's act has moved it.
    mutating func read(_ reader: Reader) -> Effect {
        // A page that has shrunk begins with the row in hand, so that it stays in sight; on the first page what colleagues have
        // added stands before it.
        let place: PagePlace<Row.Record>? =
            if cursor >= pageRows {
                current.map { .at($0.id) }
            } else {
                page.position <= 1 ? nil : page.first.map { .from($0) }
            }
        return load(place ?? .first, reader, pointingAt: current?.id)
    }

    /// Reads the first page anew, with the cursor on the first row.
    mutating func readFirst(_ reader: Reader) -> Effect {
        cursor = 0
        return load(.first, reader)
    }

    /// Puts the cursor on a row, on the page that is seen if it is there.
    mutating func show(_ row: Identifier<Row.Record>, _ reader: Reader) -> Effect {
        guard let index = rows.firstIndex(where: { $0.id == row }) else {
            return load(.at(row), reader, pointingAt: row)
        }
        cursor = index
        return .none
    }

    /// Puts the cursor on a row if the list holds it; else it stays where it is.
    mutating func follow(_ row: Identifier<Row.Record>, _ reader: Reader) -> Effect {
        if case .success(let its) = reader(.at(row), 1), its.rows.first?.id == row { return show(row, reader) }
        return .none
    }

    /// - Returns: nil when the key does not move in the list.
    mutating func type(_ key: Key, _ reader: Reader) -> Effect? {
        switch Paging.key(key) {
        case .up:
            if cursor > 0 { cursor -= 1 } else { return turn(back: 1, reader) }
        case .down:
            if cursor + 1 < rows.count { cursor += 1 } else { return turn(on: 1, reader) }
        case .pageUp: return turn(back: pageRows, reader)
        case .pageDown: return turn(on: pageRows, reader)
        case .home: return readFirst(reader)
        case .end:
            cursor = pageRows
            return load(.last, reader)
        default: return nil
        }
        return Effect.none
    }

    /// Reads a page; one that no longer fills the screen gives way to the last, one that the row in hand has left to the page
    /// of that row, as long as the list holds it.
    private mutating func load(
        _ place: PagePlace<Row.Record>, _ reader: Reader, pointingAt row: Identifier<Row.Record>? = nil
    ) -> Effect {
        switch reader(place, pageRows) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let page):
            if let row, !page.rows.contains(where: { $0.id == row }), place != .at(row),
                case .success(let its) = reader(.at(row), pageRows), its.rows.first?.id == row
            {
                return load(.at(row), reader, pointingAt: row)
            }
            if page.rows.count < min(pageRows, page.total), place.isFixed {
                return load(.last, reader, pointingAt: row)
            }
            self.page = page
            let found = row.flatMap { id in page.rows.firstIndex { $0.id == id } }
            cursor = found ?? min(cursor, max(0, page.rows.count - 1))
            return .none
        }
    }

    /// Turns to the next page; at the end of the list the cursor goes to the last row.
    private mutating func turn(on count: Int, _ reader: Reader) -> Effect {
        guard let last = page.last, page.position + rows.count - 1 < page.total else {
            cursor = max(0, rows.count - 1)
            return count == 1 ? .say("已是最后一\(measure)") : .none
        }
        if count == 1 { cursor = 0 }
        return load(.after(last), reader)
    }

    /// Turns to the page before; at the top the cursor goes to the first row.
    private mutating func turn(back count: Int, _ reader: Reader) -> Effect {
        guard let first = page.first, page.position > 1 else {
            cursor = 0
            return count == 1 ? .say("已是第一\(measure)") : .none
        }
        if count == 1 { cursor = pageRows }
        let effect = load(.before(first), reader)
        if page.position == 1, rows.count < pageRows { return load(.first, reader) }
        return effect
    }
}

extension PagePlace {
    /// Whether the page begins at a row and not at an end or beside another page.
    fileprivate var isFixed: Bool {
        switch self {
        case .from, .at: true
        case .first, .last, .after, .before: false
        }
    }
}
