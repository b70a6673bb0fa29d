// The public text of a document: what goes out, built from the form's values.

/// A part of the public text.
public enum PublicPart: Sendable {
    /// Words that always stand there.
    case words(String)
    /// A sentence made from values; nothing when nil.
    case sentence(@Sendable (FormValues) -> String?)
    /// A numbered section: heading, then a field's text.
    case section(String, field: String)
    /// A numbered section: heading, then a sentence made from values; left out when nil.
    case made(String, @Sendable (FormValues) -> String?)
}

/// The public text as paragraphs; how it is laid out is the reader's affair.
public struct PublicText: Hashable, Sendable {
    public enum Paragraph: Hashable, Sendable {
        case title(String)
        /// 编号 and 发文字号, below the title.
        case number(String)
        case heading(String)
        case body(String)
        /// 落款 and its date, at the right.
        case signature(String)
        /// The list of attachments.
        case attachment(String)
    }
    public var paragraphs: [Paragraph] = []

    /// What stands between title and signature.
    var bodies: [String] {
        paragraphs.compactMap { if case .body(let text) = $0 { text } else { nil } }
    }

    /// The text with nothing but line ends between paragraphs.
    public var plain: String {
        paragraphs.map { paragraph in
            switch paragraph {
            case .title(let text), .number(let text), .heading(let text), .body(let text), .signature(let text),
                .attachment(let text):
                text
            }
        }.joined(separator: "\n")
    }
}

extension PublicText {
    /// Builds the text of one document.
    /// - Parameters:
    ///   - number: 编号, or nil before publication.
    ///   - attachments: the names of the attached files, in order.
    ///   - correction: what a corrected version says of itself, before all else.
    public init(
        _ parts: [PublicPart], _ values: FormValues, number: String?, attachments: [String], correction: String? = nil
    ) {
        paragraphs = [.title(values.text("title") ?? "")]
        let numbers = [number.map { "编号 \($0)" }, values.text("reference_number")].compactMap { $0 }
        if !numbers.isEmpty { paragraphs.append(.number(numbers.joined(separator: "  "))) }
        var section = 0
        func add(_ heading: String, _ text: String) {
            section += 1
            paragraphs.append(.heading("\(Self.chineseNumber(section))、\(heading)"))
            addBody(text)
        }
        func addBody(_ text: String) {
            for line in text.split(separator: "\n") { paragraphs.append(.body(String(line))) }
        }
        correction.map(addBody)
        for part in parts {
            switch part {
            case .words(let words): addBody(words)
            case .sentence(let make): make(values).map(addBody)
            case .section(let heading, let field): values.text(field).map { add(heading, $0) }
            case .made(let heading, let make): make(values).map { add(heading, $0) }
            }
        }
        for (index, name) in attachments.enumerated() {
            paragraphs.append(.attachment("附件\(attachments.count > 1 ? "\(index + 1)" : ""): \(name)"))
        }
        if let unit = values.text("signed_unit") { paragraphs.append(.signature(unit)) }
        if let day = values.day("signed_day") { paragraphs.append(.signature(day.chinese)) }
    }

    /// 一 to 十九.
    static func chineseNumber(_ number: Int) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        return number < 10 ? digits[number] : "十" + digits[number % 10]
    }
}
