// Failed tries to sign in: how long the next one has to wait, whether the name exists or not.
internal import GRDB

/// A try to sign in, or to unlock a screen.
struct SignInAttempt {
    let name: String
    /// The clerk of that name; nil where there is none.
    let writer: Journal.Writer?
    /// Where it came from.
    let address: String
    let isUnlocking: Bool

    init(name: String, writer: Journal.Writer?, address: String, isUnlocking: Bool = false) {
        self.name = name
        self.writer = writer
        self.address = String(address.prefix(100))
        self.isUnlocking = isUnlocking
    }

    /// Who the journal says it was where there is no such clerk.
    static let unknown = "未知帐号"

    var act: String { isUnlocking ? UnlockedScreen.act : "signIn" }

    /// As the journal has it.
    var whence: [String: String] { ["来处": address] }

    func failure(_ failures: Int, wait: Int) -> Journal.Entry {
        let locked = wait > SignInLimits.delay(after: failures) ? ", 锁定 \(SignInLimits.told(wait))" : ""
        return Journal.Entry(
            sentence: "\(isUnlocking ? "解锁屏幕" : "登录")失败, 第 \(failures) 次\(locked)", after: whence, isRefusal: true)
    }
}

/// The failures of one name in a row, kept under a hash of it, so that a name that is not there leaves no trace.
struct SignInFailures {
    private let db: Database
    private let name: String
    private let now: Moment

    init(_ db: Database, _ name: String, now: Moment) {
        self.db = db
        self.name = name
        self.now = now
    }

    /// What is said of a wrong name and of a wrong password alike.
    static func refusal(_ seconds: Int) -> Refusal {
        let help = seconds > 60 ? "; 急用请找安全管理员" : ""
        return Refusal("帐号或密码不对, 请等 \(SignInLimits.told(seconds))后再试\(help)", reason: .notAllowed)
    }

    /// - Throws: `Refusal` while a wait lasts. On a clock that stands still no wait would ever end.
    func mustNotWait(_ clock: Clock) throws {
        guard !clock.isFixed, let found = try found(name), now >= found.at else { return }
        let left = Int64(1000 * (try wait(after: found.count))) - (now.milliseconds - found.at.milliseconds)
        if left > 0 { throw Self.refusal(Int(left + 999) / 1000) }
    }

    /// One more failure.
    /// - Returns: how many there are in a row, and how many seconds the next try has to wait.
    func count() throws -> (failures: Int, wait: Int) {
        let limits = try limits()
        try db.execute(
            sql: "DELETE FROM sign_in_failure WHERE failed_at < ?", arguments: [now.adding(seconds: -86_400).iso])
        // After a lock one begins anew.
        let failures =
            try Int.fetchOne(
                db,
                sql: """
                    INSERT INTO sign_in_failure (name_hash, failures, failed_at) VALUES (?, 1, ?)
                    ON CONFLICT DO UPDATE SET failures = CASE WHEN failures >= ? AND failed_at < ? AND ? THEN 1
                      ELSE failures + 1 END, failed_at = excluded.failed_at RETURNING failures
                    """,
                arguments: [
                    try hash(name), now.iso, limits.failures, now.adding(seconds: -limits.lock).iso, try blocks(),
                ]) ?? 1
        return (failures, try wait(after: failures))
    }

    /// What a right password makes of them, or whoever unlocks an account.
    func forget() throws {
        try db.execute(sql: "DELETE FROM sign_in_failure WHERE name_hash = ?", arguments: [try hash(name)])
    }

    private func wait(after failures: Int) throws -> Int {
        try limits().wait(after: failures, blocks: try blocks())
    }

    /// The office's own limits hold for every name, be it there or not, at this site or at one below.
    private func limits() throws -> SignInLimits {
        let site = try Int64.fetchOne(db.cachedStatement(sql: "SELECT id FROM site ORDER BY id LIMIT 1"))
        return try SignInLimits(site.map { try Settings(reading: db, site: Identifier($0)) } ?? Settings())
    }

    private func found(_ name: String) throws -> (count: Int, at: Moment)? {
        let row = try Row.fetchOne(
            db, sql: "SELECT failures, failed_at FROM sign_in_failure WHERE name_hash = ?",
            arguments: [try hash(name)])
        return row.flatMap { row in Moment(utc: row["failed_at"]).map { (row["failures"], $0) } }
    }

    /// Whether failures may lock the name: not where nobody would be left who could unlock it.
    private func blocks() throws -> Bool {
        let guardians = try String.fetchAll(
            db,
            sql: """
                SELECT c.name FROM clerk c JOIN clerk_role r ON r.clerk_id = c.id JOIN unit u ON u.id = c.unit_id
                WHERE r.role = 'securityAdministrator' AND c.locked_at IS NULL AND (c.ended_day IS NULL OR c.ended_day > ?)
                  AND u.site_id = (SELECT site_id FROM clerk JOIN unit ON unit.id = unit_id WHERE clerk.name = ?)
                """, arguments: [now.day.description, name])
        guard guardians.contains(name) else { return true }
        let limits = try limits()
        return try guardians.contains { other in
            guard other != name else { return false }
            guard let found = try found(other) else { return true }
            return found.count < limits.failures || now >= found.at.adding(seconds: limits.lock)
        }
    }

    /// The name as the failures table knows it: hashed with a salt of this store.
    private func hash(_ name: String) throws -> String {
        let salt = try String.fetchOne(db, sql: "SELECT hash FROM journal ORDER BY id LIMIT 1") ?? Journal.beginning
        return SHA256.text(Array((salt + name).utf8))
    }
}
