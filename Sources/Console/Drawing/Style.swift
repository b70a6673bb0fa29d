// What a cell means; the terminal decides how that looks in colour and in monochrome.

/// The meanings a cell can have. Words carry every meaning first, a style only repeats it.
enum Style: String, CaseIterable, Sendable {
    case plain
    /// The system banner in the first row.
    case banner
    /// The signed-in person's unit and name.
    case userPanel
    /// A system's heading in the menu.
    case menuHeading
    /// The row, field or button that the next key works on.
    case current
    /// What cannot be done now, and remarks.
    case dim
    /// A heading or a field's name.
    case label
    /// 超期, the only red on the desk.
    case overdue
    /// 将到.
    case soon
    /// A refusal or a field's error.
    case refusal
    /// An act's word in a list cell or a button.
    case act
    /// A key's name on the bar.
    case keyName
    /// A text field's ground, so that its length is seen.
    case field
    /// What differs from the text beside it.
    case changed
    /// What was sought.
    case found
}
