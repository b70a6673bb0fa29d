// Whether a text can hold anything personal at all: most do not, and are not looked at character by character.

/// A quick look at a text's bytes. It may be wrong in one direction only: what it lets pass has nothing to be masked.
enum Suspicion {
    /// The fewest figures of a telephone or identity number.
    private static let leastFigures = 7

    static func isRaised(by text: String, of author: String?) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            if isSuspicious(bytes) { return true }
            guard var name = author?.trimmed, !name.isEmpty else { return false }
            return name.withUTF8 { isIn($0, bytes) }
        }
    }

    /// Looks for seven figures anywhere, a mail sign, and a numeral right before what follows one in an address.
    private static func isSuspicious(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        var figures = 0
        var wasNumeral = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                index += 1
                if byte == UInt8(ascii: "@") { return true }
                let isFigure = byte >= 0x30 && byte <= 0x39
                if isFigure { figures += 1 }
                wasNumeral = isFigure
            } else {
                // Three bytes from the punctuation of Chinese to its characters, and their full-width signs; anything else is looked at.
                guard byte >= 0xE2, byte <= 0xE9 || byte == 0xEF, index + 2 < bytes.count else { return true }
                let scalar =
                    UInt32(byte & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
                index += 3
                switch kind(scalar) {
                case .plain: wasNumeral = false
                case .figure:
                    figures += 1
                    wasNumeral = true
                case .numeral: wasNumeral = true
                case .house: if wasNumeral { return true }
                case .suspicious: return true
                }
            }
            if figures >= leastFigures { return true }
        }
        return false
    }

    private enum Kind { case plain, figure, numeral, house, suspicious }

    private static func kind(_ scalar: UInt32) -> Kind {
        if scalar >= 0x4E00, scalar <= 0x9FFF {
            if houseWords.contains(scalar) { return .house }
            if chineseFigures.contains(scalar) { return .figure }
            return scalar == ten || scalar == hundred ? .numeral : .plain
        }
        // Dashes and quotation marks.
        if scalar >= 0x2010, scalar <= 0x2027 { return .plain }
        // 。、《》「」, and full-width signs without figures, letters and the mail sign.
        if scalar == 0x3007 { return .figure }
        if scalar >= 0x3000, scalar <= 0x3020 { return .plain }
        return [0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F].contains(scalar) ? .plain : .suspicious
    }

    private static let chineseFigures = scalars("零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖")
    private static let houseWords = scalars("栋幢单室号组楼层座房门弄巷社")
    private static let ten = UInt32(0x5341)
    private static let hundred = UInt32(0x767E)

    private static func scalars(_ text: String) -> Set<UInt32> { Set(text.unicodeScalars.map(\.value)) }

    private static func isIn(_ name: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard name.count <= text.count else { return false }
        var start = 0
        while start <= text.count - name.count {
            if text[start] == name[0], (1..<name.count).allSatisfy({ text[start + $0] == name[$0] }) { return true }
            start += 1
        }
        return false
    }
}
