// What a clerk is told to do in a process of their own, one line of JSON each.

/// One act of one clerk at one desk. A list of such lines is a case that can be played again.
public struct Order: Codable, Hashable, Sendable {
    /// Which process does it.
    public let desk: Int
    /// The present moment there, such as `2026-03-02T09:00:00`, Beijing time.
    public let at: String
    /// The clerk's sign-in name.
    public let clerk: String
    /// Which matter it is about: its name in the case, not its key in the store.
    public let matter: Int
    public let deed: Deed

    public init(desk: Int, at: String, clerk: String, matter: Int, deed: Deed) {
        self.desk = desk
        self.at = at
        self.clerk = clerk
        self.matter = matter
        self.deed = deed
    }
}

/// What is published about a matter, in its order (H6); a system has some of them.
public enum Paper: String, Codable, CodingKeyRepresentable, CaseIterable, Sendable {
    case announcement, notice, report
}

/// What an announcement says of its days; by it the system is known.
public enum Dates: Codable, Hashable, Sendable {
    /// A hearing; `on` is nil while its date is open.
    case hearing(on: String?, commentsUntil: String)
    /// A public notice, shown for so many days, the first of them counted: working days, or all.
    case period(from: String, days: Int, areWorking: Bool)
}

/// How many representatives every hearing of a case expects.
public let expectedRepresentatives = 20
