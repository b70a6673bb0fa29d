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
