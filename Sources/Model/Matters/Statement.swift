// A matter, or what a unit owes for a period, and its state as the server's operator is told it: nothing personal.

/// One line of a statement.
public struct Statement: Sendable {
    /// What the line is about.
    public enum Subject: Sendable {
        case matter(MatterRow)
        /// What a unit, here by its short name, owes for a quarter and has not published.
        case period(Deadline, unit: String)
    }

    public let procedure: Procedure
    /// The government's name.
    public let site: String
    /// The unit's full name; a matter's row has the short one.
    public let unit: String
    public let subject: Subject

    /// The matter the line is about; nil where it is about a period.
    public var matter: MatterRow? { if case .matter(let matter) = subject { matter } else { nil } }

    /// How it stands: a matter by its nearest open deadline; open where no date is set yet.
    public var light: Light {
        switch subject {
        case .matter(let matter): matter.deadlines.isEmpty && !matter.isEnded ? .open : matter.light
        case .period(let deadline, _): deadline.light
        }
    }
}
