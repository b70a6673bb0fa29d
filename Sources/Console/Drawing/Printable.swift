// Makes any text harmless before it is drawn.

/// The one function between outside text and the screen.
enum Printable {
    /// The text with every control character, direction override and zero-width trick taken out or shown as `□`; line ends become blanks.
    static func clean(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D: clean.append(" ")
            case 0x00...0x1F, 0x7F...0x9F: clean.append("□")
            case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
                continue
            case 0x2028, 0x2029: clean.append(" ")
            default: clean.append(scalar)
            }
        }
        return String(clean)
    }
}
