// What may be done about a comment in which state.

/// Something a clerk does about a comment.
public enum CommentStep: CaseIterable, Hashable, Sendable {
    case handle, reply, changeReply, hide, show, markDuplicate, unmarkDuplicate, extend, recordSatisfaction
}

extension Comment {
    /// Why a step cannot be taken in the comment's state, or nil. The screen dims by it, the act asks it again.
    public func refusal(of step: CommentStep) -> String? {
        switch step {
        case .handle, .reply: closed ?? answered
        case .changeReply: state == .hidden ? closed : reply == nil ? "\(name)还没有答复" : nil
        case .hide:
            if state == .hidden { "\(name)已经隐藏" } else { duplicatesStand("隐藏") }
        case .show: state == .hidden ? nil : "\(name)没有隐藏"
        case .markDuplicate: closed ?? answered ?? duplicatesStand("标为重复")
        case .unmarkDuplicate: duplicateOf != nil ? nil : "\(name)没有标为重复"
        case .extend: closed ?? answered ?? extensionRefusal
        case .recordSatisfaction: state == .hidden ? closed : reply == nil ? "\(name)还没有答复, 答复以后才能登记满意度" : nil
        }
    }

    /// Why it cannot be the one that others repeat, or nil.
    public var originalRefusal: String? {
        switch state {
        case .hidden: "\(name)已经隐藏, 请选另一条"
        case .duplicate: "\(name)自己是重复的, 请选它所重复的第 \(duplicateOf?.rawValue ?? 0) 条"
        case .waiting, .handled, .answered: nil
        }
    }

    private var closed: String? {
        switch state {
        case .hidden: "\(name)已经隐藏, 不需要办理; 要办理请先恢复显示"
        case .duplicate: "\(name)已标为与第 \(duplicateOf?.rawValue ?? 0) 条重复, 不需要另外办理; 要办理请先撤销重复"
        case .waiting, .handled, .answered: nil
        }
    }

    private var answered: String? {
        reply.map { "\(name)已由\($0.by) \($0.at.text) 答复" }
    }

    private func duplicatesStand(_ step: String) -> String? {
        duplicates > 0 ? "有 \(duplicates) 条建议标为与\(name)重复, 不能\(step); 请先撤销那些重复" : nil
    }

    private var extensionRefusal: String? {
        if extendedReason != nil { return "\(name)的答复已经延长过, 最迟 \(due)（含当日）" }
        return light == .overdue ? "\(name)的答复期限 \(due) 已过, 不能再延长" : nil
    }
}
