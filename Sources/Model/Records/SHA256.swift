// SHA-256 of bytes, by libsodium.
internal import CSodium

/// SHA-256 as lower-case hexadecimal text.
enum SHA256 {
    static func text(_ bytes: [UInt8]) -> String {
        var text = [UInt8](repeating: 0, count: 64)
        write(bytes, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Writes the 64 characters over those of `text`.
    static func write(_ bytes: [UInt8], to text: inout [UInt8]) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Int(crypto_hash_sha256_BYTES)) { hash in
            guard let start = hash.baseAddress else { return }
            crypto_hash_sha256(start, bytes, UInt64(bytes.count))
            for (index, byte) in hash.enumerated() {
                text[2 * index] = digits[Int(byte >> 4)]
                text[2 * index + 1] = digits[Int(byte & 15)]
            }
        }
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
