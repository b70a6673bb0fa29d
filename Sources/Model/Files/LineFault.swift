// What is wrong with one line of a file.

/// What is wrong with one cell of a table, or with a whole row.
public struct LineFault: Hashable, Sendable {
    /// The line of the file, or the place in a list, from 1.
    public let line: Int
    /// The column's name; empty where the whole row is wrong.
    public let column: String
    /// What stands in the cell.
    public let value: String
    public let sentence: String

    init(line: Int, column: String = "", value: String = "", _ sentence: String) {
        self.line = line
        self.column = column
        self.value = value
        self.sentence = sentence
    }
}
