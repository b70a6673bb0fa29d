// What a terminal's own decoder and font make of the bytes it gets, in front of libvterm, which knows UTF-8 and narrow signs alone.
import Glibc

/// How a virtual terminal decodes what it gets and draws it.
package struct TerminalManner: Hashable, Sendable {
    package enum Charset: String, CaseIterable, Sendable {
        case utf8 = "UTF-8"
        case gb18030 = "GB18030"
        case gbk = "GBK"
    }

    package var charset = Charset.utf8
    /// The signs its font draws two columns wide though libvterm gives them one.
    package var isWide: @Sendable (Unicode.Scalar) -> Bool = { _ in false }
    /// How many of such columns, for the name of a case.
    package var ambiguousColumns = 1
    /// Whether it says where its cursor is when it is asked.
    package var answers = true

    package init(_ charset: Charset = .utf8) { self.charset = charset }

    package static func == (one: TerminalManner, other: TerminalManner) -> Bool {
        (one.charset, one.ambiguousColumns, one.answers) == (other.charset, other.ambiguousColumns, other.answers)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(charset)
        hasher.combine(ambiguousColumns)
        hasher.combine(answers)
    }
}

/// Makes of a stream in the terminal's charset a stream in UTF-8 in which signs that are wide here are ones that libvterm knows as wide.
struct WireDecoder {
    private let manner: TerminalManner
    private var rest: [UInt8] = []
    private var standIns: [Unicode.Scalar: Unicode.Scalar] = [:]
    private var meant: [Unicode.Scalar: Unicode.Scalar] = [:]
    /// Ideographs that are not assigned yet, and wide all the same.
    private static let firstStandIn: UInt32 = 0x2F000

    init(_ manner: TerminalManner) { self.manner = manner }

    /// The sign that libvterm was given another for.
    func meaning(of scalar: Unicode.Scalar) -> Unicode.Scalar { meant[scalar] ?? scalar }

    mutating func decode(_ bytes: [UInt8]) -> [UInt8] {
        rest += bytes
        if manner.charset == .utf8, manner.ambiguousColumns == 1 { return takeWhole() }
        var text = String.UnicodeScalarView()
        var at = 0
        while at < rest.count, let length = characterLength(at: at), at + length <= rest.count {
            let character = Array(rest[at..<at + length])
            for scalar in decoded(character) { text.append(shown(scalar)) }
            at += length
        }
        rest.removeFirst(at)
        return Array(String(text).utf8)
    }

    /// All but the beginning of a character whose rest is still to come: libvterm forgets it from one piece to the next.
    private mutating func takeWhole() -> [UInt8] {
        let lead = rest.indices.suffix(3).last { rest[$0] >= 0xC0 }
        let end = lead.flatMap { (characterLength(at: $0) ?? 1) > rest.count - $0 ? $0 : nil } ?? rest.count
        defer { rest.removeFirst(end) }
        return Array(rest[..<end])
    }

    /// How many bytes the next character has; nil until that is known.
    private func characterLength(at index: Int) -> Int? {
        let lead = rest[index]
        if lead < 0x80 { return 1 }
        if manner.charset == .utf8 { return lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }
        guard index + 1 < rest.count else { return nil }
        let next = rest[index + 1]
        if next >= 0x40 { return 2 }
        return manner.charset == .gb18030 && (0x30...0x39).contains(next) ? 4 : 1
    }

    private func decoded(_ bytes: [UInt8]) -> String.UnicodeScalarView {
        if bytes[0] < 0x80 || manner.charset == .utf8 { return String(decoding: bytes, as: UTF8.self).unicodeScalars }
        let converter = iconv_open("UTF-8", manner.charset.rawValue)
        defer { iconv_close(converter) }
        var source = bytes.map { CChar(bitPattern: $0) }
        var target = [CChar](repeating: 0, count: 16)
        var room = target.count
        let isWhole = source.withUnsafeMutableBufferPointer { source in
            target.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var left = source.count
                var to = target.baseAddress
                return iconv(converter, &from, &left, &to, &room) != -1
            }
        }
        guard isWhole else { return "\u{FFFD}".unicodeScalars }
        return String(decoding: target.prefix(16 - room).map { UInt8(bitPattern: $0) }, as: UTF8.self).unicodeScalars
    }

    private mutating func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard manner.ambiguousColumns == 2, manner.isWide(scalar) else { return scalar }
        if let known = standIns[scalar] { return known }
        guard let fresh = Unicode.Scalar(Self.firstStandIn + UInt32(standIns.count)) else { return scalar }
        standIns[scalar] = fresh
        meant[fresh] = scalar
        return fresh
    }
}

extension TerminalManner.Charset {
    /// The bytes that typing a text sends; empty where the charset lacks one of its characters.
    package func bytes(of text: String) -> [UInt8] {
        guard self != .utf8 else { return Array(text.utf8) }
        let converter = iconv_open(rawValue, "UTF-8")
        defer { iconv_close(converter) }
        var source = Array(text.utf8).map { CChar(bitPattern: $0) }
        var target = [CChar](repeating: 0, count: source.count * 2 + 4)
        var room = target.count
        let isWhole = source.withUnsafeMutableBufferPointer { source in
            target.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var left = source.count
                var to = target.baseAddress
                return iconv(converter, &from, &left, &to, &room) != -1
            }
        }
        return isWhole ? target.prefix(target.count - room).map { UInt8(bitPattern: $0) } : []
    }
}
