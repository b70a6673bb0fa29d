// Finding what is personal in a text, and covering it.

/// A text being masked, character by character.
struct Masking {
    let characters: [Character]
    /// The characters that are one scalar, as its number; the others are 0. Numbers are compared where characters would be slow.
    private let scalars: [UInt32]
    private let areFigures: [Bool]
    private var isCovered: [Bool]

    init(_ characters: [Character]) {
        self.characters = characters
        scalars = characters.map { $0.unicodeScalars.count == 1 ? $0.unicodeScalars.first?.value ?? 0 : 0 }
        areFigures = characters.map(Self.isFigure)
        isCovered = Array(repeating: false, count: characters.count)
    }

    mutating func cover(_ index: Int) { isCovered[index] = true }

    var text: String {
        guard isCovered.contains(true) else { return String(characters) }
        return zip(characters, isCovered).reduce(into: "") { text, next in
            text += next.1 ? Self.stars(next.0) : String(next.0)
        }
    }

    /// Everything from the Hangul letters on takes two columns, near enough for what people write in their names and numbers.
    static func stars(_ character: Character) -> String {
        (character.unicodeScalars.first?.value ?? 0) < 0x1100 ? "*" : "**"
    }

    // MARK: - Numbers

    /// The fewest figures of what is taken for a telephone or identity number: a county's telephones have seven.
    private static let leastFigures = 7
    /// What people write between the figures of one number, at most `mostBetween` in a row.
    private static let between: Set<Character> = [
        " ", "\u{3000}", "\u{A0}", "-", "－", "—", "–", "_", ".", "·", "/", "(", ")", "（", "）", "~", "+",
    ]
    private static let mostBetween = 3
    private static let chineseFigures: Set<Character> = Set("零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖")
    private static let chineseFigureScalars = Set(chineseFigures.flatMap(\.unicodeScalars).map(\.value))

    private static func isFigure(_ character: Character) -> Bool {
        if let first = character.unicodeScalars.first {
            if first.value < 0x80 { return first.value >= 0x30 && first.value <= 0x39 }
            // No character of Chinese is a decimal figure; the few that are written for one are known.
            if first.value >= 0x4E00, first.value <= 0x9FFF {
                return chineseFigureScalars.contains(first.value) && character.unicodeScalars.count == 1
            }
        }
        return character.unicodeScalars.first?.properties.numericType == .decimal || chineseFigures.contains(character)
    }

    mutating func coverNumbers() {
        let dates = datePositions()
        var index = 0
        while index < characters.count {
            guard areFigures[index], !dates.contains(index) else {
                index += 1
                continue
            }
            let figures = figures(from: index, without: dates)
            if figures.count >= Self.leastFigures {
                for figure in figures { cover(figure) }
                coverCheckLetter(after: figures)
            }
            index = (figures.last ?? index) + 1
        }
    }

    /// The figures of the number that begins here, whatever is written between them.
    private func figures(from start: Int, without dates: Set<Int>) -> [Int] {
        var figures: [Int] = []
        var gap = 0
        var index = start
        while index < characters.count, gap <= Self.mostBetween {
            if areFigures[index], !dates.contains(index) {
                figures.append(index)
                gap = 0
            } else if Self.between.contains(characters[index]) || Self.isInvisible(characters[index]) {
                gap += 1
            } else {
                break
            }
            index += 1
        }
        return figures
    }

    /// Control characters between figures hide nothing; line ends and tabs stand between different things.
    private static func isInvisible(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first, !character.isNewline, character != "\t" else { return false }
        return scalar.isControl || scalar.properties.generalCategory == .format
    }

    /// An identity number may end in X.
    private mutating func coverCheckLetter(after figures: [Int]) {
        guard figures.count == 17, let last = figures.last, last + 1 < characters.count,
            "xXＸｘ".contains(characters[last + 1])
        else { return }
        cover(last + 1)
    }

    /// The figures of dates such as 2026-11-20, which are no number of a person.
    private func datePositions() -> Set<Int> {
        var found: Set<Int> = []
        for start in characters.indices where scalars[start] == 0x31 || scalars[start] == 0x32 {
            guard start == 0 || !areFigures[start - 1], let end = endOfDate(from: start) else {
                continue
            }
            found.formUnion(start..<end)
        }
        return found
    }

    private func endOfDate(from start: Int) -> Int? {
        var index = start
        func count(_ most: Int) -> Int {
            let begin = index
            while index < characters.count, index - begin < most, characters[index].isASCII, characters[index].isNumber
            {
                index += 1
            }
            return index - begin
        }
        guard count(4) == 4, ["19", "20"].contains(String(characters[start..<start + 2])), index < characters.count,
            "-./".contains(characters[index])
        else { return nil }
        let sign = characters[index]
        index += 1
        guard count(2) > 0, index < characters.count, characters[index] == sign else { return nil }
        index += 1
        guard count(2) > 0, index == characters.count || !areFigures[index] else { return nil }
        return index
    }

    // MARK: - E-mail

    mutating func coverMailAddresses() {
        for index in characters.indices where scalars[index] == 0x40 || scalars[index] == 0xFF20 {
            var first = index
            while first > 0, Self.isOfMail(characters[first - 1]) { first -= 1 }
            var last = index
            while last + 1 < characters.count, Self.isOfMail(characters[last + 1]) { last += 1 }
            guard first < index, last > index else { continue }
            for covered in first...last where covered != index && characters[covered] != "." { cover(covered) }
        }
    }

    private static func isOfMail(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || "._%+-".contains(character))
    }

    // MARK: - House numbers

    /// What follows a figure of a house address wherever it stands, and what does only behind a place.
    private static let houseWords = ["栋", "幢", "单元", "室"]
    private static let placedWords = houseWords + ["号", "组", "楼", "层", "座", "房", "门", "弄", "巷", "社"]
    private static let places: Set<Character> = Set("路街巷弄村组社寨区苑园里道镇乡庄院坊段栋幢楼元室座城")

    mutating func coverHouseNumbers() {
        var index = 0
        /// Where the house number before ended, so that 12号3楼 is one address.
        var lastEnd = -1
        while index < characters.count {
            guard let end = endOfNumeral(from: index) else {
                index += 1
                continue
            }
            let isPlaced = index == lastEnd || index > 0 && Self.places.contains(characters[index - 1])
            let isPlain = characters[index].isASCII
            let words = isPlaced ? Self.placedWords : isPlain ? Self.houseWords : []
            if let word = words.first(where: { characters[end...].starts(with: $0) }) {
                for covered in index..<end where isNumeral(covered) { cover(covered) }
                lastEnd = end + word.count
            }
            index = end
        }
    }

    /// A figure, or 十 or 百.
    private func isNumeral(_ index: Int) -> Bool {
        areFigures[index] || scalars[index] == 0x5341 || scalars[index] == 0x767E
    }

    /// The end of a numeral such as 12, 12-3 or 十二 that begins here.
    private func endOfNumeral(from start: Int) -> Int? {
        var end = start
        while end < characters.count {
            let joins =
                end > start && (scalars[end] == 0x2D || scalars[end] == 0x4E4B) && end + 1 < characters.count
                && isNumeral(end + 1)
            guard isNumeral(end) || joins else { break }
            end += 1
        }
        return end > start ? end : nil
    }

    // MARK: - Names

    mutating func cover(name: [Character]) {
        guard name.count > 1, characters.count >= name.count else { return }
        let kept = PersonalData.surnameLength(name)
        for start in 0...(characters.count - name.count)
        where characters[start..<start + name.count].elementsEqual(name) {
            for index in start + kept..<start + name.count { cover(index) }
        }
    }
}
