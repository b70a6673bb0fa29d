// Reads one field's text and says exactly what is wrong with it.

/// Turns what was typed in a field into its value.
enum FieldReader {
    /// Reads fields that stand by themselves, each empty one left out.
    /// - Returns: what could be read, and what is wrong with the others.
    static func read(_ fields: [Field], _ entries: Entries, today: Day) -> (values: FormValues, errors: [FieldError]) {
        var values = FormValues()
        var errors: [FieldError] = []
        for field in fields {
            switch read(field, entries[field.name], today: today) {
            case .success(let value): values[field.name] = value
            case .failure(let error): errors.append(error)
            }
        }
        return (values, errors)
    }

    /// - Returns: the value, nil for an empty field that may be empty, or the error naming field, limit and value.
    static func read(_ field: Field, _ typed: String, today: Day) -> Result<FieldValue?, FieldError> {
        let text = typed.trimmed
        func refuse(_ sentence: String) -> Result<FieldValue?, FieldError> {
            .failure(FieldError(field.name, sentence))
        }
        guard !text.isEmpty else {
            guard field.isRequired else { return .success(nil) }
            return refuse(missing(field))
        }
        if let control = text.unicodeScalars.first(where: isControl) {
            return refuse("\(field.label)中有不能显示的控制字符 (\(control.codePoint)), 请删去后重新输入")
        }
        switch field.kind {
        case .line, .text:
            let length = text.count
            guard length <= field.limit else {
                return refuse("\(field.label)最多 \(field.limit) 字 (含标点), 现在 \(length) 字, 请删去 \(length - field.limit) 字")
            }
            let scalars = text.unicodeScalars.count
            guard scalars <= field.limit * mostScalarsPerCharacter else {
                return refuse(
                    "\(field.label)中叠加的符号太多: 最多 \(field.limit * mostScalarsPerCharacter) 个编码, 现在 \(scalars) 个, 请删去叠加的符号"
                )
            }
            if case .line = field.kind, text.contains(where: \.isNewline) {
                return refuse("\(field.label)只能写一行, 请去掉换行")
            }
            return .success(.text(text))
        case .day:
            switch TypedDay.read(text, today: today) {
            case .success(let day): return .success(.day(day))
            case .failure(let problem): return refuse("\(field.label): \(problem.sentence)")
            }
        case .time:
            switch TypedTime.read(text) {
            case .success(let time): return .success(.time(time))
            case .failure(let problem): return refuse("\(field.label): \(problem.sentence)")
            }
        case .count(let limits):
            guard let count = TypedText(text).folded.plainNumber else {
                return refuse("\(field.label)应是整数, 填的是 \(TypedText(text).shown)")
            }
            guard limits.contains(count) else {
                return refuse(
                    "\(field.label)应在 \(limits.lowerBound) 到 \(limits.upperBound) 之间, 填的是 \(TypedText(text).shown)")
            }
            return .success(.count(count))
        case .choice(let choices):
            guard choices.contains(where: { $0.code == text }) else {
                return refuse(
                    "\(field.label)只能选 \(choices.map(\.label).joined(separator: "、")), 填的是 \(TypedText(text).shown)")
            }
            return .success(.choice(text))
        case .tick:
            return .success(.ticked)
        }
    }

    /// An emoji of a family is seven scalars and one character; a text in which every character is such does not occur, and without
    /// a bound a single character could carry a million marks.
    private static let mostScalarsPerCharacter = 4

    private static func missing(_ field: Field) -> String {
        switch field.kind {
        case .tick: "请完成\(field.label)并打勾, 未经审查不能发布"
        case .choice: "请选择\(field.label)"
        default: "请填写\(field.label)"
        }
    }

    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F: true
        // What turns the direction of text, or takes no room: it would read otherwise than it is stored.
        case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
        default: false
        }
    }
}
