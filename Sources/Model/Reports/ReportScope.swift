// Of what a report tells: which systems, whose matters, announced when.

/// What is asked of a report. Everybody but a supervisor is told of the own unit alone, whatever is asked (H9).
public struct ReportScope: Hashable, Sendable {
    /// Whose matters.
    public enum Reach: Hashable, Sendable {
        case unit(Identifier<Unit>)
        case site
        /// The site and all below it.
        case below
    }

    /// Nil for all.
    public var system: System?
    public var reach: Reach
    /// The days on which the matters were announced.
    public var span: PublicationSpan

    public init(system: System?, reach: Reach, span: PublicationSpan) {
        self.system = system
        self.reach = reach
        self.span = span
    }

    /// Whether all it tells of is one unit's.
    var isOfOneUnit: Bool { if case .unit = reach { true } else { false } }

    /// The systems with a procedure that it tells of.
    public var procedures: [Procedure] { Procedure.all.filter { system == nil || $0.system == system } }
}

/// A line of figures: whose they are, or of which time.
public struct FigureLine: Hashable, Sendable {
    /// What figures are summed by.
    public enum Grouping: String, CaseIterable, Hashable, Sendable {
        case unit, month, quarter
    }

    public enum Subject: Hashable, Sendable {
        /// A unit; its site's name where that is not the clerk's own.
        case unit(Identifier<Unit>, name: String, shortName: String, site: String?)
        /// The first day of a month.
        case month(Day)
        case quarter(Quarter)
    }

    public let subject: Subject
    public let figures: Figures
}
