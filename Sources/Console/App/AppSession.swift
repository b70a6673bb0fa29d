// The desk from sign-in to sign-out: landing, menu, what is waiting, drafts.
import Model

extension App {
    /// Keeps what is typed in every open screen, before something may end them.
    /// - Returns: the sentence of the first that could not be kept.
    @discardableResult
    func keepAll() -> String? {
        var problem: String?
        for index in screens.indices {
            var screen = screens[index]
            if case .refuse(let sentence) = screen.keep(desk) { problem = problem ?? sentence }
            screens[index] = screen
        }
        return problem
    }

    /// The line is gone: nobody can be asked, so keeping is tried while another process writes, but never long, for the
    /// process must not outlive its line. Each try waits a tenth of a second.
    func keepBeforeLeaving() {
        var tries = 8
        while tries > 0, keepAll() != nil { tries -= 1 }
    }

    func begin(_ session: Session) {
        let former = desk.session
        desk.begin(session)
        if former?.id != session.id {
            presence = Presence(desk.office.limits(of: session), began: desk.ticks())
            // One that could not go on, such as that of a clerk who was moved, is open still.
            if let former { try? desk.office.signOut(former, .replaced) }
        }
        // What was typed before the session was ended elsewhere is kept in the new one; until that works it stays on the desk.
        if let problem = keepAll() {
            screens.removeAll { $0 is SignInScreen }
            fitAll()
            return refuse(problem)
        }
        settleTerminal(in: session)
        menu = Menu(for: session.clerk)
        screens = []
        focus = .work
        countWaiting()
        if let due = session.clerk.duePasswordChange {
            open(ChangePasswordScreen(due))
        } else {
            follow(Landing.target(for: session.clerk))
            greet(session)
        }
        tellOfAccounts(session)
    }

    /// Says what is waiting, and offers the drafts left from last time.
    private func greet(_ session: Session) {
        if let drafts = try? desk.office.drafts(in: session), !drafts.isEmpty { open(DraftsScreen(desk)) }
        let last = (try? desk.office.lastSignIn(in: session)) ?? nil
        if let warning = last?.warning(on: desk.today) { open(SessionsScreen.warning(warning)) }
        // Said last, so that it is what stands in the status line.
        say(Landing.greeting(session.clerk, waiting, last, fits: fitsStatus))
    }

    func askToSignOut() {
        guard desk.session != nil else {
            hasEnded = true
            return
        }
        let problem = keepAll()
        let line = problem.map { "\($0)。现在退出, 刚才输入的内容会丢失。" } ?? "写了一半的内容已存为草稿, 下次登录时可以接着写。"
        open(QuestionScreen("退出系统?", lines: [line], confirm: "退出", effect: .signOut))
    }

    func signOut(_ leaving: SessionEnding = .signedOut) {
        if let session = desk.session { try? desk.office.signOut(session, leaving) }
        desk.endSession()
        hasEnded = true
    }

    func countWaiting() {
        guard let session = desk.session, let waiting = try? desk.office.waiting(in: session) else { return }
        self.waiting = waiting
        menu?.show(waiting)
    }

    /// Opens what a menu entry leads to.
    func follow(_ target: Menu.Target) {
        let wasTyping = screens.contains { $0.hasUnkeptTyping }
        if let problem = keepAll() { return refuse(problem) }
        switch target {
        case .system(let system) where Procedure.of(system) != nil || system.hasFullTextQuery:
            menu?.toggle(system, waiting)
        case .signOut: askToSignOut()
        default:
            guard let clerk = desk.clerk else { return }
            if let refusal = Landing.refusal(of: target, for: clerk) { return refuse(refusal) }
            let opened = Landing.screens(for: target, of: clerk)
            guard !opened.isEmpty else { return refuse("\(menu?.current?.label ?? "这一项")尚未开通") }
            screens = []
            focus = .work
            menu?.follow(target)
            opened.forEach(open)
            if wasTyping, message == nil { say("已存草稿") }
        }
    }
}
