// Text in the encoding of Chinese Windows, through the C library's converter.

import Glibc

/// GB18030, of which GBK and GB 2312 are parts.
public enum GB18030 {
    /// A byte at which no character begins.
    public struct WrongByte: Error, Equatable {
        /// Its place, from 0.
        public let index: Int
    }

    /// Decodes strictly: every byte belongs to a character, or nothing is decoded.
    public static func decode(_ bytes: [UInt8]) -> Result<String, WrongByte> {
        guard let converter = iconv_open("UTF-8", "GB18030"), converter != iconv_t(bitPattern: -1) else {
            return .failure(WrongByte(index: 0))
        }
        defer { iconv_close(converter) }
        var source = bytes.map(CChar.init(bitPattern:))
        var wrong: Int?
        // Two bytes become three at most, four become four.
        let decoded = [UInt8](unsafeUninitializedCapacity: bytes.count * 2 + 4) { target, count in
            target.withMemoryRebound(to: CChar.self) { target in
                source.withUnsafeMutableBufferPointer { source in
                    var from = source.baseAddress
                    var left = source.count
                    var to = target.baseAddress
                    var room = target.count
                    if iconv(converter, &from, &left, &to, &room) == -1 { wrong = source.count - left }
                    count = target.count - room
                }
            }
        }
        if let wrong { return .failure(WrongByte(index: wrong)) }
        return .success(String(decoding: decoded, as: UTF8.self))
    }
}
