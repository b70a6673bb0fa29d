// Lines of Chinese text as they are seen in a box, a preview and a help page.

import CountyFixture
import Testing

@testable import Console

@Suite("Lines of a text")
struct TextWrapTests {
    private func lines(_ text: String, columns: Int) -> [String] {
        let characters = Array(text)
        let wrap = TextWrap(characters, columns: columns)
        return wrap.lines.indices.map { String(characters[wrap.drawn($0, of: characters)]) }
    }

    @Test("An empty text is one empty line, and a line end at the end opens one more")
    func emptyText() {
        #expect(lines("", columns: 10) == [""])
        #expect(lines("听证\n", columns: 10) == ["听证", ""])
        #expect(lines("\n\n", columns: 10) == ["", "", ""])
    }

    @Test("A full line of Chinese ends where the columns do")
    func chineseFillsTheLine() {
        #expect(lines("关于调整城市供水价格", columns: 10) == ["关于调整城", "市供水价格"])
        #expect(lines("关于调整城市供水价格", columns: 11) == ["关于调整城", "市供水价格"])
    }

    @Test("A closing sign never begins a line: the character before it comes along")
    func closingSignsStayBehind() {
        #expect(lines("关于调整城，市供水", columns: 10) == ["关于调整", "城，市供水"])
        #expect(lines("《管理办法》。", columns: 10) == ["《管理办", "法》。"])
        #expect(lines("关于调整城”；", columns: 10) == ["关于调整", "城”；"])
    }

    @Test("An opening sign never ends a line")
    func openingSignsGoDown() {
        #expect(lines("依据规定《办法》", columns: 10) == ["依据规定", "《办法》"])
        #expect(lines("依据规定（“办法", columns: 12) == ["依据规定", "（“办法"])
    }

    @Test("Numbers, addresses and words are kept whole when they fit")
    func wordsStayWhole() {
        #expect(lines("电话0872-7521234转", columns: 12) == ["电话", "0872-7521234", "转"])
        #expect(lines("see the notice", columns: 8) == ["see the", "notice"])
        #expect(lines("abcdefghijkl", columns: 5) == ["abcde", "fghij", "kl"])
    }

    @Test("A blank that does not fit hangs at the end of its line and the next line begins with the word")
    func blankHangs() {
        #expect(lines("hello world", columns: 5) == ["hello", "world"])
        #expect(lines("hello \nworld", columns: 5) == ["hello", "world"])
    }

    @Test("A dash and an ellipsis, which are two signs each, are not torn apart")
    func dashIsNotSplit() {
        // Their width is 1 or 2 by setting, so only what begins a line is looked at.
        for columns in 6...12 {
            for line in lines("县政府决定——予以公告……特此", columns: columns) {
                #expect(!(line.hasPrefix("—") && !line.hasPrefix("——")))
                #expect(!(line.hasPrefix("…") && !line.hasPrefix("……")))
            }
        }
    }

    @Test("One column or none still shows every character once", arguments: [-1, 0, 1])
    func hardlyAnyColumns(columns: Int) {
        #expect(lines("听a，\n证", columns: columns) == ["听", "a", "，", "证"])
    }

    @Test("Whatever the text, its lines cover it once and keep within the columns", arguments: 0..<60)
    func linesCoverTheText(seed: Int) {
        var numbers = SeededNumbers(seed: UInt64(seed))
        let text = RandomText.characters(Int.random(in: 0...200, using: &numbers), using: &numbers)
        let columns = Int.random(in: 1...30, using: &numbers)
        expectSound(TextWrap(text, columns: columns), of: text)
    }

    @Test("After any edit the lines are those of a text wrapped anew", arguments: 0..<60)
    func editedLinesAreFreshLines(seed: Int) {
        var numbers = SeededNumbers(seed: UInt64(seed) &+ 1000)
        var text = RandomText.characters(Int.random(in: 0...120, using: &numbers), using: &numbers)
        var wrap = TextWrap(text, columns: Int.random(in: 1...14, using: &numbers))
        for _ in 0..<60 {
            let start = Int.random(in: 0...text.count, using: &numbers)
            let removed = Int.random(in: 0...min(text.count - start, 9), using: &numbers)
            let inserted = RandomText.characters(Int.random(in: 0...6, using: &numbers), using: &numbers)
            text.replaceSubrange(start..<start + removed, with: inserted)
            wrap.update(text, after: TextChange(start: start, removed: removed, inserted: inserted.count))
            let fresh = TextWrap(text, columns: wrap.columns)
            #expect(wrap == fresh, "\(String(text).debugDescription) at \(wrap.columns)")
            if wrap != fresh { return }
        }
    }

    private func expectSound(_ wrap: TextWrap, of text: [Character]) {
        var next = 0
        for (number, line) in wrap.lines.enumerated() {
            #expect(line.lowerBound == next)
            next = line.upperBound
            let drawn = wrap.drawn(number, of: text)
            #expect(TextWrap.width(of: text[drawn]) <= wrap.columns || drawn.count == 1)
            guard number > 0, let first = text[line].first, text[line.lowerBound - 1] != "\n" else { continue }
            let above = wrap.lines[number - 1]
            let isClosing = LineBreaking.closes(first.unicodeScalars.first?.value ?? 0)
            let couldBreak = above.dropFirst().contains { LineBreaking.allows(between: text[$0 - 1], and: text[$0]) }
            #expect(!(isClosing && couldBreak && text[above.upperBound - 1] != " "), "\(String(text).debugDescription)")
        }
        #expect(next == text.count)
    }
}
