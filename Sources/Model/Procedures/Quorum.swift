// How many must have come for an event to count (H11).

/// Two thirds of those expected must be present; the fields of a form that say how many were.
public struct Quorum: Sendable {
    let expected: String
    let present: String

    public init(expected: String, present: String) {
        self.expected = expected
        self.present = present
    }

    /// The fewest that are two thirds.
    static func least(of expected: Int) -> Int { (expected * 2 + 2) / 3 }

    /// H11: the error of a form that tells of too few, or nil.
    func shortage(_ form: Form, _ values: FormValues, eventName: String) -> FieldError? {
        guard let expected = values.count(self.expected), let present = values.count(self.present),
            present < Self.least(of: expected)
        else { return nil }
        let label = form.field(self.present)?.label ?? self.present
        return FieldError(
            self.present,
            "\(label) \(present) 人, 不到应到 \(expected) 人的三分之二 (至少 \(Self.least(of: expected)) 人), \(eventName)应当改期, 不能发布报告"
        )
    }
}
