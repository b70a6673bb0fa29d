// Passwords as argon2id strings, by libsodium.
internal import CSodium

/// Hashing and checking of passwords.
enum Password {
    /// Memory of one hash in bytes. With two passes this is OWASP's first choice for argon2id, about 20 ms on the county's server.
    static let memory = 19 * 1024 * 1024
    static let passes: UInt64 = 2

    /// The argon2id string of a password, with a salt of its own.
    /// - Throws: `Refusal` if there is no memory for it.
    static func hash(_ password: String) throws -> String {
        guard sodium_init() >= 0 else { throw Refusal("服务器的加密库不能使用, 请找管理服务器的人", reason: .store) }
        var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        var bytes = Array(password.utf8)
        defer { sodium_memzero(&bytes, bytes.count) }
        let made = bytes.withUnsafeBytes { raw in
            crypto_pwhash_str(&text, raw.bindMemory(to: CChar.self).baseAddress, UInt64(raw.count), passes, memory)
        }
        guard made == 0 else { throw Refusal("服务器内存不足, 不能核对密码; 请稍后再试", reason: .store) }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Whether a password is the one hashed. Takes as long for a wrong one as for the right one.
    static func matches(_ password: String, _ hash: String) -> Bool {
        var bytes = Array(password.utf8)
        defer { sodium_memzero(&bytes, bytes.count) }
        return bytes.withUnsafeBytes { raw in
            crypto_pwhash_str_verify(hash, raw.bindMemory(to: CChar.self).baseAddress, UInt64(raw.count)) == 0
        }
    }

    /// Checks a password against nothing, so that a name that is not there takes as long as one that is.
    static func waste(_ password: String) { _ = matches(password, decoy) }

    /// A hash of the same cost that no known password has.
    private static let decoy = (try? hash("decoy")) ?? ""
}
