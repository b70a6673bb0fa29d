// Text that was pasted, not typed.

/// Tells a paste from typing where the terminal does not mark it, and takes out of it what no field wants.
enum PastedText {
    /// More than this before a line end, with text after it, is not typed between two looks at the line.
    private static let burst = 8
    /// So much in one line is pasted even when nothing follows the line end.
    private static let longLine = 64
    /// So much without any line end: no input method sends as much at once, and a held key sends one character only.
    private static let longRun = 32

    /// Line ends as LF, tabs as blanks, other control characters gone.
    static func clean(_ text: String) -> String {
        var cleaned = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0D: cleaned.append("\n")
            case 0x0A: if !afterReturn { cleaned.append("\n") }
            case 0x09: cleaned.append(" ")
            case 0x00..<0x20, 0x7F..<0xA0: break
            default: cleaned.append(scalar)
            }
            afterReturn = scalar.value == 0x0D
        }
        return String(cleaned)
    }

    /// Whether bytes that arrived in one piece were pasted by a terminal that does not say so.
    static func isBurst(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) -> Bool {
        guard bytes.count > burst, canBePasted(bytes) else { return false }
        guard let end = bytes.firstIndex(where: isLineEnd) else { return isLongRun(bytes, encoding) }
        guard end - bytes.startIndex >= burst else { return false }
        var line = Array(bytes[..<end])
        let typed = encoding.takeText(from: &line).count
        return typed >= longLine || (typed >= burst && bytes[end...].contains { $0 > 0x20 })
    }

    private static func isLongRun(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) -> Bool {
        guard bytes.count >= longRun, !bytes.contains(0x09) else { return false }
        var bytes = Array(bytes)
        let text = encoding.takeText(from: &bytes)
        return text.count >= longRun && text.contains { $0 != text.first }
    }

    /// Whether the bytes hold text and line ends only, no keys.
    static func canBePasted(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || isLineEnd($0) }
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
