// Two texts of a form side by side: field by field the old and the new, with what changed marked.
import Model

/// What differs between two fillings of a form. Only the fields that differ are shown whole; the others are named.
struct Comparison: Equatable {
    /// One field in both texts.
    struct Item: Equatable {
        var label: String
        var old: String
        var new: String
        /// Whether the new text only stands there because nobody has touched it: the old one then takes its place.
        var gives: Bool

        init(_ label: String, old: String, new: String, gives: Bool = false) {
            self.label = label
            self.old = old
            self.new = new
            self.gives = gives
        }
    }

    /// What the two texts are to each other, which the words for a difference depend on.
    enum Kind: Equatable {
        /// The right one was made of the left one.
        case versions
        /// Each was written without the other.
        case texts
    }

    /// A row as it is seen: both columns, or one line over both.
    private struct Row: Equatable {
        var left: StyledLine
        var right: StyledLine?
    }

    private let left: String
    private let right: String
    private let items: [Item]
    private let kind: Kind
    private var size = Size(rows: 1, columns: 1)
    private var rows: [Row] = []
    private var top = 0

    /// - Parameters:
    ///   - left: what stands over the old text, such as 第 1 版.
    ///   - right: what stands over the new one.
    ///   - items: every field of the form, in its order.
    ///   - kind: whether one was made of the other.
    init(_ left: String, _ right: String, _ items: [Item], _ kind: Kind = .versions) {
        self.left = left
        self.right = right
        self.items = items
        self.kind = kind
    }

    /// The heading's row and the rule below it.
    private static let surroundings = 2

    private var page: Int { max(1, size.rows - Self.surroundings) }
    /// The columns of one text, a blank on either side of the line between them.
    private var half: Int { max(4, (size.columns - 3) / 2) }

    /// Whether there is more than fits at once.
    var scrolls: Bool { rows.count > page }
    /// Where one is, as `第 1-20 行 共 64 行`.
    var position: String { "第 \(top + 1)-\(min(rows.count, top + page)) 行 共 \(rows.count) 行" }

    mutating func fit(_ size: Size) {
        guard size != self.size else { return }
        self.size = size
        layOut()
        scroll(to: top)
    }

    /// - Returns: false when the key does not scroll.
    mutating func handle(_ key: Key) -> Bool {
        // One row of the old page stays in sight.
        switch key {
        case .up: scroll(to: top - 1)
        case .down: scroll(to: top + 1)
        case .pageUp: scroll(to: top - max(1, page - 1))
        case .pageDown: scroll(to: top + max(1, page - 1))
        case .home: scroll(to: 0)
        case .end: scroll(to: rows.count)
        default: return false
        }
        return true
    }

    private mutating func scroll(to row: Int) { top = min(max(0, row), max(0, rows.count - page)) }

    private mutating func layOut() {
        rows = []
        for item in items where item.old != item.new {
            if !rows.isEmpty { add(.empty) }
            add(StyledLine(item.label, .label).then(word(for: item), .dim))
            for pair in AlignedParagraphs.pairs(item.old, item.new) {
                switch pair {
                case .same(let count): add(StyledLine(".. 相同的 \(count) 段", .dim))
                case .changed(let old, let new): add(old ?? "", new ?? "")
                }
            }
        }
        let same = items.filter { $0.old == $0.new && !$0.new.isEmpty }.map(\.label).joined(separator: "、")
        if rows.isEmpty { add(StyledLine("两边的内容一样。")) }
        guard !same.isEmpty else { return }
        add(.empty)
        for line in StyledLine("\(kind == .versions ? "没有改动" : "两边一样"): \(same)", .dim, indent: 2).wrapped(
            to: max(4, size.columns))
        { add(line) }
    }

    private mutating func add(_ line: StyledLine) { rows.append(Row(left: line, right: nil)) }

    /// A paragraph in both columns, what differs marked.
    private mutating func add(_ old: String, _ new: String) {
        let difference = TextDifference(old, new)
        let lefts = Self.line(difference.old, difference.removed).wrapped(to: half)
        let rights = Self.line(difference.new, difference.added).wrapped(to: half)
        for index in 0..<max(lefts.count, rights.count) {
            rows.append(
                Row(
                    left: lefts.indices.contains(index) ? lefts[index] : .empty,
                    right: rights.indices.contains(index) ? rights[index] : .empty))
        }
    }

    /// The change in a word, for whoever cannot see the marks.
    private func word(for item: Item) -> String {
        switch kind {
        case .versions: item.old.isEmpty ? "  新填写" : item.new.isEmpty ? "  已删去" : "  有改动"
        case .texts where item.gives: "  您没有改过, 接着写时用左边的"
        case .texts: item.old.isEmpty ? "  只有右边填写" : item.new.isEmpty ? "  只有左边填写" : "  两边不同"
        }
    }

    private static func line(_ text: [Character], _ marked: [Bool]) -> StyledLine {
        var line = StyledLine.empty
        for (character, isMarked) in zip(text, marked) {
            let style: Style = isMarked ? .changed : .plain
            if line.spans.last?.style == style {
                line.spans[line.spans.count - 1].text.append(character)
            } else {
                line = line.then(String(character), style)
            }
        }
        return line
    }

    func draw(on canvas: Canvas) {
        let second = half + 3
        canvas.put(left, row: 0, column: 0, style: .label, width: half)
        canvas.put(right, row: 0, column: second, style: .label, width: half)
        canvas.mark("│", row: 0, column: half + 1)
        canvas.rule(row: 1)
        for (index, row) in rows.dropFirst(top).prefix(canvas.rows - Self.surroundings).enumerated() {
            let at = index + Self.surroundings
            guard let right = row.right else {
                row.left.draw(on: canvas, row: at)
                continue
            }
            row.left.draw(on: canvas.part(row: 0, column: 0, columns: half), row: at)
            canvas.mark("│", row: at, column: half + 1)
            right.draw(on: canvas.part(row: 0, column: second, columns: half), row: at)
        }
        canvas.placeCursor(row: min(Self.surroundings, canvas.rows - 1), column: 0)
    }
}

extension Comparison {
    /// Every field of a form in two fillings, as a clerk reads them.
    static func items(_ form: Form, old: FormValues, new: FormValues) -> [Item] {
        form.fields.map { field in
            Item(
                field.label, old: old[field.name].map(field.reading) ?? "",
                new: new[field.name].map(field.reading) ?? "")
        }
    }

    /// Every field of a document in two versions, and the files.
    static func items(_ form: Form, old: DocumentVersion, new: DocumentVersion) -> [Item] {
        func names(_ version: DocumentVersion) -> String { version.attachments.map(\.name).joined(separator: "\n") }
        return items(form, old: old.values, new: new.values) + [Item("附件", old: names(old), new: names(new))]
    }
}
