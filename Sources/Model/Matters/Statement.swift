// A matter and its state as the server's operator is told it: nothing personal.

/// One matter of a statement.
public struct Statement: Sendable {
    public let procedure: Procedure
    /// The government's name.
    public let site: String
    /// The unit's full name; `matter.unit` is the short one.
    public let unit: String
    public let matter: MatterRow

    /// How the matter stands: by its nearest open deadline; open where no date is set yet, met where its system sets none.
    public var light: Light {
        matter.deadlines.isEmpty && !matter.isEnded && !procedure.deadlines.isEmpty ? .open : matter.light
    }
}
