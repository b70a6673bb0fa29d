// How a clerk has the management list: which matters it holds, and in which order.

/// A filter and an order of the management list. The same texts fill its form and are remembered for the clerk.
public struct MatterListView: Hashable, Sendable {
    /// How far a matter has come.
    public enum Stage: Hashable, Sendable {
        /// This document is to be published next.
        case next(DocumentKind)
        case complete, ended
    }

    /// How the nearest open deadline stands; a matter is in exactly one of these.
    public enum Standing: String, CaseIterable, Sendable {
        case overdue, soon, later, none

        public var word: String {
            switch self {
            case .overdue: Light.overdue.word
            case .soon: Light.soon.word
            case .later: "期限还早"
            case .none: "没有未办的期限"
            }
        }
    }

    /// Whose matters: every clerk reads those of all units and acts on the own (design 5).
    public enum Reach: String, CaseIterable, Sendable {
        case unit, site

        public var word: String {
            switch self {
            case .unit: "本单位"
            case .site: "各单位"
            }
        }
    }

    /// What the rows are ordered by.
    public enum Column: String, CaseIterable, Sendable {
        case entered, number, due, title, unit, event, stage
    }

    public var stage: Stage?
    public var standing: Standing?
    /// The first and the last day of the event; a matter whose event has no exact day is in no such span.
    public var from: Day?
    public var until: Day?
    public var reach: Reach
    public var column: Column
    public var isAscending: Bool

    /// The list as it is before anything is chosen: the newest first, the own unit's or, for a supervisor, the whole site's.
    public init(for clerk: Clerk) {
        reach = clerk.roles.contains(.supervisor) ? .site : .unit
        column = .entered
        isAscending = false
    }

    /// The view that some texts describe. What is not known, or is not a date, is left as in `usual`.
    public init(_ texts: Entries, _ procedure: Procedure, usual: MatterListView) {
        self = usual
        stage = Self.stages(procedure).first { Self.code($0) == texts["stage"] }
        standing = Standing(rawValue: texts["standing"])
        from = Day(texts["from"])
        until = Day(texts["until"])
        if let from, let until, until < from { (self.from, self.until) = (nil, nil) }
        reach = Reach(rawValue: texts["reach"]) ?? usual.reach
        column = Column(rawValue: texts["column"]) ?? usual.column
        isAscending = ["up": true, "down": false][texts["direction"]] ?? usual.isAscending
    }

    /// The texts that describe it.
    public var texts: Entries {
        Entries([
            "stage": stage.map(Self.code) ?? "", "standing": standing?.rawValue ?? "",
            "from": from?.description ?? "", "until": until?.description ?? "", "reach": reach.rawValue,
            "column": column.rawValue, "direction": isAscending ? "up" : "down",
        ])
    }

    /// How far a matter can have come; nothing where there is one document and no ending without it.
    static func stages(_ procedure: Procedure) -> [Stage] {
        if procedure.documents.count == 1, procedure.termination == nil { return [] }
        return procedure.documents.dropFirst().map { .next($0.kind) } + [.complete, .ended]
    }

    /// What the matters of a system can be ordered by.
    public static func columns(_ procedure: Procedure) -> [Column] {
        Column.allCases.filter { column in
            switch column {
            case .due: !procedure.deadlines.isEmpty
            case .event: procedure.event.day != nil
            case .stage: !stages(procedure).isEmpty
            case .entered, .number, .title, .unit: true
            }
        }
    }

    static func code(_ stage: Stage) -> String {
        switch stage {
        case .next(let kind): "next-\(kind.rawValue)"
        case .complete: "complete"
        case .ended: "ended"
        }
    }

    /// The same filter in another order.
    public func ordered(by column: Column, ascending: Bool) -> MatterListView {
        var view = self
        view.column = column
        view.isAscending = ascending
        return view
    }
}
