// 改期 and 终止 as a system describes them: a form, and the temporary notice that tells the public.

/// What is told of a matter besides its documents, as a temporary notice linked to it.
public struct LinkedNotice: Sendable {
    public let purpose: TemporaryNotice.Purpose
    /// What it is called in its system, such as 听证会改期.
    public let title: String
    /// The word for it in a matter's lines and sentences, such as 改期.
    public let word: String
    /// Whether the new day must be a working day.
    let wantsWorkingDay: Bool
    /// Whether it only lengthens the event: to a later day.
    let isExtension: Bool
    public let form: Form
    /// The matter's new event, where the notice moves it.
    public let event: EventEntry?
    /// The notice's text. Besides the form's own values it may use `oldDay` and `matterTitle`.
    public let print: [PublicPart]

    public init(
        _ purpose: TemporaryNotice.Purpose, title: String, word: String? = nil, wantsWorkingDay: Bool = false,
        isExtension: Bool = false, form: Form, event: EventEntry? = nil, print: [PublicPart]
    ) {
        self.purpose = purpose
        self.title = title
        self.word = word ?? purpose.title
        self.wantsWorkingDay = wantsWorkingDay
        self.isExtension = isExtension
        self.form = form
        self.event = event
        self.print = print
    }

    /// Among the values: the day on which the event was to be.
    static let oldDay = "event_day"
    /// Among the values: the title of the matter's announcement.
    static let matterTitle = "matter_title"
    /// The name of the field that says why.
    static let reason = "reason"
}
