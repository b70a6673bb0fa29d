// 找文字: words sought in the fields of a form.

extension FormScreen {
    mutating func askForWords() -> Effect {
        asked = .words
        return .push(FindScreen(sheet.selectedText ?? sought, in: "各栏"))
    }

    mutating func find(_ words: String) -> Effect {
        sought = words
        return sheet.find(words) ? .none : .refuse("各栏中没有 \"\(words)\"")
    }
}
