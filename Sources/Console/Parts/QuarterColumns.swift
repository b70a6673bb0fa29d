// The columns of units and their quarters.
import Model

/// A unit as a row with as many quarters as there is room for, the present one last.
struct QuarterColumns {
    /// Quarters where the list is narrow, and where it is wide.
    static let few = 4
    static let many = 8
    private let quarters: [Quarter]
    /// How many quarters are shown.
    let count: Int

    /// - Parameters:
    ///   - columns: the room.
    ///   - current: the present quarter.
    init(columns: Int, current: Quarter) {
        count = columns >= 90 ? Self.many : Self.few
        quarters = (current.adding(1 - count) ?? current).through(current)
    }

    var columns: Columns {
        Columns(
            [Columns.Column("单位", .flexible)]
                + quarters.map { Columns.Column($0.brief, .fixed(8)) }
                + [Columns.Column("突发", .fixed(4), side: .right)])
    }

    /// - Parameter isShort: whether the units are called by their short names.
    func values(of row: UnitQuarters, isShort: Bool) -> [Columns.Value] {
        [Columns.Value(isShort ? row.shortName : row.name)]
            + row.quarters.suffix(count).map { Columns.Value($0.word, Self.style($0)) }
            + [Columns.Value(row.besides == 0 ? "" : "\(row.besides)")]
    }

    private static func style(_ quarter: UnitQuarter) -> Style {
        switch quarter.deadline?.light {
        case .overdue: .overdue
        case .soon: .soon
        case .metLate: .label
        case .met, .open: .plain
        case .ended, nil: .dim
        }
    }
}
