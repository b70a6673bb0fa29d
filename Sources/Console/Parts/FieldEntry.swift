// One field of a form on the screen: what is typed in it, and how it is drawn and edited.
import Model

/// A field being filled in.
struct FieldEntry: Equatable {
    static let labelColumns = 11
    private static let dayColumns = 16
    /// Where a date is read back.
    static let echoColumn = 1 + labelColumns + dayColumns + 1

    let field: Field
    /// The typed text; for choices the code, for ticks empty or "1".
    private(set) var text: String
    /// The editor of a field that is typed.
    private var edit: TextEdit?
    /// Whether the cursor has just come into a date, time or number that stands there: the first character typed replaces it.
    private var isReplaced = false

    /// - Parameter isGiven: whether the text was there before the clerk wrote anything: a box of it is read from its beginning.
    init(_ field: Field, _ text: String, isGiven: Bool = false) {
        self.field = field
        self.text = text
        switch field.kind {
        case .line: edit = TextEdit(text, limit: field.limit)
        case .text: edit = TextEdit(text, shape: .multiLine, limit: field.limit, atStart: isGiven)
        case .day, .time, .count: edit = TextEdit(text, limit: 20, size: Size(rows: 1, columns: Self.dayColumns))
        case .choice, .tick: edit = nil
        }
    }

    static func == (left: FieldEntry, right: FieldEntry) -> Bool {
        left.field.name == right.field.name && left.text == right.text && left.edit == right.edit
            && left.isReplaced == right.isReplaced
    }

    /// A box of several lines has its label above it.
    var isBox: Bool { if case .text = field.kind { true } else { false } }
    /// A date, a time, a number or a choice needs no whole row.
    var isShort: Bool {
        switch field.kind {
        case .day, .time, .count, .choice: true
        case .line, .text, .tick: false
        }
    }
    var isTyped: Bool { edit != nil }

    /// Rows the field takes, its errors not counted.
    var rows: Int { isBox ? 1 + boxRows : 1 }
    private var boxRows: Int { min(8, max(3, edit?.wrap.lines.count ?? 0)) }

    var counter: String { edit?.counter ?? "" }
    var selectedText: String? { edit?.selectedText }

    mutating func fit(columns: Int) {
        switch field.kind {
        case .line: edit?.fit(Size(rows: 1, columns: max(10, columns - Self.labelColumns - 2)))
        case .text:
            edit?.fit(Size(rows: 8, columns: max(10, columns - 4)))
            let rows = boxRows
            edit?.fit(Size(rows: rows, columns: max(10, columns - 4)))
        default: break
        }
    }

    /// Puts a chosen value in; one undo brings the typed one back.
    mutating func set(_ text: String) {
        _ = edit?.replaceAll(with: text)
        self.text = text
    }

    /// The cursor has come into the field.
    mutating func enter() {
        switch field.kind {
        case .day, .time, .count: isReplaced = !text.isEmpty
        case .line, .text, .choice, .tick: break
        }
    }

    /// - Returns: nil when the field has no use for the key.
    mutating func type(_ key: Key) -> TextEditOutcome? {
        switch field.kind {
        case .choice(let choices):
            switch key {
            case .character(" "), .right: choose(choices, step: 1)
            case .left: choose(choices, step: -1)
            default: return nil
            }
            return .changed
        case .tick:
            guard key == .character(" ") else { return nil }
            text = text.isEmpty ? "1" : ""
            return .changed
        default:
            guard let outcome = handle(key), outcome != .ignored else { return nil }
            isReplaced = false
            text = edit?.text ?? ""
            return outcome
        }
    }

    private mutating func handle(_ key: Key) -> TextEditOutcome? {
        if isReplaced, case .character(let typed) = key { return edit?.replaceAll(with: String(typed)) }
        return edit?.handle(Paging.key(key))
    }

    mutating func paste(_ pasted: String) -> TextEditOutcome? {
        guard let outcome = isReplaced ? edit?.replaceAll(with: pasted) : edit?.paste(pasted) else { return nil }
        isReplaced = false
        text = edit?.text ?? ""
        return outcome
    }

    /// Puts the text of a file in at the cursor, whole or not at all.
    mutating func insert(_ inserted: String, from file: String) -> TextEditOutcome? {
        guard let outcome = edit?.insert(inserted, from: file) else { return nil }
        text = edit?.text ?? ""
        return outcome
    }

    /// Selects the next place where the words stand.
    mutating func find(_ words: [Character], goesRound: Bool) -> Bool {
        edit?.find(words, goesRound: goesRound) ?? false
    }

    /// Puts the cursor in front of the text.
    mutating func moveToStart() { _ = edit?.handle(.held(.control, .home)) }

    private mutating func choose(_ choices: [Field.Choice], step: Int) {
        // From 未选 the first step leads to the first choice, the first step back to the last.
        let current = choices.firstIndex { $0.code == text } ?? (step > 0 ? -1 : 0)
        text = choices[(current + step + choices.count) % choices.count].code
    }

    /// - Parameter echo: what stands behind a date: its weekday and whether it is a working day.
    func draw(on canvas: Canvas, focused: Bool, echo: String) {
        canvas.put(field.isRequired ? "*" : " ", row: 0, column: 0, style: .dim)
        canvas.put(field.label, row: 0, column: 1, style: .label)
        let column = 1 + Self.labelColumns
        switch field.kind {
        case .line:
            edit?.draw(
                on: canvas.part(row: 0, column: column, rows: 1, columns: canvas.columns - column - 1), focused: focused
            )
        case .text:
            canvas.putRight(counter, row: 0, column: column, width: canvas.columns - column - 1, style: .dim)
            edit?.draw(on: canvas.part(row: 1, column: 2, rows: boxRows, columns: canvas.columns - 4), focused: focused)
        case .day, .time, .count:
            edit?.draw(
                on: canvas.part(row: 0, column: column, rows: 1, columns: Self.dayColumns), focused: focused,
                style: focused && isReplaced ? .current : .field)
            canvas.put(echo, row: 0, column: Self.echoColumn, style: .dim)
        case .choice(let choices):
            let label = choices.first { $0.code == text }?.label ?? "未选"
            put("< \(label) >", at: column, on: canvas, focused: focused)
        case .tick(let statement):
            put("[\(text.isEmpty ? " " : "x")] \(statement)", at: column, on: canvas, focused: focused)
        }
    }

    private func put(_ text: String, at column: Int, on canvas: Canvas, focused: Bool) {
        canvas.put(text, row: 0, column: column, style: focused ? .current : .field)
        if focused { canvas.placeCursor(row: 0, column: column) }
    }
}
