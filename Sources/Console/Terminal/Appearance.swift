// How each meaning looks, in colour and without.
import CNcurses

/// A cell's attributes and colour pair, as curses takes them.
struct Appearance {
    var attributes: attr_t = 0
    var pair: Int16 = 0

    /// Black or white on an own ground where colour is used, so that light and dark terminals show it alike; all else in the terminal's colours.
    private static let colours: [(style: Style, ink: Int32, ground: Int32)] = [
        (.banner, COLOR_BLACK, COLOR_YELLOW),
        (.userPanel, COLOR_WHITE, COLOR_BLUE),
        (.menuHeading, COLOR_BLACK, COLOR_GREEN),
        (.overdue, COLOR_WHITE, COLOR_RED),
        (.soon, COLOR_BLACK, COLOR_YELLOW),
    ]

    private static func attributes(of style: Style, coloured: Bool) -> attr_t {
        switch style {
        // An act is told by its word; a look of its own would cost bytes at every move of the cursor.
        case .plain, .act: 0
        case .banner: coloured ? 0 : NC_REVERSE
        case .userPanel, .menuHeading: coloured ? 0 : NC_BOLD
        case .current: NC_REVERSE
        case .dim: NC_DIM
        case .label, .keyName: NC_BOLD
        case .overdue: coloured ? NC_BOLD : NC_BOLD | NC_REVERSE
        case .soon: coloured ? 0 : NC_BOLD
        case .refusal: NC_BOLD
        case .field: NC_UNDERLINE
        case .changed, .found: NC_BOLD | NC_UNDERLINE
        }
    }

    /// The looks of all styles on the terminal in use. To be called once, after `newterm`.
    static func all() -> [Style: Appearance] {
        let coloured = has_colors() && start_color() == OK
        var looks: [Style: Appearance] = [:]
        for style in Style.allCases { looks[style] = Appearance(attributes: attributes(of: style, coloured: coloured)) }
        guard coloured else { return looks }
        use_default_colors()
        for (index, colour) in colours.enumerated() {
            let pair = Int16(index + 1)
            init_pair(pair, Int16(colour.ink), Int16(colour.ground))
            looks[colour.style]?.pair = pair
        }
        return looks
    }
}
