// Masking of personal data: what lists and pages show until somebody opens it by an act of its own.

/// Covers personal data with `*`, one for each column the covered character takes, so that nothing moves when it is opened.
public enum PersonalData {
    /// A person's name: the surname stays.
    public static func name(_ name: String) -> String {
        let characters = Array(name.trimmed)
        let kept = surnameLength(characters)
        return characters.dropFirst(kept).reduce(into: String(characters.prefix(kept))) { masked, character in
            masked += character.isWhitespace ? String(character) : Masking.stars(character)
        }
    }

    /// How somebody can be reached: every letter and figure is personal.
    public static func contact(_ contact: String) -> String {
        var masked = Masking(Array(contact))
        for (index, character) in masked.characters.enumerated() where character.isLetter || character.isNumber {
            masked.cover(index)
        }
        return masked.text
    }

    /// A free text: telephone and identity numbers, e-mail addresses, the figures of house addresses, and the writer's own name.
    public static func text(_ text: String, of author: String? = nil) -> String {
        guard Suspicion.isRaised(by: text, of: author) else { return text }
        var masked = Masking(Array(text))
        masked.coverNumbers()
        masked.coverMailAddresses()
        masked.coverHouseNumbers()
        if let author { masked.cover(name: Array(author.trimmed)) }
        return masked.text
    }

    /// Whether a text has something to be masked.
    public static func isIn(_ text: String) -> Bool { self.text(text) != text }

    /// How many characters of a name are the surname; none where it does not begin with a letter.
    static func surnameLength(_ name: [Character]) -> Int {
        guard let first = name.first, first.isLetter else { return 0 }
        return name.count > 2 && doubleSurnames.contains(String(name.prefix(2))) ? 2 : 1
    }

    private static let doubleSurnames: Set = [
        "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "令狐", "夏侯", "端木", "南宫", "慕容", "司徒", "独孤",
    ]
}
