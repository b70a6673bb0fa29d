// Texts at the desk: what is cut, copied and pasted between fields, and keys that are only shown.
import Model

extension TextEditAction {
    /// Whether the desk does it, which keeps what was copied, and not the field alone.
    var needsDesk: Bool { [.cut, .copy, .paste].contains(self) }
}

/// A screen that shows what comes from the keyboard instead of doing it.
protocol KeyShowing: Screen {
    mutating func show(_ arrival: Arrival, _ desk: Desk) -> Effect
}

extension App {
    /// Whether keys type into a text, where a letter of any width is itself.
    var isInText: Bool { !isInMenu && screens.last?.isInText == true }

    var wantsArrivals: Bool { !isInMenu && screens.last is any KeyShowing }

    /// Shows what came; nil where it is to be done.
    func show(_ arrival: Arrival) -> Effect? {
        guard wantsArrivals else { return nil }
        return withTop { screen in
            guard var showing = screen as? any KeyShowing else { return nil }
            defer { screen = showing }
            return showing.show(arrival, desk)
        }
    }

    func paste(_ text: String) {
        if !isInMenu, let effect = withTop({ $0.paste(text, desk) }) {
            carryOut(effect)
        } else {
            refuse("这里不能粘贴; 请先把光标移到要填写的栏目")
        }
    }

    /// Why an act of the field cannot be done now.
    func refusal(of action: TextEditAction) -> String? {
        switch action {
        case .cut, .copy: screens.last?.selectedText == nil ? "没有选中可以复制的文字; 先选文字, 再移动光标" : nil
        case .paste: desk.copied.isEmpty ? "还没有剪下或复制过文字" : nil
        case .undo, .redo, .clear, .cutToEnd, .select, .selectAll: nil
        }
    }

    func perform(_ action: TextEditAction) {
        if let refusal = refusal(of: action) { return refuse(refusal) }
        switch action {
        case .paste: paste(desk.copied)
        case .cut, .copy:
            let text = screens.last?.selectedText ?? ""
            desk.copied = text
            if action == .cut { type(.delete) }
            if message == nil { say("\(action == .cut ? "已剪下" : "已复制") \(text.count) 字") }
        case .undo, .redo, .clear, .cutToEnd, .select, .selectAll:
            if let key = TextEditAction.bindings.first(where: { $0.action == action })?.keys.first { type(key) }
        }
    }

    private func type(_ key: Key) {
        carryOut(withTop { $0.type(key, desk) } ?? .refuse("这一栏现在没有可以改的"))
    }
}
