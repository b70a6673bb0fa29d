// Passwords as argon2id strings, by libsodium.
internal import CSodium

/// Hashing and checking of passwords.
package enum Password {
    /// Memory of one hash in bytes. With two passes this is OWASP's first choice for argon2id, about 20 ms on the county's server.
    package static let memory = 19 * 1024 * 1024
    package static let passes: UInt64 = 2

    /// Whether libsodium can be used. Only its start chooses the processor's fast way; a check takes nearly twice as long without it.
    private static let isReady = sodium_init() >= 0

    /// The argon2id string of a password, with a salt of its own.
    /// - Throws: `Refusal` if there is no memory for it.
    package static func hash(
        _ password: String, passes: UInt64 = passes, memory: Int = memory
    ) throws -> String {
        guard isReady else { throw Refusal("服务器的加密库不能使用, 请找管理服务器的人", reason: .store) }
        var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let made = withBytes(of: password) { bytes, count in
            crypto_pwhash_str(&text, bytes, count, passes, memory)
        }
        guard made == 0 else { throw Refusal("服务器内存不足, 不能核对密码; 请稍后再试", reason: .store) }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Whether a password is the one hashed. Takes as long for a wrong one as for the right one.
    static func matches(_ password: String, _ hash: String) -> Bool {
        isReady && withBytes(of: password) { bytes, count in crypto_pwhash_str_verify(hash, bytes, count) == 0 }
    }

    /// Checks a password against nothing, so that a name that is not there takes as long as one that is.
    static func waste(_ password: String) { _ = matches(password, decoy) }

    /// Random bytes written as a hash of the same cost. Kept here and not made when needed: making it would itself take the time of a
    /// check, and tell an unknown name by a slower answer.
    static let decoy =
        "$argon2id$v=19$m=\(memory / 1024),t=\(passes),p=1$WiYbtkWf/d4kqjm9gamNVw$a9g8oYZv8xpRXyHVH3QhF5Aixs56vxzqfirl+XUzYow"

    /// The password's bytes for the length of one call, wiped afterwards. A trailing zero, not counted, gives even an empty password an address.
    private static func withBytes<Value>(
        of password: String, _ body: (UnsafePointer<CChar>, UInt64) -> Value
    ) -> Value {
        var bytes = password.utf8.map(CChar.init(bitPattern:)) + [0]
        defer { sodium_memzero(&bytes, bytes.count) }
        return body(bytes, UInt64(bytes.count - 1))
    }
}
