// The places in a form where the cursor can stand, and how much room each takes.
import Model

/// A place in a form: a field, the list of attachments, or the row of buttons.
enum FormStop: Hashable {
    case field(Int)
    case attachments
    case buttons
}
