// Which bytes stand for which characters on this terminal.
import CNcurses
import Glibc

/// How characters are written as bytes between the terminal and the program.
enum TextEncoding {
    case utf8
    /// GB18030 or GBK, through the C library's locale.
    case chinese

    /// Takes the locale's encoding for the whole process. SSH clients often send no LANG, and a locale may not be installed: UTF-8 then.
    static func adopt() -> TextEncoding {
        if setlocale(LC_CTYPE, "") != nil {
            switch String(cString: nc_codeset()) {
            case "UTF-8": return .utf8
            case "GB18030", "GBK": return .chinese
            default: break
            }
        }
        setlocale(LC_CTYPE, "C.UTF-8")
        return .utf8
    }

    /// Whether the scalar can be sent at all.
    func has(_ scalar: Unicode.Scalar) -> Bool {
        guard self == .chinese, scalar.value >= 0x80 else { return true }
        var bytes = [CChar](repeating: 0, count: 16)
        var state = mbstate_t()
        return wcrtomb(&bytes, wchar_t(bitPattern: scalar.value), &state) != -1
    }

    /// Reads as many whole characters as there are, leaving the beginning of an unfinished one; bytes that mean nothing are dropped.
    func takeText(from bytes: inout [UInt8]) -> String {
        switch self {
        case .utf8: Self.takeUTF8(from: &bytes)
        case .chinese: Self.takeMultibyte(from: &bytes)
        }
    }

    private static func takeUTF8(from bytes: inout [UInt8]) -> String {
        let whole = bytes.count - unfinishedUTF8(bytes)
        var text = String.UnicodeScalarView()
        var decoder = UTF8()
        var input = bytes[..<whole].makeIterator()
        decoding: while true {
            switch decoder.decode(&input) {
            case .scalarValue(let scalar): text.append(scalar)
            case .error: continue
            case .emptyInput: break decoding
            }
        }
        bytes.removeFirst(whole)
        return String(text)
    }

    /// How many bytes at the end begin a character that has not arrived to its end.
    private static func unfinishedUTF8(_ bytes: [UInt8]) -> Int {
        for back in 1...3 where back <= bytes.count {
            let byte = bytes[bytes.count - back]
            let length =
                switch byte {
                case 0xC2...0xDF: 2
                case 0xE0...0xEF: 3
                case 0xF0...0xF4: 4
                case 0x80...0xBF: 0
                default: 1
                }
            if length > 0 { return length > back ? back : 0 }
        }
        return 0
    }

    private static func takeMultibyte(from bytes: inout [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        var at = 0
        reading: while at < bytes.count {
            var wide = wchar_t()
            var state = mbstate_t()
            let length = bytes[at...].withUnsafeBytes { rest in
                mbrtowc(&wide, rest.baseAddress?.assumingMemoryBound(to: CChar.self), rest.count, &state)
            }
            switch length {
            case -1: at += 1
            case -2: break reading
            default:
                if let scalar = Unicode.Scalar(UInt32(bitPattern: wide)), length > 0 { text.append(scalar) }
                at += max(1, length)
            }
        }
        bytes.removeFirst(at)
        return String(text)
    }
}
