// Finding what is personal in a text, and covering it.

/// A text being masked, character by character.
struct Masking {
    let characters: [Character]
    private var isCovered: [Bool]

    init(_ characters: [Character]) {
        self.characters = characters
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
    private static func stars(_ character: Character) -> String {
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

    private static func isFigure(_ character: Character) -> Bool {
        character.unicodeScalars.first?.properties.numericType == .decimal || chineseFigures.contains(character)
    }

    mutating func coverNumbers() {
        let dates = datePositions()
        var index = 0
        while index < characters.count {
            guard Self.isFigure(characters[index]), !dates.contains(index) else {
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
            if Self.isFigure(characters[index]), !dates.contains(index) {
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
        for start in characters.indices where characters[start] == "1" || characters[start] == "2" {
            guard start == 0 || !Self.isFigure(characters[start - 1]), let end = endOfDate(from: start) else {
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
        guard count(2) > 0, index == characters.count || !Self.isFigure(characters[index]) else { return nil }
        return index
    }

    // MARK: - E-mail

    mutating func coverMailAddresses() {
        for index in characters.indices where characters[index] == "@" || characters[index] == "＠" {
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
    private static let chineseNumerals = chineseFigures.union("十百")

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
                for covered in index..<end where Self.isNumeral(characters[covered]) { cover(covered) }
                lastEnd = end + word.count
            }
            index = end
        }
    }

    private static func isNumeral(_ character: Character) -> Bool {
        isFigure(character) || chineseNumerals.contains(character)
    }

    /// The end of a numeral such as 12, 12-3 or 十二 that begins here.
    private func endOfNumeral(from start: Int) -> Int? {
        var end = start
        while end < characters.count {
            let joins =
                end > start && "-之".contains(characters[end]) && end + 1 < characters.count
                && Self.isNumeral(characters[end + 1])
            guard Self.isNumeral(characters[end]) || joins else { break }
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
