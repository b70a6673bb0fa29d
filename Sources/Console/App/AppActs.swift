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

    /// Why an act of the program cannot be done now.
    func refusal(of action: ProgramAction) -> String? {
        switch action {
        case .foldMenu where isPlain: return "朴素方式下菜单不和工作区并排, 没有什么可收起; 按 F6 看菜单"
        case .switchFocus, .foldMenu:
            guard menu != nil, !isShut else { return "登录后才有菜单" }
            return screens.last?.placement == .work ? nil : "请先办完眼前的这一步, 或按 Esc 返回"
        case .terminal where desk.terminal == nil: return "这里没有可以设置的终端"
        case .terminal where screens.last is TerminalScreen: return "终端已经在设置"
        case .signOut: return screens.last is QuestionScreen ? "请先回答眼前的问题, 或按 Esc 返回" : nil
        default: return nil
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
