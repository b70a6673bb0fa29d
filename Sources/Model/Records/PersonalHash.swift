// Personal fields as the journal has them: salted hashes, which prove a value and do not tell it.
internal import GRDB

/// Makes the hashes of one store.
struct PersonalHash {
    private static let word = "校验值 "

    private let salt: String

    init(reading db: Database) throws {
        salt = try String.fetchOne(db, sql: "SELECT salt FROM journal_salt WHERE id = 1") ?? Journal.beginning
    }

    /// What stands in the journal for a value of a field.
    func text(_ label: String, _ value: String) -> String {
        Self.word + SHA256.text(Array("\(salt)\n\(label)\n\(value)".utf8)).prefix(32)
    }

    /// A journal's value as history shows it: a hash says nothing to a reader.
    static func shown(_ value: String) -> String { value.hasPrefix(word) ? "(个人信息, 不显示)" : value }

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
