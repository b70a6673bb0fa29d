// The desk itself: it keeps the open screens, hands them keys and draws everything round them.
import Model

/// The console as one value machine: an event in, a screen out. It knows no terminal.
final class App: TerminalProgram {
    /// Where the next key goes.
    enum Focus { case menu, work }

    let desk: Desk
    var screens: [any Screen]
    var focus = Focus.work
    var menu: Menu?
    var waiting = Waiting()
    private var isMenuFolded = false
    var size: Size
    var hasEnded = false
    /// The sentence in the status line and whether it is a refusal.
    var message: (text: String, isRefusal: Bool)?
    private var outsideWork: (() -> Void)?
    private var wantsRedraw = false
    /// The record that was in hand when 操作 was opened.
    private var inHand: AnyHashable?
    /// Since when something typed waits to be kept, in milliseconds of the desk's clock.
    var unkeptSince: Int?
    /// Since when the clerk is there, and when they last pressed a key; nil before sign-in.
    var presence: Presence?

    init(_ desk: Desk, size: Size) {
        self.desk = desk
        self.size = size
        screens = []
        open(SignInScreen())
    }

    // MARK: - Events

    func handle(_ event: InputEvent) {
        let isLate = meetDeadlines()
        switch event {
        case .key where isLate, .paste where isLate: break
        case .resized(let size):
            self.size = size
            fitAll()
            if !isTooSmall { run { $0.read(self.desk) } }
        case .hangUp:
            keepBeforeLeaving()
            signOut(.lineLost)
        case .woken:
            if let problem = keepAll() { message = (problem, true) }
        case .arrived(let arrival):
            message = nil
            if !isTooSmall, let effect = show(arrival) { carryOut(effect) } else { arrival.event.map(handle) }
        case .key(let key) where isTooSmall:
            if Self.action(of: key) == .signOut {
                keepAll()
                signOut()
            }
        case .paste where isTooSmall: break
        case .key(let key):
            message = nil
            press(key)
            presence?.touched = desk.ticks()
        case .paste(let text):
            message = nil
            presence?.touched = desk.ticks()
            paste(text)
        }
        if desk.isSessionOver, !hasEnded { askToSignInAgain() }
        if let news = desk.office.takeNews() { show(news) }
        noteTyping(after: event)
    }

    func takeOutsideWork() -> (() -> Void)? {
        defer { outsideWork = nil }
        return outsideWork
    }

    func takeRedraw() -> Bool {
        defer { wantsRedraw = false }
        return wantsRedraw
    }

    var isTooSmall: Bool { size.rows < Size.floor.rows || size.columns < Size.floor.columns }

    /// Whether the next key goes to the menu; what stands over the desk takes it first.
    var isInMenu: Bool { focus == .menu && !isShut && screens.last?.placement == .work }

    /// The menu is unfolded while the cursor is in it.
    var isMenuShown: Bool { menu != nil && !isShut && (!(isMenuFolded || isPlain) || focus == .menu) }

    // MARK: - Keys: the field, the screen, everywhere

    private static func action(of key: Key) -> ProgramAction? {
        ProgramAction.bindings.first { $0.keys.contains(key) }?.action
    }

    private func press(_ pressed: Key) {
        let key = isInText ? pressed : pressed.folded
        if isInMenu {
            if pressInMenu(key) { return }
        } else {
            if isInText, let action = TextEditAction.of(key), action.needsDesk { return perform(action) }
            if let effect = withTop({ $0.type(key, self.desk) }) { return carryOut(effect) }
            if let effect = withTop({ $0.press(key, self.desk) }) { return carryOut(effect) }
        }
        if let action = Self.action(of: key) { return perform(action) }
        if !isInText, case .character(let typed) = key, !typed.isASCII {
            return refuse("收到的是 \"\(typed)\", 不是按键: 请把输入法切换到英文再按, 或按 F3 用上下键选")
        }
        refuse("这里不用 \(key.name) 键; 按 F3 看能办什么, 按 F1 看帮助")
    }

    private func pressInMenu(_ key: Key) -> Bool {
        if menu?.window.handle(Paging.key(key)) == true { return true }
        guard let binding = Menu.bindings.first(where: { $0.keys.contains(key) }) else { return false }
        perform(binding.action)
        return true
    }

    func perform(_ action: Menu.Action) {
        switch action {
        case .open: if let target = menu?.current?.target { follow(target) }
        }
    }

    /// The mark is to stand where the work area was opened from, wherever the cursor went meanwhile.
    private func leaveMenu() {
        focus = .work
        menu?.pointBack()
        fitAll()
    }

    func perform(_ action: ProgramAction) {
        if let refusal = refusal(of: action) { return refuse(refusal) }
        switch action {
        case .help: openHelp()
        case .acts:
            inHand = screens.last?.inHand
            open(ActsScreen(acts: actsHere.filter { $0.name != .program(.acts) }))
        case .readAgain:
            run { $0.read(self.desk) }
            countWaiting()
            if message == nil { say("已重新读取") }
        case .switchFocus:
            if focus == .menu { return leaveMenu() }
            focus = .menu
            fitAll()
        case .foldMenu:
            isMenuFolded = isMenuShown
            leaveMenu()
        case .back: if isInMenu { leaveMenu() } else { run { $0.back(self.desk) } }
        case .redraw: wantsRedraw = true
        case .terminal: open(TerminalScreen(desk))
        case .signOut: askToSignOut()
        }
    }

    // MARK: - Effects

    func carryOut(_ effect: Effect) {
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
                if case .screen = name, screens.last?.inHand != inHand {
                    refuse("光标所在的一行刚才被别人改动, 已不在这里; 没有办理, 请看清楚再办")
                } else {
                    perform(name)
                }
            } else {
                run { $0.receive(answer, self.desk) }
            }
        case .say(let text): say(text)
        case .refuse(let text): refuse(text)
        case .signedIn(let session): begin(session)
        case .signOut: signOut()
        case .outside(let work):
            outsideWork = { [unowned self] in
                carryOut(work())
                presence?.touched = desk.ticks()
            }
        case .several(let effects): effects.forEach(carryOut)
        }
    }

    func open(_ screen: any Screen) {
        screens.append(screen)
        fitAll()
        run { $0.read(self.desk) }
    }

    /// Closes the top screen; the last one in the work area stays.
    private func close() {
        guard screens.count > 1 else {
            if menu != nil { focus = .menu }
            return fitAll()
        }
        screens.removeLast()
        fitAll()
        run { $0.read(self.desk) }
        countWaiting()
    }

    func run(_ body: (inout any Screen) -> Effect) {
        guard var top = screens.last else { return }
        let depth = screens.count
        let effect = body(&top)
        screens[depth - 1] = top
        carryOut(effect)
    }

    func withTop(_ body: (inout any Screen) -> Effect?) -> Effect? {
        guard var top = screens.last else { return nil }
        let effect = body(&top)
        screens[screens.count - 1] = top
        return effect
    }

    func fitAll() {
        guard !isTooSmall else { return }
        let frame = Frame(size: size, isMenuFolded: !isMenuShown)
        for index in screens.indices {
            let area = frame.area(of: screens[index].placement)
            screens[index].fit(Size(rows: area.rows, columns: area.columns))
        }
        menu?.window.fit(page: frame.menu.rows)
    }
}
