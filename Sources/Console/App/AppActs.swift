// What can be done at this moment, for the key bar, 操作 and help.
import Model

extension App {
    /// Everything that can be done here, for 操作 and the key bar.
    var actsHere: [ListedAct] {
        if screens.last is any KeyShowing, !isInMenu { return screens.last?.acts(desk) ?? [] }
        let own = isInMenu ? Menu.acts : screens.last?.acts(desk) ?? []
        let field =
            isInText
            ? TextEditAction.bindings.map { ListedAct(.field($0.action), $0, refusal: refusal(of: $0.action)) } : []
        let taken = Set((own + field).flatMap(\.keys))
        return own + field
            + ProgramAction.bindings.map { binding in
                ListedAct(
                    .program(binding.action), binding, label: label(of: binding), refusal: refusal(of: binding.action)
                ).without(taken)
            }
    }

    /// The word of an act that goes both ways says which way it goes now.
    private func label(of binding: Binding<ProgramAction>) -> String {
        switch binding.action {
        case .switchFocus where isInMenu: "工作区"
        case .foldMenu where menu != nil && !isMenuShown: "展开"
        default: binding.label
        }
    }

    func perform(_ name: ListedAct.Name) {
        switch name {
        case .program(let action): perform(action)
        case .field(let action): perform(action)
        case .menu(let action): perform(action)
        case .screen(let index): run { $0.perform(act: index, self.desk) }
        }
    }

    func openHelp() {
        guard let top = screens.last else { return }
        if isInMenu {
            open(HelpScreen(title: "菜单", about: Menu.about, acts: actsHere))
        } else if let field = top.fieldHelp(desk) {
            open(
                HelpScreen(
                    title: field.title,
                    paragraphs: [field.text, "", "按 F3 列出这里能办的所有事; 光标在按钮上时, 按 F1 看整页的帮助。"], acts: actsHere,
                    inText: isInText))
        } else {
            open(HelpScreen(title: top.title, about: top.guidance, acts: actsHere))
        }
    }
}
