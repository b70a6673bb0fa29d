// How the cursor moves in a text being edited, and what is selected by that.

extension TextEdit {
    /// The characters between the cursor and where selecting began; nil while there are none.
    var selection: Range<Int>? {
        guard let anchor, anchor != cursor else { return nil }
        return min(anchor, cursor)..<max(anchor, cursor)
    }

    var selectedText: String? { selection.map { String(characters[$0]) } }

    /// The line on which the cursor is shown.
    var cursorLine: Int { cursorLine(in: wrap) }

    // MARK: Selecting

    mutating func select(_ range: Range<Int>) -> TextEditOutcome {
        guard !range.isEmpty else { return .ignored }
        _ = go(to: range.upperBound)
        anchor = range.lowerBound
        return .moved
    }

    /// For terminals that do not tell when Shift is held down.
    mutating func beginOrEndSelecting() -> TextEditOutcome {
        guard !isSelecting, selection == nil else { return endSelecting() }
        isSelecting = true
        anchor = cursor
        return .moved
    }

    mutating func endSelecting() -> TextEditOutcome {
        isSelecting = false
        anchor = nil
        return .moved
    }

    /// Selects the next place where the words stand, behind the cursor and then from the beginning.
    /// - Parameter goesRound: whether what stands before the cursor counts, too.
    mutating func find(_ words: [Character], goesRound: Bool) -> Bool {
        let last = characters.count - words.count
        guard last >= 0, !words.isEmpty else { return false }
        func isThere(_ start: Int) -> Bool { characters[start] == words[0] && characters[start...].starts(with: words) }
        let begin = min(cursor, last + 1)
        guard
            let found = (begin..<last + 1).first(where: isThere)
                ?? (goesRound ? (0..<begin).first(where: isThere) : nil)
        else { return false }
        _ = select(found..<found + words.count)
        return true
    }

    // MARK: Moves

    /// Moves, and selects what is moved over while Shift is held down or after `select`.
    mutating func move(_ key: Key) -> TextEditOutcome {
        var (key, modifier): (Key, Modifier?) = (key, nil)
        if case .held(let held, let moved) = key { (key, modifier) = (moved, held) }
        let selects = isSelecting || modifier?.selects == true
        let (origin, selected) = (anchor ?? cursor, selection)
        let outcome =
            if !selects, modifier == nil, let selected, key == .left || key == .right {
                go(to: key == .left ? selected.lowerBound : selected.upperBound)
            } else {
                go(key, far: modifier?.reachesFar == true, toTheEnd: selects)
            }
        guard outcome != .ignored else { return .ignored }
        anchor = selects ? origin : nil
        return outcome
    }

    /// - Parameters:
    ///   - far: over words, or to the beginning or the end of the text.
    ///   - toTheEnd: whether up and down go on to the ends of the text beyond the first and last line.
    private mutating func go(_ key: Key, far: Bool, toTheEnd: Bool) -> TextEditOutcome {
        switch key {
        case .left: return go(to: far ? TextWords.start(before: cursor, in: characters) : cursor - 1)
        case .right: return go(to: far ? TextWords.start(after: cursor, in: characters) : cursor + 1)
        case .home where far: return go(to: 0)
        case .end where far: return go(to: characters.count)
        case .home: return goWithinLine(to: wrap.lines[cursorLine].lowerBound, staysOnUpperLine: false)
        case .end: return goToLineEnd()
        case .up, .down:
            let outcome = goLines(key == .up ? -1 : 1)
            guard outcome == .ignored, toTheEnd else { return outcome }
            return go(to: key == .up ? 0 : characters.count)
        case .pageUp where shape == .multiLine: return goLines(-max(1, size.rows - 1))
        case .pageDown where shape == .multiLine: return goLines(max(1, size.rows - 1))
        default: return .ignored
        }
    }

    private mutating func go(to index: Int) -> TextEditOutcome {
        guard (0...characters.count).contains(index) else { return .ignored }
        goal = nil
        staysOnUpperLine = false
        buffer.moveCursor(to: index)
        return .moved
    }

    private mutating func goWithinLine(to index: Int, staysOnUpperLine: Bool) -> TextEditOutcome {
        goal = nil
        self.staysOnUpperLine = staysOnUpperLine
        buffer.moveCursor(to: index)
        return .moved
    }

    private mutating func goToLineEnd() -> TextEditOutcome {
        let line = cursorLine
        let end = wrap.drawn(line, of: characters).upperBound
        return goWithinLine(to: end, staysOnUpperLine: isBetweenLines(end, after: line))
    }

    /// Up and down by visual lines; at the first and last one the key belongs to the form.
    private mutating func goLines(_ count: Int) -> TextEditOutcome {
        let line = cursorLine
        let target = min(max(0, line + count), wrap.lines.count - 1)
        guard target != line else { return .ignored }
        let column = goal ?? TextWrap.width(of: characters[wrap.lines[line].lowerBound..<cursor])
        let drawn = wrap.drawn(target, of: characters)
        let index = drawn.lowerBound + TextWrap.count(of: characters[drawn], within: column)
        buffer.moveCursor(to: index)
        staysOnUpperLine = isBetweenLines(index, after: target)
        goal = column
        return .moved
    }

    private func isBetweenLines(_ index: Int, after line: Int) -> Bool {
        line < wrap.lines.count - 1 && index == wrap.lines[line].upperBound
    }
}
