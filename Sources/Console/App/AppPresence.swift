// The idle desk is locked and the long session ended; nothing is looked at in between, for each wait ends at the next deadline.
import Model

extension App {
    /// What was typed is kept so many milliseconds after its first key.
    private static let longestUnkept = 2000

    var wakeAfter: Int? {
        guard !desk.isSessionOver else { return nil }
        let times = [unkeptSince.map { $0 + Self.longestUnkept }, presence?.endTime, isShut ? nil : presence?.lockTime]
        return times.compactMap { $0 }.min().map { max(0, $0 - desk.ticks()) }
    }

    /// Whether the password is asked for before anything of the desk is seen.
    var isShut: Bool { screens.contains { $0 is SignInScreen } }

    /// Locks the screen or ends the session when it is time.
    /// - Returns: whether it was; what was pressed then does not reach the work.
    func meetDeadlines() -> Bool {
        guard let presence, desk.session != nil, !desk.isSessionOver else { return false }
        let now = desk.ticks()
        if now >= presence.endTime {
            keepAll()
            desk.leaveSession(.tooLong)
            shut(.tooLong)
            return true
        }
        if now >= presence.lockTime, !isShut {
            keepAll()
            shut(.locked(since: desk.now))
            return true
        }
        return false
    }

    /// Typing that waits begins its wait once, however steadily the clerk goes on; what could not be kept waits anew.
    func noteTyping(after event: InputEvent) {
        let waits = !desk.isSessionOver && screens.contains { $0.hasUnkeptTyping }
        let begun = event == .woken ? nil : unkeptSince
        unkeptSince = waits ? begun ?? desk.ticks() : nil
    }

    /// The session was ended elsewhere: the same clerk signs in again, and what they typed becomes a draft then.
    func askToSignInAgain() {
        guard !screens.contains(where: { ($0 as? SignInScreen)?.isAgain == true }) else { return }
        shut(.endedElsewhere)
    }

    /// Asks the clerk for the password, with nothing of the desk in sight.
    private func shut(_ purpose: SignInScreen.Purpose) {
        guard let clerk = desk.clerk else { return }
        screens.removeAll { $0 is SignInScreen }
        focus = .work
        if purpose != .endedElsewhere { message = nil }
        open(SignInScreen(of: clerk.name, purpose))
    }
}
