// The page of a comment as lines.
import Model

enum CommentLines {
    static func lines(of comment: Comment, _ history: [HistoryEntry]) -> [StyledLine] {
        heading(comment) + body("建议内容", comment.body) + handling(comment) + reply(comment)
            + satisfaction(comment) + past(history)
    }

    private static func heading(_ comment: Comment) -> [StyledLine] {
        let author = comment.author.map { "建议人 \($0)" } ?? "未署名"
        let contact = comment.contact.map { ", 联系方式 \($0)" } ?? ""
        var lines = [
            StyledLine("《\(comment.matterTitle)》"),
            StyledLine("\(comment.receivedAt.text) 收到, \(comment.channel.name), \(author)\(contact)"),
        ]
        if let registration = comment.registration {
            lines.append(
                StyledLine("\(registration.at.text) \(registration.by) \(comment.source == nil ? "登记" : "导入")", .dim))
        }
        if let source = comment.source {
            let id = source.id.map { ", 来源编号 \($0)" } ?? ""
            lines.append(StyledLine("第 \(source.number) 批导入, 文件 \(AttachmentName.shown(source.file))\(id)", .dim))
        }
        if comment.isLate { lines.append(StyledLine("逾期意见: 意见截止以后收到, 照常答复, 不影响发布报告。", .soon)) }
        let due: Style = comment.light == .overdue ? .overdue : .plain
        let state = comment.light == .ended ? "" : "\(comment.state.name); "
        return lines + [StyledLine(state).then(comment.dueSentence, due)]
    }

    private static func handling(_ comment: Comment) -> [StyledLine] {
        var lines: [StyledLine] = []
        if let at = comment.handledAt {
            lines.append(StyledLine("\(at.text) 处理\(comment.handling.map { ": \($0)" } ?? "")", indent: 4))
        }
        if let reason = comment.extendedReason { lines.append(StyledLine("答复期限已延长, 原因: \(reason)", indent: 4)) }
        if let reason = comment.hiddenReason { lines.append(StyledLine("已隐藏, 原因: \(reason)", indent: 4)) }
        if let original = comment.duplicateOf {
            lines.append(
                StyledLine("与第 \(original.rawValue) 条建议重复, 按 \(CommentScreen.key(.original)) 打开那一条", indent: 4))
        }
        if comment.duplicates > 0 { lines.append(StyledLine("另有 \(comment.duplicates) 条建议标为与这一条重复")) }
        return lines.isEmpty ? [] : [.empty, StyledLine("办理", .label)] + lines
    }

    private static func reply(_ comment: Comment) -> [StyledLine] {
        guard let reply = comment.reply else { return [] }
        var lines = body("部门答复", reply.body)
        lines.append(
            StyledLine(
                "\(reply.at.text) \(reply.by) 答复" + (reply.version > 1 ? ", 后来修改过 \(reply.version - 1) 次" : ""), .dim))
        if let adoption = comment.adoption {
            lines.append(StyledLine("采纳情况: \(adoption.name)" + (comment.adoptionReason.map { ", 理由: \($0)" } ?? "")))
        }
        return lines
    }

    private static func satisfaction(_ comment: Comment) -> [StyledLine] {
        guard let satisfaction = comment.satisfaction else { return [] }
        let learned = [satisfaction.day?.description, satisfaction.channel?.name].compactMap { $0 }
        return [StyledLine("满意度: " + ([satisfaction.degree.name] + learned).joined(separator: ", "))]
    }

    private static func past(_ history: [HistoryEntry]) -> [StyledLine] {
        guard !history.isEmpty else { return [] }
        return [.empty, StyledLine("历史", .label)]
            + history.flatMap { entry in
                let reason = entry.reason.map { "; 原因: \($0)" } ?? ""
                return [StyledLine("\(entry.at.text) \(entry.clerk) \(entry.sentence)\(reason)", indent: 4)]
                    + entry.changes.map { StyledLine("    \($0.label): ", .dim, indent: 4).then($0.text, .dim) }
            }
    }

    private static func body(_ label: String, _ text: String) -> [StyledLine] {
        [.empty, StyledLine(label, .label)] + text.split(separator: "\n").map { StyledLine("    \($0)") }
    }
}
