// How far an escape sequence reaches in a stream of bytes.

/// The extent of the sequence that begins with the Esc at the start of some bytes, by the grammar alone: what it means is another matter.
enum EscapeSequence: Equatable {
    /// So many bytes, Esc included, make a sequence.
    case whole(Int)
    /// So many bytes began a sequence that the next byte does not continue.
    case broken(Int)
    /// More bytes must come before it is known.
    case unfinished
    /// The Esc stands for itself.
    case alone

    private static let longest = 256

    init(at bytes: ArraySlice<UInt8>) {
        let bytes = Array(bytes.prefix(Self.longest))
        guard bytes.count > 1 else {
            self = .unfinished
            return
        }
        switch bytes[1] {
        case UInt8(ascii: "["): self = Self.control(bytes)
        case UInt8(ascii: "O"): self = Self.shift(bytes)
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"): self = Self.string(bytes)
        case 0x1B, 0x80...: self = .alone
        // Alt with a key.
        default: self = .whole(2)
        }
    }

    /// CSI: parameters, then a final byte. The Linux console's F1 to F5 have a second bracket; rxvt ends a number with `$` where Shift is
    /// held, which by the grammar is no end.
    private static func control(_ bytes: [UInt8]) -> EscapeSequence {
        if bytes.count > 2, bytes[2] == UInt8(ascii: "[") { return bytes.count > 3 ? .whole(4) : .unfinished }
        let digits = bytes.dropFirst(2).prefix { (0x30...0x39).contains($0) }
        if !digits.isEmpty, digits.endIndex < bytes.count, bytes[digits.endIndex] == UInt8(ascii: "$") {
            return .whole(digits.endIndex + 1)
        }
        return final(in: bytes, parameters: 0x20...0x3F)
    }

    /// SS3: a final byte, before which some terminals put a modifier's number.
    private static func shift(_ bytes: [UInt8]) -> EscapeSequence { final(in: bytes, parameters: 0x30...0x3B) }

    private static func final(in bytes: [UInt8], parameters: ClosedRange<UInt8>) -> EscapeSequence {
        for index in 2..<bytes.count where !parameters.contains(bytes[index]) {
            return (0x20..<0x7F).contains(bytes[index]) ? .whole(index + 1) : .broken(index)
        }
        return bytes.count < longest ? .unfinished : .broken(bytes.count)
    }

    /// OSC, DCS, APC: a terminal's answer, up to its terminator. Alt with one of these letters looks the same until the next byte.
    private static func string(_ bytes: [UInt8]) -> EscapeSequence {
        guard bytes.count > 2 else { return .unfinished }
        // `]l` and `]L` tell a window's title, which whoever wrote it chose.
        guard "0123456789!$+>|GlL".utf8.contains(bytes[2]) else { return .whole(2) }
        for index in 2..<bytes.count where bytes[index] < 0x20 {
            switch bytes[index] {
            case 0x07: return .whole(index + 1)
            case 0x1B where index + 1 == bytes.count: return .unfinished
            case 0x1B where bytes[index + 1] == UInt8(ascii: "\\"): return .whole(index + 2)
            default: return .broken(index)
            }
        }
        return bytes.count < longest ? .unfinished : .broken(bytes.count)
    }
}
