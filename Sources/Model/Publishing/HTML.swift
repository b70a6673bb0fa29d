// Text made harmless for a page.

/// What stands between outside text and a browser.
enum HTML {
    /// The text as it may stand between tags and inside a quoted attribute.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in visible(text).unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// A relative path as a link: every byte that has a meaning in an address is written by its number.
    static func link(_ path: String) -> String {
        var link = ""
        for byte in path.utf8 {
            if unreserved.contains(byte) {
                link.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                link += byte < 16 ? "%0" : "%"
                link += String(byte, radix: 16, uppercase: true)
            }
        }
        return link
    }

    private static let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)

    /// The text without what no form takes, should a store hold it nevertheless; line ends stay.
    static func visible(_ text: String) -> String {
        var visible = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { visible.append(FieldReader.isControl(scalar) ? "\u{FFFD}" : scalar) }
        return String(visible)
    }
}
