// What a screen asks of the desk after an act.
import Model

/// The consequence of an act, carried out by the desk after the screen has changed.
indirect enum Effect {
    case none
    /// Opens a screen on top of this one.
    case push(any Screen)
    /// Opens a screen in place of this one.
    case replace(any Screen)
    /// Closes this screen.
    case pop
    /// Closes this screen and hands its answer to the one below.
    case answer(Answer)
    /// A sentence for the status line.
    case say(String)
    /// A refusal for the status line.
    case refuse(String)
    case signedIn(Session)
    case signOut
    /// Work that needs the terminal for itself; its effect comes afterwards.
    case outside(() -> Effect)
    case several([Effect])

    /// Both, one after the other.
    func then(_ next: Effect) -> Effect { .several([self, next]) }
}
