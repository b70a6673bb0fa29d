// JSON texts of the store: drafts' entries and the journal's before and after.
import Foundation

/// The JSON object of some texts, keys sorted so that the same content is the same text.
func jsonText(_ fields: [String: String]) throws -> String {
    if fields.isEmpty { return "{}" }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(fields), as: UTF8.self)
}

/// The texts of a JSON object.
func fields(ofJSON text: String) throws -> [String: String] {
    if text == "{}" { return [:] }
    return try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
}
