// Comments and replies as texts to be read.

extension PublicText {
    /// A reply as it will read (C2: with the reason where something is not adopted).
    init(reply values: FormValues, unit: String, day: Day) {
        let adoption = values.text("adoption").flatMap(Adoption.init)
        paragraphs = [.title("答复")]
        if let adoption { paragraphs.append(.heading("采纳情况: \(adoption.name)")) }
        if let reason = values.text("reason") { paragraphs.append(.body("理由: \(reason)")) }
        add(values.text("body") ?? "")
        paragraphs += [.signature(unit), .signature(day.chinese)]
    }

    /// What is being answered, masked.
    init(of comments: [Comment]) {
        paragraphs = []
        for comment in comments {
            let author = comment.author ?? "未署名"
            paragraphs.append(.heading("\(comment.name): \(author), \(comment.receivedDay), \(comment.channel.name)"))
            add(comment.body)
        }
    }

    /// A form that does not go out: every value below its label.
    init(labelled form: Form, _ values: FormValues) {
        paragraphs = []
        for field in form.fields {
            guard let value = values[field.name] else { continue }
            paragraphs.append(.heading(field.label))
            add(field.reading(value))
        }
    }

    private mutating func add(_ text: String) {
        for line in text.split(whereSeparator: \.isNewline) { paragraphs.append(.body(String(line))) }
    }
}
