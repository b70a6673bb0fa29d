// The desk itself: it keeps the open screens, hands them keys and draws everything round them.
import Model

/// The console as one value machine: an event in, a screen out. It knows no terminal.
final class App: TerminalProgram {
    /// Where the next key goes.
    enum Focus { case menu, work }

    let desk: Desk
    private(set) var screens: [any Screen]
    private(set) var focus = Focus.work
    private(set) var menu: Menu?
    private(set) var waiting = Waiting()
    private(set) var isMenuFolded = false
    private(set) var size: Size
    private(set) var hasEnded = false
    /// The sentence in the status line and whether it is a refusal.
    private(set) var message: (text: String, isRefusal: Bool)?
    private var outsideWork: (() -> Void)?
    private var wantsRedraw = false

    init(_ desk: Desk, size: Size) {
        self.desk = desk
        self.size = size
        screens = []
        open(SignInScreen())
    }

    // MARK: - Events

    func handle(_ event: InputEvent) {
        switch event {
        case .resized(let size):
            self.size = size
            fitAll()
        case .hangUp:
            keepAll()
            signOut()
            hasEnded = true
        case .woken: run { $0.keep(self.desk) }
        case .key(let key) where isTooSmall:
            if key == .function(10) { hasEnded = true }
        case .paste where isTooSmall: break
        case .key(let key):
            message = nil
            press(key)
        case .paste(let text):
            message = nil
            if focus == .work, let effect = withTop({ $0.paste(text, self.desk) }) {
                carryOut(effect)
            } else {
                refuse("这里不能粘贴; 请先把光标移到要填写的栏目")
            }
        }
    }

    var wakeAfter: Int? { screens.contains { $0.hasUnkeptTyping } ? 2000 : nil }

    func takeOutsideWork() -> (() -> Void)? {
        defer { outsideWork = nil }
        return outsideWork
    }

    func takeRedraw() -> Bool {
        defer { wantsRedraw = false }
        return wantsRedraw
    }

    var isTooSmall: Bool { size.rows < Size.floor.rows || size.columns < Size.floor.columns }

    // MARK: - Keys: the field, the screen, everywhere

    private func press(_ key: Key) {
        if focus == .menu, pressInMenu(key) { return }
        if focus == .work {
            if let effect = withTop({ $0.type(key, self.desk) }) { return carryOut(effect) }
            if let effect = withTop({ $0.press(key, self.desk) }) { return carryOut(effect) }
        }
        let isTyping = focus == .work && (screens.last?.isTyping ?? false)
        let sought = isTyping ? key : key.folded
        if let binding = ProgramAction.bindings.first(where: { $0.keys.contains(sought) }) {
            return perform(binding.action)
        }
        refuse("这里不用 \(key.name) 键; 按 F3 看能办什么, 按 F1 看帮助")
    }

    private func pressInMenu(_ key: Key) -> Bool {
        guard var menu else { return false }
        let key = key.folded
        if menu.window.handle(key) {
            self.menu = menu
            return true
        }
        switch key {
        case .enter, .right:
            if let target = menu.current?.target { follow(target) }
        case .escape, .left: focus = .work
        default: return false
        }
        return true
    }

    /// Why an act of the program cannot be done now.
    func refusal(of action: ProgramAction) -> String? {
        switch action {
        case .switchFocus, .foldMenu:
            guard menu != nil else { return "登录后才有菜单" }
            if case .work = screens.last?.placement { return nil }
            return "请先答完眼前的问题, 或按 Esc 返回"
        default: return nil
        }
    }

    private func perform(_ action: ProgramAction) {
        if let refusal = refusal(of: action) { return refuse(refusal) }
        switch action {
        case .help: openHelp()
        case .acts: open(ActsScreen(acts: actsHere.filter { $0.name != .program(.acts) }))
        case .readAgain:
            run { $0.read(self.desk) }
            if message == nil { say("已重新读取") }
        case .switchFocus:
            isMenuFolded = false
            focus = focus == .menu ? .work : .menu
            fitAll()
        case .foldMenu:
            isMenuFolded.toggle()
            focus = .work
            fitAll()
        case .back: run { $0.back(self.desk) }
        case .redraw: wantsRedraw = true
        case .signOut: askToSignOut()
        }
    }

    /// Everything that can be done here, for 操作 and the key bar.
    var actsHere: [ListedAct] {
        let own = screens.last?.acts(desk) ?? []
        let taken = Set(own.flatMap(\.keys))
        // A key that the screen has taken for itself is not named twice.
        return own
            + ProgramAction.bindings.map { binding in
                ListedAct(
                    name: .program(binding.action), keys: binding.keys.filter { !taken.contains($0) },
                    label: binding.label, help: binding.help, onBar: binding.onBar, refusal: refusal(of: binding.action)
                )
            }
    }

    private func openHelp() {
        guard let top = screens.last else { return }
        if let field = top.fieldHelp(desk) {
            open(HelpScreen(title: field.title, paragraphs: [field.text]))
        } else {
            open(HelpScreen(title: top.title, about: type(of: top).about, acts: actsHere))
        }
    }

