// A locked screen opened again by the clerk's password.
internal import GRDB

/// What the journal calls it.
enum UnlockedScreen {
    static let act = "unlock"
}

extension Office {
    /// Checks the password of a clerk whose screen was locked; wrong ones count as at sign-in.
    /// - Parameters:
    ///   - since: when the screen was locked.
    ///   - address: where the clerk sits, as far as it is known.
    /// - Throws: `Refusal`, `.session` if the session has ended meanwhile.
    public func unlock(
        _ session: Session, password: String, lockedSince since: Moment, from address: String
    ) throws(Refusal) {
        let now = clock.now()
        let name = session.clerk.name
        let hash = try read(in: session) { transaction in
            try SignInFailures(transaction.db, name, now: now).mustNotWait(self.clock)
            return try transaction.password()
        }
        let clerk = session.clerk
        let attempt = SignInAttempt(
            name: name,
            writer: Journal.Writer(clerk: clerk.id, name: clerk.fullName, unit: clerk.unit.id, session: session.id),
            address: address, isUnlocking: true)
        guard let hash, Password.matches(password, hash) else {
            // The name stands on the page: only the password can be wrong.
            throw Refusal(try failed(attempt, now).sentence.replacing("帐号或密码", with: "密码"), reason: .notAllowed)
        }
        try write(in: session) { transaction in
            let failures = SignInFailures(transaction.db, name, now: transaction.now)
            try failures.mustNotWait(self.clock)
            try failures.forget()
            try transaction.append(
                Journal.Entry(sentence: "解锁屏幕, 自 \(since.told(on: transaction.today)) 起锁定", after: attempt.whence),
                act: UnlockedScreen.act)
        }
    }
}
