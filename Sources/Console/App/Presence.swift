// How long the signed-in clerk has been there, and when they last pressed a key.
import Model

/// The times by which a session is locked and ended, in milliseconds of `Desk.ticks`.
struct Presence {
    private let limits: SignInLimits
    private let began: Int
    /// The last key or paste.
    var touched: Int

    init(_ limits: SignInLimits, began: Int) {
        self.limits = limits
        self.began = began
        touched = began
    }

    /// When the screen is locked if no key comes.
    var lockTime: Int { touched + limits.idle * 1000 }
    /// When the session ends whatever comes.
    var endTime: Int { began + limits.whole * 1000 }
}
