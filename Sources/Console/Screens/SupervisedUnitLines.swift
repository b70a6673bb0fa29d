// The lines of a unit's page of 督查, section by section.
import Model

extension SupervisedUnitScreen {
    typealias Paragraph = (text: StyledLine, target: Target?)

    func paragraphs(of unit: SupervisedUnit) -> [Paragraph] {
        let figures = unit.standing.figures
        var paragraphs: [Paragraph] = []
        func section(_ heading: String, _ lines: [Paragraph], nothing: String) {
            if !paragraphs.isEmpty { paragraphs.append((.empty, nil)) }
            paragraphs.append((StyledLine(" " + heading, .label), nil))
            paragraphs += lines.isEmpty ? [(StyledLine("  " + nothing, .dim), nil)] : lines
        }
        section(
            "超期 \(figures.overdue) 项, 将到 \(figures.soon) 项", unit.deadlines.flatMap { deadline($0, unit) },
            nothing: "没有超期和将到的")
        section(
            "未答复的建议 \(figures.unanswered) 条, 答复超期 \(figures.overdueAnswers) 条",
            unit.comments.map(comments) + rest(unit.commentedMatters, "件"), nothing: "没有要答复的建议")
        section(
            "未上网登记 \(figures.unposted) 份", unit.unposted.map(posting) + rest(figures.unposted, "份"),
            nothing: "都已登记上网")
        section("最近晚发的 (今年 \(figures.metLate) 项)", unit.late.flatMap(publication), nothing: "没有晚办结的")
        section("最近紧急发布的", unit.emergencies.flatMap(publication), nothing: "没有紧急发布的")
        section("最近的督办 (未复 \(figures.notes) 件)", unit.notes.map { note($0, unit) }, nothing: "没有督办过")
        section(
            "最近十二个月的公告数, 其中逾期的, 和欠发的", MonthBars(unit.months, columns: columns - 2).lines.map { ($0, nil) },
            nothing: "还没有公告")
        return paragraphs
    }

    private func deadline(_ open: OpenDeadline, _ unit: SupervisedUnit) -> [Paragraph] {
        let light = open.deadline.light
        let sentence = open.deadline.sentence(today: today, calendar: unit.calendar)
        let line = StyledLine(" \(light.word) ", Style(light), indent: 6).then(sentence)
        let told = Target.Line.deadline(open.matter, rule: open.deadline.rule, open.deadline.period)
        guard let matter = open.matter else { return [(line, Target(line: told, place: .quarters(open.system)))] }
        return [
            (line, Target(line: told, place: .matter(matter, open.system))),
            (StyledLine("      \(open.title)", .dim, indent: 6), nil),
        ]
    }

    private func comments(_ matter: CommentedMatter) -> Paragraph {
        let word = matter.light.word.isEmpty ? "建议" : matter.light.word
        return (
            StyledLine(" \(word) ", Style(matter.light), indent: 6).then("\(matter.title): \(matter.waitingSentence)"),
            Target(line: .comments(matter.id), place: .comments(matter))
        )
    }

    private func posting(_ posted: PostingOccasion) -> Paragraph {
        let line = StyledLine(
            "  \(posted.publishedAt.day)  \(posted.documentName) \(posted.number)  \(posted.title)", indent: 6)
        let target = posted.subject.matter.map {
            Target(line: .posting(posted.subject), place: .matter($0, posted.system))
        }
        return (line, target)
    }

    /// Says how many more there are than are listed.
    private func rest(_ count: Int, _ measure: String) -> [Paragraph] {
        let more = count - SupervisedUnit.most
        return more > 0 ? [(StyledLine("  还有 \(more) \(measure)没有列出", .dim), nil)] : []
    }

    private func publication(_ row: SupervisedPublication) -> [Paragraph] {
        let line = StyledLine("  \(row.at.day)  \(row.label)  \(row.standing)  \(row.title)", indent: 6)
        return [
            (
                line,
                row.matter.map {
                    Target(line: .publication(row.kind, row.id), place: .matter($0, row.system))
                }
            ),
            (StyledLine("      原因: \(row.reason)", .dim, indent: 6), nil),
        ]
    }

    private func note(_ note: SupervisionNote, _ unit: SupervisedUnit) -> Paragraph {
        let sentence = note.sentence(today: today, calendar: unit.calendar)
        return (
            StyledLine("  \(note.sentAt.day)  ", indent: 6).then(note.word, Style(note.light)).then(
                "  \(note.title), \(sentence)"), Target(line: .note(note.id), place: .note(note.id))
        )
    }
}
