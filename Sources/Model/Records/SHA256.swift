// SHA-256 of bytes, by libsodium.
internal import CSodium

/// SHA-256 as lower-case hexadecimal text.
enum SHA256 {
    static func text(_ bytes: [UInt8]) -> String {
        var hash = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        crypto_hash_sha256(&hash, bytes, UInt64(bytes.count))
        var text = ""
        text.reserveCapacity(64)
        for byte in hash {
            text.unicodeScalars.append(Unicode.Scalar(digits[Int(byte >> 4)]))
            text.unicodeScalars.append(Unicode.Scalar(digits[Int(byte & 15)]))
        }
        return text
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
