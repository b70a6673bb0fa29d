// Passwords that are guessed first: common words, names, runs of keys, however they are dressed up.

/// A password looked at as somebody would who guesses: without its dress of figures and signs.
struct CommonPassword {
    enum Kind {
        case word, name, keys, repetition

        var words: String {
            switch self {
            case .word: "去掉数字和符号后是常见密码"
            case .name: "去掉数字和符号后是人名的拼音"
            case .keys: "大多是键盘上相邻的键, 或者连着的字母、数字"
            case .repetition: "同样的几个字符重复"
            }
        }
    }

    /// Letters and figures in lower case.
    private let characters: [UInt8]
    /// Whether every character of it is ASCII; what is not is no word of the lists.
    private let isASCII: Bool

    init(_ password: String) {
        isASCII = password.allSatisfy(\.isASCII)
        characters = Array(password.lowercased().utf8)
    }

    /// Why it is guessed early; nil where it is not.
    var kind: Kind? {
        guard isASCII else { return nil }
        if Self.isRepeated(characters) { return .repetition }
        if isRun { return .keys }
        let cores = cores.filter { $0.count > 2 }
        if cores.contains(where: CommonWords.passwords.contains) { return .word }
        return cores.contains(where: CommonWords.isName) ? .name : nil
    }

    // MARK: - Words

    /// Figures and signs that stand for letters.
    private static let disguises: [UInt8: UInt8] = [
        UInt8(ascii: "@"): UInt8(ascii: "a"), UInt8(ascii: "4"): UInt8(ascii: "a"),
        UInt8(ascii: "0"): UInt8(ascii: "o"),
        UInt8(ascii: "1"): UInt8(ascii: "i"), UInt8(ascii: "!"): UInt8(ascii: "i"),
        UInt8(ascii: "3"): UInt8(ascii: "e"),
        UInt8(ascii: "$"): UInt8(ascii: "s"), UInt8(ascii: "5"): UInt8(ascii: "s"),
        UInt8(ascii: "7"): UInt8(ascii: "t"),
    ]

    /// What is left without figures and signs: all letters; and those between the first and the last, disguises read as letters.
    private var cores: Set<String> {
        let letters = characters.filter(Self.isLetter)
        guard let first = characters.firstIndex(where: Self.isLetter),
            let last = characters.lastIndex(where: Self.isLetter)
        else { return [] }
        func undisguised(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
            bytes.map { Self.disguises[$0] ?? $0 }.filter(Self.isLetter)
        }
        let whole = undisguised(characters[...])
        let inner = undisguised(characters[first...last])
        // A word that begins or ends in a disguise, such as p@ssw0rd or @dmin, is found with what stands right beside it.
        let before = undisguised(characters[max(0, first - 1)...last])
        let after = undisguised(characters[first...min(last + 1, characters.count - 1)])
        let longest = characters.split { !Self.isLetter($0) }.max { $0.count < $1.count } ?? []
        // One or two letters elsewhere are there for the rule of kinds.
        let main = letters.count - longest.count <= 2 ? Array(longest) : letters
        return Set([letters, main, whole, inner, before, after].map { String(decoding: $0, as: UTF8.self) })
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

    // MARK: - Keys

    /// The rows of a keyboard, without and with the shift key.
    private static let rows = [
        ["`1234567890-=", "qwertyuiop[]\\", "asdfghjkl;'", "zxcvbnm,./"],
        ["~!@#$%^&*()_+", "QWERTYUIOP{}|", "ASDFGHJKL:\"", "ZXCVBNM<>?"],
    ]

    private static let places: [UInt8: (row: Int, column: Int)] = {
        var places: [UInt8: (row: Int, column: Int)] = [:]
        for keys in rows {
            for (row, line) in keys.enumerated() {
                for (column, key) in line.utf8.enumerated() { places[key] = (row, row == 0 ? column - 1 : column) }
            }
        }
        return places
    }()

    /// Three steps of four to the same or a neighbouring key, or to the next letter.
    private var isRun: Bool {
        let steps = zip(characters, characters.dropFirst())
        return steps.count { Self.isStep($0, $1) } * 4 >= (characters.count - 1) * 3
    }

    private static func isStep(_ from: UInt8, _ to: UInt8) -> Bool {
        if from == to || (isLetter(from) && isLetter(to) && abs(Int(from) - Int(to)) == 1) { return true }
        guard let start = places[from], let end = places[to] else { return false }
        let across = end.column - start.column
        switch end.row - start.row {
        case 0: return abs(across) == 1
        case 1: return across == 0 || across == -1
        case -1: return across == 0 || across == 1
        default: return false
        }
    }

    // MARK: - Repetition

    /// The same one to four characters again and again.
    private static func isRepeated(_ characters: [UInt8]) -> Bool {
        (1...4).contains { length in
            characters.count >= 2 * length
                && characters.indices.allSatisfy { characters[$0] == characters[$0 % length] }
        }
    }
}
