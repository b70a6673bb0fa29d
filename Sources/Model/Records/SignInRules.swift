// The rules of sign-in as a site has set them, for whoever shows or keeps them.
internal import GRDB

extension Office {
    /// How long a session may last and rest; what holds where nothing is set if that cannot be read.
    public func limits(of session: Session) -> SignInLimits {
        (try? settings(of: session)).map { SignInLimits($0) } ?? SignInLimits()
    }

    /// What a password must be; what holds where nothing is set if that cannot be read.
    public func passwordPolicy(of session: Session) -> PasswordPolicy {
        (try? settings(of: session)).map { PasswordPolicy($0) } ?? .standard
    }

    private func settings(of session: Session) throws(Refusal) -> Settings {
        try read { db in try Settings(reading: db, site: session.clerk.site.id) }
    }
}
