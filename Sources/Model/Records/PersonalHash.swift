// Personal fields as the journal has them: salted hashes, which prove a value and do not tell it.
internal import GRDB

/// Makes the hashes of one store.
struct PersonalHash {
    private let salt: String

    init(reading db: Database) throws {
        salt = try String.fetchOne(db, sql: "SELECT salt FROM journal_salt WHERE id = 1") ?? Journal.beginning
    }

    /// What stands in the journal for a value of a field.
    func text(_ label: String, _ value: String) -> String {
        "校验值 " + SHA256.text(Array("\(salt)\n\(label)\n\(value)".utf8)).prefix(32)
    }

    /// A form's labelled values with those of some fields hashed.
    func hiding(_ personal: Set<String>, in labelled: [String: String]) -> [String: String] {
        labelled.reduce(into: [:]) { hidden, field in
            hidden[field.key] = personal.contains(field.key) ? text(field.key, field.value) : field.value
        }
    }
}

extension Transaction {
    func personalHash() throws -> PersonalHash { try PersonalHash(reading: db) }
}
