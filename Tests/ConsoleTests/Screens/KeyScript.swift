// The words in which golden screens and tests name keys.
import Model

@testable import Console

/// Reads `F2 Down*3 "text" paste"text" Ctrl-P Shift-Left Alt-C bytes"1B 4F 50" resize"120x40"`.
enum KeyScript {
    static func events(_ script: String) throws -> [InputEvent] {
        var events: [InputEvent] = []
        var rest = script[...]
        while let first = rest.first {
            if first == " " {
                rest = rest.dropFirst()
            } else if let quote = rest.firstIndex(of: "\""), !rest[..<quote].contains(" ") {
                let word = rest[..<quote]
                let inside = rest[rest.index(after: quote)...]
                guard let end = inside.firstIndex(of: "\"") else { throw Refusal("no closing quote: \(script)") }
                events += try quoted(String(word), String(inside[..<end]))
                rest = inside[inside.index(after: end)...]
            } else {
                let word = rest.prefix { $0 != " " }
                rest = rest[word.endIndex...]
                events += try named(String(word))
            }
        }
        return events
    }

    private static func quoted(_ word: String, _ text: String) throws -> [InputEvent] {
        switch word {
        case "": return text.map { .key(.character($0)) }
        case "paste": return [.paste(text)]
        case "bytes":
            var decoder = InputDecoder()
            decoder.isTraced = true
            return decoder.decode(text.split(separator: " ").compactMap { UInt8($0, radix: 16) }) + decoder.flush()
        case "resize":
            let numbers = text.split(separator: "x").compactMap { Int($0) }
            guard numbers.count == 2 else { throw Refusal("no such size: \(text)") }
            return [.resized(Size(rows: numbers[1], columns: numbers[0]))]
        default: throw Refusal("no such word: \(word)")
        }
    }

    private static func named(_ word: String) throws -> [InputEvent] {
        let parts = word.split(separator: "*")
        guard let key = key(String(parts[0])) else { throw Refusal("no such key: \(word)") }
        return Array(repeating: .key(key), count: parts.count > 1 ? Int(parts[1]) ?? 1 : 1)
    }

    private static let names: [String: Key] = [
        "Enter": .enter, "Esc": .escape, "Tab": .tab, "BackTab": .backTab, "Backspace": .backspace, "Del": .delete,
        "Ins": .insert,
        "Up": .up, "Down": .down, "Left": .left, "Right": .right, "Home": .home, "End": .end, "PgUp": .pageUp,
        "PgDn": .pageDown, "Space": .character(" "),
    ]

    private static func key(_ name: String) -> Key? {
        if let key = names[name] { return key }
        for (prefix, modifier) in [("Shift-", Modifier.shift), ("Ctrl-Shift-", .both), ("Ctrl-", .control)] {
            if name.hasPrefix(prefix), let key = names[String(name.dropFirst(prefix.count))] {
                return .held(modifier, key)
            }
        }
        if name.hasPrefix("Alt-"), let letter = name.lowercased().last { return .alt(letter) }
        if name.hasPrefix("Ctrl-"), let letter = name.lowercased().last { return .control(letter) }
        if name.first == "F", let number = Int(name.dropFirst()), (1...12).contains(number) { return .function(number) }
        return name.count == 1 ? .character(name[name.startIndex]) : nil
    }
}
