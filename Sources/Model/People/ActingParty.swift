// Whoever runs a command: the server's operator, or a clerk who has signed in for it.

/// As whom a command acts (design 7).
public enum ActingParty: Sendable {
    /// The owner of the store file, without any role.
    case serverOperator(ServerOperator)
    case clerk(Session)
}

extension Office {
    /// Refuses a clerk who may not do an act, before the work that it ends is begun; journaled as at the door.
    func mustBeAllowed<A: Act>(_ act: A.Type, _ party: ActingParty) throws(Refusal) {
        guard case .clerk(let session) = party else { return }
        try mustBeAllowed(act, in: session)
    }
}
