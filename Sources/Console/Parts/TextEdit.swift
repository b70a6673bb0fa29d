// A text being edited: a field of one line or a box of several, with its limit, its keys and what of it is seen.

/// Editing grapheme by grapheme. A key that means nothing here is `.ignored` and belongs to the form.
struct TextEdit: Equatable, Sendable {
    enum Shape: Equatable, Sendable { case singleLine, multiLine }

    let shape: Shape
    /// The most characters, as a reader counts them; a line end counts as one.
    let limit: Int?
    /// The room it is shown in, which pages and scrolling go by.
    private(set) var size: Size
    private(set) var wrap: TextWrap
    /// The first line seen of a box.
    private(set) var firstLine = 0
    /// The first character seen of a field.
    private(set) var firstCharacter = 0
    /// Whether the cursor, standing between two lines, is shown after the upper one.
    var staysOnUpperLine = false
    /// The column that up and down try to keep.
    var goal: Int?
    /// Where the selected text begins or ends, the cursor being its other end; nil while nothing is selected.
    var anchor: Int?
    /// Whether every move selects.
    var isSelecting = false

    var buffer: TextBuffer

    /// - Parameter atStart: whether the cursor begins in front of the text, to be read, and not behind it, to be gone on with.
    init(
        _ text: String = "", shape: Shape = .singleLine, limit: Int? = nil, size: Size = Size(rows: 1, columns: 60),
        atStart: Bool = false
    ) {
        self.shape = shape
        self.limit = limit
        self.size = size
        buffer = TextBuffer(TextCleaning.clean(text, lineEnds: shape == .multiLine))
        if atStart { buffer.moveCursor(to: 0) }
        wrap = TextWrap(buffer.characters, columns: Self.textColumns(shape, size.columns))
        keepCursorSeen()
    }

    var characters: [Character] { buffer.characters }
    var cursor: Int { buffer.cursor }
    var text: String { String(buffer.characters) }
    var isEmpty: Bool { buffer.characters.isEmpty }

    /// How much is typed, as `已输入 412 / 2000 字`, and how much of it is selected.
    var counter: String {
        let selected = selection.map { "已选 \($0.count) 字, " } ?? (isSelecting ? "正在选文字, " : "")
        return selected + (limit.map { "已输入 \(characters.count) / \($0) 字" } ?? "已输入 \(characters.count) 字")
    }

    /// Takes the room it will be drawn in, after the first layout and after each resize.
    mutating func fit(_ size: Size) {
        guard size != self.size else { return }
        self.size = size
        let columns = Self.textColumns(shape, size.columns)
        if columns != wrap.columns { rewrap(columns: columns) }
        keepCursorSeen()
    }

    mutating func handle(_ key: Key) -> TextEditOutcome {
        let outcome = perform(key)
        if outcome != .ignored { keepCursorSeen() }
        return outcome
    }

    /// Inserts pasted text as far as the limit allows; the sentence says how much was left out.
    mutating func paste(_ pasted: String) -> TextEditOutcome {
        let text = TextCleaning.clean(pasted, lineEnds: shape == .multiLine)
        guard !text.isEmpty else { return .ignored }
        buffer.closeGroup()
        defer { keepCursorSeen() }
        let place = selection ?? cursor..<cursor
        if replace(place, with: text, as: .whole) { return .changed }
        guard let limit else { return .ignored }
        let pastedCount = text.count
        let room = max(0, limit - characters.count + place.count)
        guard room > 0, replace(place, with: String(text.prefix(room)), as: .whole) else {
            return .refused("最多 \(limit) 字, 已输入 \(characters.count) 字, 粘贴的 \(pastedCount) 字没有录入")
        }
        let leftOut = "只录入前 \(room) 字, 其余 \(pastedCount - room) 字没有录入"
        return .shortened("粘贴的 \(pastedCount) 字超出上限 \(limit) 字, \(leftOut)")
    }