    private func askToSignOut() {
        guard desk.session != nil else {
            hasEnded = true
            return
        }
        if screens.last is QuestionScreen { return }
        keepAll()
        open(
            QuestionScreen(
                "退出系统?", lines: ["写了一半的内容已存为草稿, 下次登录时可以接着写。"], confirm: "退出", effect: .signOut))
    }

    // MARK: - Effects

    private func carryOut(_ effect: Effect) {
        switch effect {
        case .none: break
        case .push(let screen): open(screen)
        case .replace(let screen):
            screens.removeLast()
            open(screen)
        case .pop: close()
        case .answer(let answer):
            close()
            if case .act(let name) = answer {
                perform(name)
            } else {
                run { $0.receive(answer, self.desk) }
            }
        case .say(let text): say(text)
        case .refuse(let text): refuse(text)
        case .signedIn(let session): begin(session)
        case .signOut: signOut()
        case .outside(let work): outsideWork = { [unowned self] in carryOut(work()) }
        case .several(let effects): effects.forEach(carryOut)
        }
    }

    private func perform(_ name: ListedAct.Name) {
        switch name {
        case .program(let action): perform(action)
        case .screen(let index): run { $0.perform(act: index, self.desk) }
        }
    }

    private func open(_ screen: any Screen) {
        screens.append(screen)
        fitAll()
        run { $0.read(self.desk) }
    }

    /// Closes the top screen; the last one in the work area stays.
    private func close() {
        guard screens.count > 1 else {
            if menu != nil {
                isMenuFolded = false
                focus = .menu
                fitAll()
            }
            return
        }
        screens.removeLast()
        fitAll()
        run { $0.read(self.desk) }
        countWaiting()
    }

    private func run(_ body: (inout any Screen) -> Effect) {
        guard var top = screens.last else { return }
        let depth = screens.count
        let effect = body(&top)
        screens[depth - 1] = top
        carryOut(effect)
    }

    private func withTop(_ body: (inout any Screen) -> Effect?) -> Effect? {
        guard var top = screens.last else { return nil }
        let effect = body(&top)
        screens[screens.count - 1] = top
        return effect
    }

    private func fitAll() {
        guard !isTooSmall else { return }
        let frame = Frame(size: size, isMenuFolded: isMenuFolded || menu == nil)
        for index in screens.indices {
            let area = frame.area(of: screens[index].placement)
            screens[index].fit(Size(rows: area.rows, columns: area.columns))
        }
        menu?.window.fit(page: frame.menu.rows)
    }

    /// Keeps what is typed in every open screen, before something may end them.
    private func keepAll() {
        for index in screens.indices { _ = screens[index].keep(desk) }
    }

    /// A sentence for the status line from outside, such as a note on the terminal.
    func tell(_ text: String) { message = (text, false) }

    /// The screen while another process writes.
    func waitingForOthers() -> Grid {
        message = ("正在等待别人写完..", false)
        return paint()
    }

    private func say(_ text: String) { tell(text, isRefusal: false) }
    private func refuse(_ text: String) { tell(text, isRefusal: true) }

    /// A sentence too long for the status line is shown whole, over the desk.
    private func tell(_ text: String, isRefusal: Bool) {
        let room = Frame(size: size, isMenuFolded: true).status.columns - 2
        guard TextWidth.of(Printable.clean(text)) > room, screens.count > 0 else {
            message = (text, isRefusal)
            return
        }
        let lines = [StyledLine(text, isRefusal ? .refusal : .plain)]
        let rows = lines[0].wrapped(to: 58).count
        open(TextScreen(isRefusal ? "没有办成" : "请看", lines, in: .popup(Size(rows: rows, columns: 60))))
    }

    // MARK: - Session

    private func begin(_ session: Session) {
        desk.begin(session)
        menu = Menu(for: session.clerk)
        screens = []
        countWaiting()
        if session.clerk.mustChangePassword {
            open(ChangePasswordScreen(isFirst: true))
        } else {
            follow(Landing.target(for: session.clerk))
            greet(session)
        }
    }

    /// Says what is waiting, and offers the drafts left from last time.
    private func greet(_ session: Session) {
        say(Landing.greeting(session.clerk, waiting))
        guard let drafts = try? desk.office.drafts(in: session), !drafts.isEmpty else { return }
        open(DraftsScreen(drafts: drafts))
    }

    private func signOut() {
        if let session = desk.session { try? desk.office.signOut(session) }
        desk.endSession()
        hasEnded = true
    }

    private func countWaiting() {
        guard let session = desk.session, let waiting = try? desk.office.waiting(in: session) else { return }
        self.waiting = waiting
        menu?.show(waiting)
    }

    /// Opens what a menu entry leads to.
    private func follow(_ target: Menu.Target) {
        keepAll()
        switch target {
        case .system(let system) where Procedure.of(system) != nil: menu?.toggle(system, waiting)
        case .signOut: askToSignOut()
        default:
            let opened = Landing.screens(for: target)
            guard !opened.isEmpty else { return refuse("\(menu?.current?.label ?? "这一项")尚未开通") }
            screens = []
            focus = .work
            menu?.point(at: target)
            opened.forEach(open)
        }
    }
}
