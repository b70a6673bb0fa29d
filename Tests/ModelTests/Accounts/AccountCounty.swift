// What tests of accounts read: an account by its name, what the journal last said, and a new account that can sign in.
import CountyFixture
import GRDB

@testable import Model

extension County {
    static let oneTime = "Kx7m-Pq4w-Rt9n"

    func clerk(_ name: String, in session: Session) throws -> ClerkEntry {
        let rows = try office.clerkEntries(ClerkFilter(), .first, limit: 100, in: session).rows
        guard let clerk = rows.first(where: { $0.name == name }) else { throw Refusal("no such clerk: \(name)") }
        return clerk
    }

    func unit(_ name: String, in session: Session) throws -> UnitEntry {
        let units = try office.siteUnits(in: session).flatMap(\.units)
        guard let unit = units.first(where: { $0.unit.name == name }) else { throw Refusal("no such unit: \(name)") }
        return unit
    }

    func journal(_ number: Int64) throws -> JournalRow {
        try rawQueue().read { db in
            guard let row = try Row.fetchOne(db, sql: "SELECT * FROM journal WHERE id = ?", arguments: [number]) else {
                throw Refusal("no such row: \(number)")
            }
            return JournalRow(row)
        }
    }

    /// A clerk of 发展和改革局 with roles and a password of their own, as the two administrators make one.
    func addClerk(_ name: String, _ roles: Set<Role>, _ xitong: Session, _ anquan: Session) throws {
        let unit = try unit("发展和改革局", in: xitong).unit.id
        _ = try office.perform(
            AddClerk(to: unit, Entries(["name": name, "full_name": "李明"])), in: xitong)
        if !roles.isEmpty {
            _ = try office.perform(SetRoles(try clerk(name, in: anquan), to: roles, reason: "新到"), in: anquan)
        }
        _ = try office.perform(GiveOneTimePassword(Self.oneTime, to: try clerk(name, in: anquan)), in: anquan)
    }
}
