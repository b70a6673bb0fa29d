// Where the text of a form's field may be taken from instead of being typed.

/// A source of ready texts, offered by F4 in a text box.
public enum TextSource: Hashable, Sendable {
    /// The unit's reply templates.
    case templates
    /// What has been answered to other comments on a matter.
    case earlierReplies(Identifier<Matter>)

    /// As the list of sources names it.
    public var label: String {
        switch self {
        case .templates: "本单位的答复模板"
        case .earlierReplies: "本事项已有的答复"
        }
    }
}
