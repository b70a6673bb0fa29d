// Which bytes stand for which characters on this terminal.
import CNcurses
import Glibc

/// How characters are written as bytes between the terminal and the program, through the C library's locale. The raw value is what
/// `--encoding` takes and what is remembered.
enum TextEncoding: String, CaseIterable, Sendable {
    case utf8 = "utf-8"
    case gb18030
    /// The encoding of Chinese Windows: the part of GB18030 that takes two bytes a character.
    case gbk

    /// As settings and sentences name it.
    var title: String { rawValue.uppercased() }

    /// What the environment asks for. SSH clients often send no LANG, and a locale may not be installed: UTF-8 then.
    static func ofEnvironment() -> TextEncoding {
        guard setlocale(LC_CTYPE, "") != nil else { return .utf8 }
        return switch String(cString: nc_codeset()) {
        case "GB18030": .gb18030
        case "GBK", "GB2312": .gbk
        default: .utf8
        }
    }

    private var locales: [String] {
        switch self {
        case .utf8: ["C.UTF-8"]
        case .gb18030: ["zh_CN.GB18030"]
        case .gbk: ["zh_CN.GBK", "zh_CN.GB18030"]
        }
    }

    /// Takes the encoding for the whole process.
    /// - Returns: false when this server has no locale for it; then nothing has changed.
    func adopt() -> Bool { locales.contains { setlocale(LC_CTYPE, $0) != nil } }

    /// Whether the scalar can be sent at all.
    func has(_ scalar: Unicode.Scalar) -> Bool {
        self == .utf8 || scalar.value < 0x80 || !bytes(of: scalar).isEmpty
    }

    /// The bytes that stand for the scalar; none where it cannot be sent.
    func bytes(of scalar: Unicode.Scalar) -> [UInt8] {
        guard self != .utf8 else { return Array(String(scalar).utf8) }
        var bytes = [CChar](repeating: 0, count: 16)
        var state = mbstate_t()
        let length = wcrtomb(&bytes, wchar_t(bitPattern: scalar.value), &state)
        guard (1...(self == .gbk ? 2 : 4)).contains(length) else { return [] }
        return bytes.prefix(length).map { UInt8(bitPattern: $0) }
    }

    /// Reads as many whole characters as there are, leaving the beginning of an unfinished one; bytes that mean nothing are dropped.
    func takeText(from bytes: inout [UInt8]) -> String {
        switch self {
        case .utf8: Self.takeUTF8(from: &bytes)
        case .gb18030, .gbk: Self.takeMultibyte(from: &bytes)
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
