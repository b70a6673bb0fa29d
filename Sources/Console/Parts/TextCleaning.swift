// Makes typed and pasted text fit to be kept: no control characters, no invisible ones, one kind of line end.

/// The one function between the keyboard or a paste and a text that is edited.
enum TextCleaning {
    /// Four blanks are two Chinese characters, the usual indent of a paragraph.
    private static let tabInBox = "    ".unicodeScalars

    /// Line ends become LF, in a single line one blank between two parts; tabs and hard blanks become blanks; what cannot
    /// be seen is dropped.
    static func clean(_ text: String, lineEnds: Bool) -> String {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
        var clean = String.UnicodeScalarView()
        var endsLine = false
        for scalar in withoutReturns(text).unicodeScalars {
            switch scalar.value {
            case 0x0A where lineEnds: clean.append(scalar)
            case 0x0A: endsLine = !clean.isEmpty
            default:
                guard isKept(scalar) else { continue }
                if endsLine { clean.append(" ") }
                endsLine = false
                switch scalar.value {
                case 0x09 where lineEnds: clean.append(contentsOf: tabInBox)
                case 0x09, 0xA0: clean.append(" ")
                default: clean.append(scalar)
                }
            }
        }
        return String(clean)
    }

    /// CR LF, CR, vertical tab, form feed, NEL and the separators of Unicode all end a line.
    private static func withoutReturns(_ text: String) -> String {
        var after = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A where afterReturn: break
            case 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: after.append("\n")
            default: after.append(scalar)
            }
            afterReturn = scalar.value == 0x0D
        }
        return String(after)
    }

    /// A clerk must see all that is published, so what cannot be seen is not kept. Joiners and variation selectors are
    /// part of the character before them.
    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x20..<0x7F, 0x3000...0x3029, 0x3400...0x9FFF, 0xFF01...0xFF5E: return true
        case 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF: return true
        default: break
        }
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint { return false }
        return properties.generalCategory != .control && properties.generalCategory != .format
    }
}

extension String {
    /// The text as a row of a list shows it: line ends and indents as one blank.
    var inOneLine: String {
        TextCleaning.clean(self, lineEnds: false).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