    /// Inserts the text of a file whole or not at all, so that one undo takes it back; line ends behind it are left out.
    mutating func insert(_ text: String, from file: String) -> TextEditOutcome {
        var text = TextCleaning.clean(text, lineEnds: shape == .multiLine)
        while text.last?.isNewline == true { text.removeLast() }
        guard !text.isEmpty else { return .refused("\(file) 里没有文字") }
        buffer.closeGroup()
        defer { keepCursorSeen() }
        guard replace(selection ?? cursor..<cursor, with: text, as: .whole) else {
            return .refused("\(file) 有 \(text.count) 字, 这一栏最多 \(limit ?? 0) 字, 已输入 \(characters.count) 字, 没有放进去")
        }
        return .changed
    }

    /// Puts a chosen value in place of the whole text, so that one undo brings the typed one back.
    mutating func replaceAll(with text: String) -> TextEditOutcome {
        let text = TextCleaning.clean(text, lineEnds: shape == .multiLine)
        buffer.closeGroup()
        defer { keepCursorSeen() }
        guard replace(0..<characters.count, with: text, as: .whole) else { return refusal }
        return .changed
    }

    private mutating func perform(_ action: TextEditAction) -> TextEditOutcome {
        switch action {
        case .undo: return restore(buffer.undo())
        case .redo: return restore(buffer.redo())
        case .clear: return erase(0..<characters.count, as: .whole)
        case .cutToEnd: return erase(cursor..<endToCut, as: .whole)
        case .select: return beginOrEndSelecting()
        case .selectAll: return select(0..<characters.count)
        // What is copied belongs to the desk, which puts it in as a paste.
        case .cut, .copy, .paste: return .ignored
        }
    }

    private mutating func perform(_ key: Key) -> TextEditOutcome {
        if let action = TextEditAction.of(key) { return perform(action) }
        return switch key {
        case .character(let typed): type(String(typed))
        case .enter where shape == .multiLine: type("\n")
        case .backspace: erase(selection ?? cursor - 1..<cursor, as: selection == nil ? .erasing : .whole)
        case .delete: erase(selection ?? cursor..<cursor + 1, as: selection == nil ? .erasing : .whole)
        case .escape where isSelecting || selection != nil: endSelecting()
        default: move(key)
        }
    }

    // MARK: Edits

    private mutating func type(_ typed: String) -> TextEditOutcome {
        let text = TextCleaning.clean(typed, lineEnds: shape == .multiLine)
        guard !text.isEmpty else { return .ignored }
        guard replace(selection ?? cursor..<cursor, with: text, as: .typing) else { return refusal }
        // What is undone at once is a clause, not the whole afternoon.
        if let last = text.unicodeScalars.last?.value, last == 0x0A || LineBreaking.closes(last) { buffer.closeGroup() }
        return .changed
    }

    private mutating func erase(_ range: Range<Int>, as kind: TextHistory.Kind) -> TextEditOutcome {
        guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= characters.count else { return .ignored }
        return replace(range, with: "", as: kind) ? .changed : .ignored
    }

    /// Ctrl-K cuts to the end of the paragraph, and at its end the line end.
    private var endToCut: Int {
        guard cursor < characters.count else { return cursor }
        if characters[cursor] == "\n" { return cursor + 1 }
        return characters[cursor...].firstIndex(of: "\n") ?? characters.count
    }

    private var refusal: TextEditOutcome { .refused("最多 \(limit ?? 0) 字, 已输入 \(characters.count) 字") }

    private mutating func replace(_ range: Range<Int>, with text: String, as kind: TextHistory.Kind) -> Bool {
        guard let change = buffer.replace(range, with: text, as: kind, limit: limit ?? .max) else { return false }
        wrap.update(buffer.characters, after: change)
        forgetMoves()
        return true
    }

    private mutating func restore(_ isDone: Bool) -> TextEditOutcome {
        guard isDone else { return .ignored }
        rewrap(columns: wrap.columns)
        return .changed
    }

    private mutating func rewrap(columns: Int) {
        wrap = TextWrap(buffer.characters, columns: columns)
        forgetMoves()
    }

    private mutating func forgetMoves() {
        goal = nil
        staysOnUpperLine = false
        anchor = nil
        isSelecting = false
    }

    private mutating func keepCursorSeen() {
        firstLine = firstLineSeen(in: wrap, rows: size.rows)
        firstCharacter = firstCharacterSeen(columns: size.columns)
    }
}
