// 公示情况报告 as a text: what was announced, what citizens wrote, and what became of it (G9).

/// The annex of a request to the government, made from the matter and its comments. Citizens stay unnamed in it.
struct MatterAccount {
    /// More comments are counted, not quoted.
    static let mostQuoted = 30
    /// Characters of a comment that are quoted.
    static let longestQuote = 200

    let name: String
    let procedure: Procedure
    let matter: Matter
    let figures: CommentFigures
    /// The comments quoted, at most `mostQuoted`.
    let quoted: [Comment]
    let day: Day

    var text: PublicText {
        var text = PublicText()
        text.paragraphs = [.title(name)] + particulars.map(PublicText.Paragraph.body)
        for (index, section) in sections.enumerated() {
            text.paragraphs.append(.heading("\(PublicText.chineseNumber(index + 1))、\(section.heading)"))
            text.paragraphs += section.lines.map(PublicText.Paragraph.body)
        }
        text.paragraphs += [.signature(matter.unit.name), .signature(day.chinese)]
        return text
    }

    private var particulars: [String] {
        let first = procedure.documents[0]
        var lines = ["事项: \(matter.title)", "单位: \(matter.unit.name)"]
        guard let document = matter.document(first.kind) else { return lines }
        lines.append("\(first.name): 编号 \(document.number), \(document.publishedText) 发布")
        if let period = first.timeText(document.values) { lines.append("\(procedure.eventName): \(period)") }
        for move in matter.postponements {
            lines.append("\(procedure.postponement?.word ?? ""): 由 \(move.from) 改到 \(move.to), 原因: \(move.reason)")
        }
        return lines
    }

    private var sections: [(heading: String, lines: [String])] {
        var sections = [("意见收集情况", collected)]
        if figures.standing > 0 {
            sections += [("意见办理情况", worked), ("主要意见和采纳情况", opinions), ("群众满意度", satisfied)]
        }
        if let report = matter.document(.report) {
            let description = procedure.document(.report)
            let lines = description?.form.ownFields.compactMap { field -> [String]? in
                guard case .text = field.kind, let said = report.values.text(field.name) else { return nil }
                return said.split(separator: "\n").map(String.init)
            }
            sections.append(("\(procedure.eventName)结论", lines?.flatMap { $0 } ?? []))
        }
        return sections
    }

    private var collected: [String] {
        var lines =
            figures.received == 0
            ? ["\(procedure.eventName)内没有收到意见建议。"]
            : [
                "\(procedure.eventName)内收到意见建议 \(figures.received) 条: "
                    + figures.byChannel.map { "\($0.channel) \($0.count) 条" }.joined(separator: ", ") + "。"
            ]
        let besides = [
            figures.duplicate > 0 ? "重复的 \(figures.duplicate) 条, 并入相同的一条答复" : nil,
            figures.hidden > 0 ? "不宜公开的 \(figures.hidden) 条" : nil,
        ].compactMap { $0 }
        if !besides.isEmpty { lines.append("其中: \(besides.joined(separator: "; "))。") }
        if figures.late > 0 { lines.append("\(procedure.eventName)结束以后收到 \(figures.late) 条, 另行答复, 不计入以下各项。") }
        return lines
    }

    private var worked: [String] {
        [
            "应办理 \(figures.standing) 条, 已处理 \(figures.handled) 条, 已答复 \(figures.answered) 条。",
            Adoption.allCases.map { "\($0.name) \(figures.adoptions[$0] ?? 0) 条" }.joined(separator: ", ") + "。",
        ]
    }

    private var opinions: [String] {
        var lines = quoted.enumerated().map { index, comment in
            let reason = comment.adoptionReason.map { "（\($0)）" } ?? ""
            let became = comment.adoption.map { "\($0.name)\(reason)" } ?? "尚未答复"
            return "\(index + 1). \(Self.quote(comment.body))  采纳情况: \(became)"
        }
        if figures.standing > quoted.count { lines.append("其余 \(figures.standing - quoted.count) 条略。") }
        return lines
    }

    /// A comment in one line, cut where it is long.
    private static func quote(_ body: String) -> String {
        let line = body.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.count <= longestQuote ? line : line.prefix(longestQuote) + "（下略）"
    }

    private var satisfied: [String] {
        let told = figures.satisfactions.values.reduce(0, +)
        guard told > 0 else { return ["没有登记满意度。"] }
        let degrees = Satisfaction.Degree.allCases.map { "\($0.name) \(figures.satisfactions[$0] ?? 0) 条" }
        return ["登记满意度 \(told) 条: \(degrees.joined(separator: ", "))。"]
    }
}
