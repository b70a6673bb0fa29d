// A clerk's presence from sign-in to sign-out.

/// The proof of a sign-in that every act asks for. It carries no rights: those are read afresh inside each act.
public struct Session: Hashable, Sendable {
    public let id: Identifier<Session>
    /// The clerk as of sign-in, for what the screen shows.
    public let clerk: Clerk

    /// The same session once the clerk has chosen a password of their own.
    public var afterPasswordChange: Session {
        Session(id: id, clerk: clerk.withOwnPassword)
    }
}
