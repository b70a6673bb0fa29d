// What a system calls the event of its matters.

/// The words for a hearing, the period of a notice, or what a bulletin is for.
public struct EventWords: Sendable {
    /// In sentences, such as 听证会 or 公示期.
    public let name: String
    /// What its day is called in filters and orders, such as 公示结束; nil where it never has a day.
    public let day: String?
    /// The head of its column in the management list, and how many columns a narrow list gives it.
    public let column: (heading: String, columns: Int)

    public init(_ name: String, day: String?, column: (heading: String, columns: Int)) {
        self.name = name
        self.day = day
        self.column = column
    }
}
