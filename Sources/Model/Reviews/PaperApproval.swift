// 线下审签: what is registered of a signature on paper.

/// A leader's signature on an approval form: who, in what post, when, and the form's number.
public struct PaperApproval: Hashable, Sendable {
    public let approver: String
    public let post: String
    public let day: Day
    /// 审签单号.
    public let number: String

    /// The four fields with which a form closes whose text is signed on paper; all empty while it is not signed.
    public static let fields = fields("还没有签的四栏都空着; 那样只能紧急发布, 由另一人事后补登。")

    /// The same where what was published in an emergency is signed afterwards.
    static let fieldsAfterwards = fields("").map { $0.required() }

    private static func fields(_ unsigned: String) -> [Field] {
        [
            Field(
                "approver", "审签人", .line, limit: 20, required: false,
                help: "在纸质审签单上签字的领导的姓名, 不能是起草人本人。\(unsigned)"),
            Field("approver_post", "审签人职务", .line, limit: 30, required: false, help: "例如 局长、副局长、办公室主任。"),
            Field("approval_day", "审签日期", .day, required: false, help: "审签单上签字的日期, 不能晚于今天。"),
            Field("approval_number", "审签单号", .line, limit: 40, required: false, help: "纸质审签单的编号, 以后按它找得到原件。"),
        ]
    }

    /// Reads the four fields.
    /// - Parameter authors: the full names of those whose text it is; none of them signs it (R1: the reviewer is not the author).
    /// - Returns: nothing at all where every field is empty; what is wrong otherwise.
    static func read(
        _ entries: Entries, today: Day, authors: [String]
    ) -> (approval: PaperApproval?, errors: [FieldError]) {
        guard fields.contains(where: { !entries[$0.name].trimmed.isEmpty }) else { return (nil, []) }
        var values = FormValues()
        var errors: [FieldError] = []
        for field in fields {
            switch FieldReader.read(field, entries[field.name], today: today) {
            case .success(let value?): values[field.name] = value
            case .success(nil): errors.append(FieldError(field.name, "请填写\(field.label); 还没有审签的, 四栏都空着"))
            case .failure(let error): errors.append(error)
            }
        }
        if let day = values.day("approval_day"), day > today {
            errors.append(FieldError("approval_day", "审签日期不能晚于今天 \(today), 填的是 \(day)"))
        }
        if let approver = values.text("approver"), authors.contains(approver) {
            errors.append(FieldError("approver", "审签人不能是起草人本人 \(approver) (起草和审核要分开); 请填写签字的领导"))
        }
        guard errors.isEmpty, let approver = values.text("approver"), let post = values.text("approver_post"),
            let day = values.day("approval_day"), let number = values.text("approval_number")
        else { return (nil, errors) }
        return (PaperApproval(approver: approver, post: post, day: day, number: number), [])
    }

    /// Such as `马志强 局长 2026-11-19 审签, 审签单 漾审〔2026〕31号`.
    public var text: String { "\(approver) \(post) \(day) 审签, 审签单 \(number)" }

    /// By the fields' labels, as the journal keeps them.
    var labelled: [String: String] { ["审签人": approver, "审签人职务": post, "审签日期": day.description, "审签单号": number] }
}
