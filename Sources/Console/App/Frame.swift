// Where the regions of the desk lie on a terminal of a given size (design 4).

/// The regions of the desk.
struct Frame: Equatable {
    static let menuColumns = 20
    /// Rows of the panel with the signed-in person above the menu.
    static let personRows = 2

    let size: Size
    let isMenuFolded: Bool

    var banner: Area { Area(row: 0, column: 0, rows: 1, columns: size.columns) }
    var status: Area { Area(row: size.rows - 2, column: 0, rows: 1, columns: size.columns) }
    var keyBar: Area { Area(row: size.rows - 1, column: 0, rows: 1, columns: size.columns) }
    /// Everything between banner and status line, frames included.
    var middle: Area { Area(row: 1, column: 0, rows: size.rows - 3, columns: size.columns) }
    private var inner: Int { size.rows - 5 }

    var person: Area { Area(row: 2, column: 1, rows: Self.personRows, columns: Self.menuColumns) }
    var menu: Area {
        Area(row: 3 + Self.personRows, column: 1, rows: inner - Self.personRows - 1, columns: Self.menuColumns)
    }
    /// The column of the rule between menu and work area.
    var divider: Int { Self.menuColumns + 1 }
    var work: Area {
        isMenuFolded
            ? Area(row: 2, column: 1, rows: inner, columns: size.columns - 2)
            : Area(row: 2, column: divider + 1, rows: inner, columns: size.columns - divider - 2)
    }

    /// A popup's frame, in the middle of the work area or as much of it as fits.
    func popup(_ wanted: Size) -> Area {
        let rows = min(wanted.rows + 2, middle.rows)
        let columns = min(wanted.columns + 2, size.columns - 2)
        let centre = work.column + work.columns / 2
        let column = min(max(1, centre - columns / 2), size.columns - 1 - columns)
        return Area(row: middle.row + (middle.rows - rows) / 2, column: column, rows: rows, columns: columns)
    }

    /// Where a screen draws.
    func area(of placement: Placement) -> Area {
        switch placement {
        case .work: return work
        case .whole: return middle
        case .popup(let wanted):
            let frame = popup(wanted)
            return Area(row: frame.row + 1, column: frame.column + 1, rows: frame.rows - 2, columns: frame.columns - 2)
        }
    }
}
