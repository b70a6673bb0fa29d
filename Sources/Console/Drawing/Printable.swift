// Makes any text harmless before it is drawn.

/// The one function between outside text and the screen.
enum Printable {
    /// The text with nothing left in it that could steer a terminal or mislead a reader: control characters become `□`, line ends and tabs
    /// blanks; direction overrides, zero-width signs and tags go. Cleaning what is clean changes nothing.
    static func clean(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
        var cleaned = String.UnicodeScalarView()
        for cluster in text { ShownScalars.each(in: cluster) { cleaned.append($0) } }
        // What is taken out may let its neighbours join into one cluster, for which the rule is asked again.
        return cleaned.elementsEqual(text.unicodeScalars) ? text : clean(String(cleaned))
    }
}
