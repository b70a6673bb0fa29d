// Columns of text, by the program's own table.
import Glibc
import Testing

@testable import Console

@Suite("Widths")
struct TextWidthTests {
    @Test(
        "A character takes the columns every terminal gives it",
        arguments: [
            ("a", 1), (" ", 1), ("好", 2), ("㛃", 2), ("䶮", 2), ("𠮷", 2), ("，", 2), ("（", 2), ("Ａ", 2), ("ｱ", 1),
            ("é", 1), ("e\u{301}", 1), ("葛\u{E0100}", 2), ("가", 2), ("\u{1100}\u{1161}\u{11A8}", 2), ("ꀀ", 2),
            ("ༀ", 1), ("📢", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🇨🇳", 2), ("❤", 1), ("❤\u{FE0F}", 1), ("1\u{FE0F}\u{20E3}", 1),
            ("\u{915}\u{93E}", 2), ("\u{E000}", 1),
        ])
    func columns(text: String, columns: Int) {
        #expect(TextWidth.of(text) == columns)
    }

    @Test(
        "Signs whose width depends on the font are a class of their own",
        arguments: ["“", "”", "…", "—", "×", "①", "●", "─"])
    func ambiguous(sign: Unicode.Scalar) {
        #expect(WidthClass(sign) == .ambiguous)
        #expect(TextWidth.of(sign) == TextWidth.ambiguousColumns)
    }

    @Test("In a font that draws them wide they take two columns, for our drawing and for curses, and no frame is moved")
    func wideFont() {
        TextWidth.$ambiguousColumns.withValue(2) {
            #expect(TextWidth.of("“”…—×①●") == 14)
            #expect(TextWidth.of("好，é") == 6)
            #expect(widthForCurses(wchar_t(0x201C)) == 2)
            #expect(Printable.clean("\u{7}") == "□" && TextWidth.of("□") == 2)
            let grid = Grid(Size(rows: 3, columns: 10))
            Canvas(grid).frame()
            Canvas(grid).put("“水”价", row: 1, column: 1, width: 8)
            #expect(grid.line(1) == "│“水”价│")
            #expect(GridRules.problem(grid) == nil)
        }
    }

    @Test("A cut never halves a grapheme and fits its columns, in both fonts", arguments: [1, 2])
    func cutsWhole(ambiguous: Int) {
        let text = Printable.clean(
            "“家里\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}”\u{1F44D}\u{1F3FD}❤\u{FE0F}Café e\u{301}葛\u{E0100}\u{1F1E8}\u{1F1F3}①𠮷\u{1100}\u{1161}\u{11A8}…"
        )
        TextWidth.$ambiguousColumns.withValue(ambiguous) {
            for columns in 0...TextWidth.of(text) {
                let cut = TextWidth.fit(text, to: columns)
                #expect(TextWidth.of(cut) <= columns)
                let kept = cut == text ? cut : String(cut.dropLast(2))
                #expect(columns < 3 || text.hasPrefix(kept), "\(cut)")
            }
        }
    }

    @Test("What the quick path decides is what the table says")
    func quickPath() {
        let changes = WidthTable.changes
        var run = 0
        for value in UInt32(0)..<0x30000 {
            while run + 1 < changes.count, changes[run + 1] >> 3 <= value { run += 1 }
            guard let scalar = Unicode.Scalar(value) else { continue }
            guard WidthClass(scalar).rawValue == changes[run] & 7 else {
                Issue.record("U+\(String(value, radix: 16))")
                return
            }
        }
    }

    @Test("A cut fills the columns it may, ends in .. and never halves a character")
    func cut() {
        let title = "关于调整城市供水价格听证会的公告"
        #expect(TextWidth.fit(title, to: 32) == title)
        #expect(TextWidth.fit(title, to: 31) == "关于调整城市供水价格听证会的..")
        #expect(TextWidth.fit(title, to: 10) == "关于调整..")
        #expect(TextWidth.fit(title, to: 9) == "关于调..")
        #expect(TextWidth.fit(title, to: 2) == "..")
        #expect(TextWidth.fit(title, to: 0) == "")
        for columns in 0...34 { #expect(TextWidth.of(TextWidth.fit(title, to: columns)) <= columns) }
    }

    @Test("curses is told the same widths as our drawing")
    func cursesWidth() {
        for scalar in ["a", "好", "“", "\u{301}", "𠮷", "\u{E000}"] as [Unicode.Scalar] {
            #expect(Int(widthForCurses(wchar_t(bitPattern: scalar.value))) == TextWidth.of(scalar))
        }
        #expect(widthForCurses(0x1B) == -1)
    }
}
