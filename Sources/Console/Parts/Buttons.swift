// A row of buttons; left and right choose, Enter presses.

/// Buttons in a row, one of which has the focus.
struct Buttons: Equatable, Sendable {
    let labels: [String]
    private(set) var current: Int

    init(_ labels: String..., current: Int = 0) { self.init(labels, current: current) }

    init(_ labels: [String], current: Int = 0) {
        self.labels = labels
        self.current = current
    }

    /// - Returns: false when the key does not move between buttons.
    mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .left: current = max(0, current - 1)
        case .right: current = min(labels.count - 1, current + 1)
        default: return false
        }
        return true
    }

    func draw(on canvas: Canvas, row: Int, column: Int, focused: Bool) {
        var at = column
        for (index, label) in labels.enumerated() {
            let isCurrent = focused && index == current
            if isCurrent { canvas.placeCursor(row: row, column: at) }
            let text = isCurrent && !canvas.grid.hasFrames ? "[>\(label) ]" : "[ \(label) ]"
            at = canvas.put(text, row: row, column: at, style: isCurrent ? .current : .act) + 2
        }
    }
}
