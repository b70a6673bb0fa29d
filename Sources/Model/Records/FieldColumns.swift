// How the values of a form stand in the columns of its table.
internal import GRDB

extension Field {
    /// The value of a stored column.
    func value(stored: DatabaseValue?) -> FieldValue? {
        guard let stored, !stored.isNull else { return nil }
        switch kind {
        case .line, .text: return String.fromDatabaseValue(stored).map(FieldValue.text)
        case .day: return String.fromDatabaseValue(stored).flatMap(Day.init).map(FieldValue.day)
        case .time: return String.fromDatabaseValue(stored).flatMap(TimeOfDay.init(_:)).map(FieldValue.time)
        case .count: return Int.fromDatabaseValue(stored).map(FieldValue.count)
        case .choice: return String.fromDatabaseValue(stored).map(FieldValue.choice)
        case .tick: return .ticked
        }
    }
}

extension FieldValue {
    /// What is stored for the value.
    var stored: DatabaseValue {
        switch self {
        case .text(let text), .choice(let text): text.databaseValue
        case .day(let day): day.description.databaseValue
        case .time(let time): time.text.databaseValue
        case .count(let count): count.databaseValue
        case .ticked: 1.databaseValue
        }
    }
}

extension Form {
    /// The values of a version: the columns every document has, in its row, and the form's own table.
    func values(ofVersion version: Row, _ db: Database) throws -> FormValues {
        var values = FormValues()
        for field in fields where version.hasColumn(field.name) {
            values[field.name] = field.value(stored: version[field.name])
        }
        let own = try Row.fetchOne(
            db, sql: "SELECT * FROM \(table) WHERE version_id = ?", arguments: [version["version_id"] as Int64])
        for field in ownFields { values[field.name] = field.value(stored: own?[field.name]) }
        values["secrecy_checked"] = .ticked
        return values
    }
}
