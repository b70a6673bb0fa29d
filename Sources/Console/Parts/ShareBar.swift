// A proportion as a bar of characters, for what is read faster so than as a number.
import Model

enum ShareBar {
    /// Columns of a bar beside its share.
    static let columns = 5
    private static let textColumns = 6

    /// `####.`; never full while one is missing, never empty while there is one; nothing of nothing.
    static func text(_ share: Share, columns: Int = columns) -> String {
        guard share.whole > 0 else { return "" }
        var filled = (share.part * columns * 2 + share.whole) / (share.whole * 2)
        if share.part < share.whole { filled = min(filled, columns - 1) }
        if share.part > 0 { filled = max(filled, 1) }
        return String(repeating: "#", count: filled) + String(repeating: ".", count: columns - filled)
    }

    /// The share in figures with its bar behind it.
    static func cell(_ share: Share) -> String {
        let figures = String(repeating: " ", count: max(0, textColumns - share.text.count)) + share.text
        return share.whole > 0 ? "\(figures) \(text(share))" : figures + String(repeating: " ", count: columns + 1)
    }
}
