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
    /// What is given for the review of a text that goes out; nil where nothing is.
    public let approval: Approval?

    public init(desk: Int, at: String, clerk: String, matter: Int, deed: Deed, approval: Approval? = nil) {
        self.desk = desk
        self.at = at
        self.clerk = clerk
        self.matter = matter
        self.deed = deed
        self.approval = approval
    }
}

/// What lets a text go out where it is reviewed (R1). `review` names, in the case, the review that it is or begins.
public enum Approval: Codable, Hashable, Sendable {
    /// On paper, by somebody of this full name.
    case signed(by: String, review: Int)
    /// Before it is reviewed. An empty reason is a reason not given.
    case emergency(reason: String, review: Int)
    /// The draft that was handed in, exactly as it is.
    case agreed(review: Int)

    public var review: Int {
        switch self {
        case .signed(_, let review), .emergency(_, let review), .agreed(let review): review
        }
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
    /// A bulletin: of a quarter, or of something sudden.
    case quarter(year: Int, number: Int)
    case sudden
}

/// How many representatives every hearing of a case expects.
public let expectedRepresentatives = 20
