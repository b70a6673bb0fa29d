// Words that public texts should avoid (W1): a warning, never a refusal.
import Glibc

/// Finds what a careful editor would mark before a text goes out.
public enum Wording {
    /// W1: ways of speaking of oneself that mean nothing to readers elsewhere.
    static let avoided = ["我市", "我局", "我镇", "我中心", "我县", "我委"]

    /// - Returns: a sentence for each field that uses one of the words, in the form's order.
    public static func warnings(_ form: Form, _ entries: Entries) -> [FieldError] {
        form.fields.compactMap { field in
            guard form.applies(field, entries) else { return nil }
            // Bytes are searched: by characters it takes a hundred times as long, and files of ten thousand documents come by here.
            let found = avoided.filter { strstr(entries[field.name], $0) != nil }
            guard !found.isEmpty else { return nil }
            return FieldError(
                field.name,
                "\(field.label)中有 \(found.map { "\"\($0)\"" }.joined(separator: "、")), 建议改写为单位全称或去掉")
        }
    }
}
