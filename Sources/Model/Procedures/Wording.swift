// Words that public texts should avoid (W1), or that are not true any more: a warning, never a refusal.
import Glibc

/// Finds what a careful editor would mark before a text goes out.
public enum Wording {
    /// W1: ways of speaking of oneself that mean nothing to readers elsewhere.
    static let avoided = ["我市", "我局", "我镇", "我中心", "我县", "我委"]

    /// - Parameter received: how many comments the matter has.
    /// - Returns: a sentence for each field that uses one of the words, in the form's order.
    public static func warnings(_ form: Form, _ entries: Entries, received: Int = 0) -> [FieldError] {
        form.fields.compactMap { field in
            guard form.applies(field, entries) else { return nil }
            // Bytes are searched: by characters it takes a hundred times as long, and files of ten thousand documents come by here.
            let found = avoided.filter { strstr(entries[field.name], $0) != nil }
            guard !found.isEmpty else { return nil }
            return FieldError(
                field.name,
                "\(field.label)中有 \(found.map { "\"\($0)\"" }.joined(separator: "、")), 建议改写为单位全称或去掉")
        } + [deniedComments(form, entries, received: received)].compactMap { $0 }
    }

    /// Ways to say in a report that nobody wrote.
    private static let denials = ["没有收到意见", "未收到意见", "没有收到建议", "未收到建议", "没有意见建议"]

    /// G6, H8: a report that was written, or agreed to, before the first comment came may still say that there was none.
    private static func deniedComments(_ form: Form, _ entries: Entries, received: Int) -> FieldError? {
        guard received > 0, let field = form.field("adoption"),
            let said = denials.first(where: { entries[field.name].contains($0) })
        else { return nil }
        return FieldError(field.name, "\(field.label)中写着 \(said), 但这件事项已有 \(received) 条建议, 请核对")
    }
}
