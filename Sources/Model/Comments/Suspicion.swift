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
            // A name of other signs may stand in the text in other bytes.
            return name.withUTF8 { isSuspicious($0) || isIn($0, bytes) }
        }
    }

    /// Looks for seven figures anywhere, a mail sign, and a numeral right before what follows one in an address.
    private static func isSuspicious(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        kinds.withUnsafeBufferPointer { kinds in
            var index = 0
            var figures = 0
            var wasNumeral = false
            while index < bytes.count {
                let byte = bytes[index]
                var scalar = Int(byte)
                index += 1
                if byte >= 0x80 {
                    // What Chinese is written with has three bytes; anything else is looked at.
                    guard byte >= 0xE2, byte <= 0xEF, index + 1 < bytes.count else { return true }
                    scalar = Int(byte & 0x0F) << 12 | Int(bytes[index] & 0x3F) << 6 | Int(bytes[index + 1] & 0x3F)
                    index += 2
                }
                switch kinds[scalar] {
                case .plain: wasNumeral = false
                case .numeral: wasNumeral = true
                case .figure:
                    figures += 1
                    if figures >= leastFigures { return true }
                    wasNumeral = true
                case .house: if wasNumeral { return true }
                case .suspicious: return true
                }
            }
            return false
        }
    }

    private enum Kind: UInt8 { case suspicious, plain, figure, numeral, house }

    /// The kind of every scalar of at most three bytes.
    private static let kinds: [Kind] = {
        var kinds = [Kind](repeating: .suspicious, count: 0x10000)
        func set(_ scalars: some Sequence<Int>, _ kind: Kind) { for scalar in scalars { kinds[scalar] = kind } }
        func set(_ text: String, _ kind: Kind) { set(text.unicodeScalars.map { Int($0.value) }, kind) }
        set(0...0x7F, .plain)
        // Dashes and quotation marks, the marks of Chinese, and its characters.
        set(0x2010...0x2027, .plain)
        set(0x3000...0x3020, .plain)
        set(0x4E00...0x9FFF, .plain)
        set("！（），：；？", .plain)
        set("0123456789零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖", .figure)
        set("十百", .numeral)
        set("栋幢单室号组楼层座房门弄巷社", .house)
        set("@", .suspicious)
        return kinds
    }()

    private static func isIn(_ name: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = name.first, name.count <= text.count else { return false }
        return (0...(text.count - name.count)).contains { start in
            text[start] == first && text[start..<start + name.count].elementsEqual(name)
        }
    }
}
