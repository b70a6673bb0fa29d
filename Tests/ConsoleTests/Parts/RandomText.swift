// Texts with everything in them that has ever broken a line or a cursor.
import CountyFixture

enum RandomText {
    private static let alphabet: [Character] = [
        "听", "证", "会", "公", "告", "的", "𠮷", "䶮", "，", "。", "、", "；", "》", "）", "《", "（", "“", "”", "—", "…", "％",
        "a", "b", "1", "2", ".", "-", "(", ")", " ", " ", "\u{3000}", "\n", "e\u{301}", "👨‍👩‍👧", "🇨🇳", "😀", "·",
    ]

    static func characters(_ count: Int, using numbers: inout SeededNumbers) -> [Character] {
        var characters: [Character] = []
        while characters.count < count {
            if let character = alphabet.randomElement(using: &numbers) { characters.append(character) }
        }
        return characters
    }
}
