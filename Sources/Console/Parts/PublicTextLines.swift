// A public text as lines of a page.
import Model

extension PublicText {
    /// The text as it is read on the screen: title, sections, bodies standing in, signature at the end.
    var lines: [StyledLine] {
        var lines: [StyledLine] = []
        for paragraph in paragraphs {
            switch paragraph {
            case .title(let text): lines += [StyledLine(text.isEmpty ? "(还没有标题)" : text, .label), .empty]
            case .number(let text): lines += [StyledLine(text, .dim), .empty]
            case .heading(let text): lines.append(StyledLine(text, .label))
            case .body(let text): lines.append(StyledLine("    \(text)"))
            case .attachment(let text): lines.append(StyledLine("    \(text)"))
            case .signature(let text): lines.append(StyledLine("                    \(text)"))
            }
        }
        return lines
    }
}
