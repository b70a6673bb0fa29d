// One document of a procedure: its words, form, conditions and public text.

/// The description of one document of a system.
public struct DocumentDescription: Sendable {
    public let kind: DocumentKind
    /// The full name, such as 听证公告.
    public let name: String
    /// The word in state cells, such as 通知: 发布通知, 通知未发, 通知已发.
    public let word: String
    public let form: Form
    public let conditions: [Condition]
    /// What the document says of the matter's event; nil when it says nothing new.
    public let event: EventEntry?
    /// The field of the last day on which comments are taken, where the document sets it.
    public let commentsUntilField: String?
    /// How many must have come, where the document tells how many did.
    public let quorum: Quorum?
    public let print: [PublicPart]

    public init(
        _ kind: DocumentKind, name: String, word: String, form: Form, conditions: [Condition],
        event: EventEntry? = nil, commentsUntil commentsUntilField: String? = nil, quorum: Quorum? = nil,
        print: [PublicPart]
    ) {
        self.kind = kind
        self.name = name
        self.word = word
        self.form = form
        self.conditions = conditions
        self.event = event
        self.commentsUntilField = commentsUntilField
        self.quorum = quorum
        self.print = print
    }

    /// When the event is, as the document tells the public; nil where it has no such section.
    func timeText(_ values: FormValues) -> String? {
        event.flatMap { $0.tell?(values) }
    }

    /// Until when comments are taken (H4: to 24:00 of the day); nil where the document does not say.
    public func commentsUntil(_ values: FormValues) -> Moment? {
        commentsUntilField.flatMap(values.day).map(Moment.endOfDay)
    }
}

/// Where a form says when the matter's event is.
public struct EventEntry: Sendable {
    /// The field of the exact day, which an error names.
    public let field: String
    public let read: @Sendable (FormValues) -> MatterEvent?
    /// When it is in words for the public.
    let tell: (@Sendable (FormValues) -> String?)?

    public init(
        field: String, read: @escaping @Sendable (FormValues) -> MatterEvent?,
        tell: (@Sendable (FormValues) -> String?)? = nil
    ) {
        self.field = field
        self.read = read
        self.tell = tell
    }
}
