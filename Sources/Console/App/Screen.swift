// What every screen is: a value with its key table, its acts and its picture.
import Model

/// A screen. Its file holds, in this order: `Action`, `bindings`, stored state, `refusal(of:)`, `update`, `draw`.
protocol Screen {
    associatedtype Action: Hashable & Sendable

    /// The screen's folder under screens/.
    static var name: String { get }
    /// The only place where the screen's keys are named.
    static var bindings: [Binding<Action>] { get }
    /// What help says of the screen before it lists the keys.
    static var about: String { get }

    /// The same for this one screen, where its kind serves several purposes.
    var guidance: String { get }
    /// The heading in the work area.
    var title: String { get }
    var placement: Placement { get }
    /// Whether keys type text here, so that letters are never shortcuts.
    var isTyping: Bool { get }
    /// Whether the cursor is in a text, whose own acts then come first.
    var isInText: Bool { get }
    /// What is selected in the text the cursor is in; nil where nothing is, or where it must not be copied.
    var selectedText: String? { get }
    /// Whether something typed has not been kept yet; the desk then calls `keep` within two seconds.
    var hasUnkeptTyping: Bool { get }

    /// Learns how much room there is, before anything is drawn and whenever that changes.
    mutating func fit(_ size: Size)
    /// Reads what the screen shows: when it opens, when it comes to the top again, and on F5.
    mutating func read(_ desk: Desk) -> Effect
    /// Reads again because another session has written, and disturbs nothing that is typed, chosen or asked.
    /// - Returns: what has changed of what is in view, or nil.
    mutating func notice(_ desk: Desk) -> String?
    /// The record that acts work on, in lists; what is chosen for one is never done to another.
    var inHand: AnyHashable? { get }
    /// A sentence why an act cannot be done now, or nil. It is dimmed then, never hidden.
    func refusal(of action: Action, _ desk: Desk) -> String?
    mutating func update(_ action: Action, _ desk: Desk) -> Effect
    /// The field's chance at a key, before the screen's own table; nil when the field has no use for it.
    mutating func type(_ key: Key, _ desk: Desk) -> Effect?
    /// Pasted text; nil where nothing can take it.
    mutating func paste(_ text: String, _ desk: Desk) -> Effect?
    /// The answer of a screen that this one opened.
    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect
    /// Keeps what is typed.
    mutating func keep(_ desk: Desk) -> Effect
    /// What Esc does. Leaving a form keeps its draft first.
    mutating func back(_ desk: Desk) -> Effect
    /// Help for the field the cursor is in; nil shows the screen's help.
    func fieldHelp(_ desk: Desk) -> (title: String, text: String)?
    func draw(on canvas: Canvas, _ desk: Desk)
}

/// Where a screen is drawn.
enum Placement: Hashable {
    /// In the work area, beside the menu.
    case work
    /// Over the whole terminal between banner and status line: before sign-in.
    case whole
    /// In a frame over the screen below.
    case popup(Size)
}

/// What a screen opened by another brings back.
enum Answer: Equatable {
    /// A question was answered with its act; the reason is what was written, if it asked for one.
    case confirmed(reason: String)
    /// A line of a list was chosen.
    case chosen(Int)
    case day(Day)
    /// A filter and an order were chosen.
    case listView(MatterListView)
    /// The days whose publications are to be seen.
    case span(PublicationSpan)
    /// The accounts that are to be seen.
    case clerks(ClerkFilter)
    /// What a report is to tell of.
    case report(Report, ReportScope)
    /// The notes of supervision that are to be seen.
    case notes(SupervisionNoteFilter)
    /// A line of text was entered.
    case text(String)
    /// A comment was chosen.
    case comment(Identifier<Comment>)
    /// Files that were read and found right, to be attached.
    case files([AttachmentFile])
    /// A file of text was read and found right.
    case textFile(TextFile)
    /// A file was read whole and is judged by whoever asked for it.
    case content(FileContent)
    /// A form was ended by its act; what is to be said, and the matter it was about.
    case submitted(String, matter: Identifier<Matter>?)
    /// The act that was to end a form was refused; the reason that had been written for it.
    case unfinished(reason: String)
    /// A line of 操作 was chosen.
    case act(ListedAct.Name)
}

extension Screen {
    static var about: String { "" }
    var guidance: String { Self.about }
    var placement: Placement { .work }
    var isTyping: Bool { false }
    var isInText: Bool { isTyping }
    var selectedText: String? { nil }
    var hasUnkeptTyping: Bool { false }
    mutating func fit(_ size: Size) {}
    mutating func read(_ desk: Desk) -> Effect { .none }
    mutating func notice(_ desk: Desk) -> String? {
        if case .refuse(let sentence) = read(desk) { sentence } else { nil }
    }
    var inHand: AnyHashable? { nil }
    func refusal(of action: Action, _ desk: Desk) -> String? { nil }
    mutating func type(_ key: Key, _ desk: Desk) -> Effect? { nil }
    mutating func paste(_ text: String, _ desk: Desk) -> Effect? { nil }
    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect { .none }
    mutating func keep(_ desk: Desk) -> Effect { .none }
    mutating func back(_ desk: Desk) -> Effect { .pop }
    func fieldHelp(_ desk: Desk) -> (title: String, text: String)? { nil }
}

// What the desk asks of a screen whose kind of action it does not know.
extension Screen {
    /// The screen's acts for the bar, 操作 and help.
    func acts(_ desk: Desk) -> [ListedAct] {
        Self.bindings.enumerated().map { ListedAct(.screen($0), $1, refusal: refusal(of: $1.action, desk)) }
    }

    /// The keys of the screen as help and the manual list them.
    static var keyRows: [ListedAct] {
        bindings.enumerated().map { ListedAct(.screen($0), $1) }
    }

    /// Does the act of a key, or says why not; nil when the key is not in the table.
    mutating func press(_ key: Key, _ desk: Desk) -> Effect? {
        guard let binding = Self.bindings.first(where: { $0.keys.contains(key) }) else { return nil }
        return perform(binding.action, desk)
    }

    /// The first key of an act, as sentences name it.
    static func key(_ action: Action) -> String {
        bindings.first { $0.action == action }?.keys.first?.name ?? ""
    }

    mutating func perform(act index: Int, _ desk: Desk) -> Effect { perform(Self.bindings[index].action, desk) }

    private mutating func perform(_ action: Action, _ desk: Desk) -> Effect {
        if let refusal = refusal(of: action, desk) { return .refuse(refusal) }
        return update(action, desk)
    }
}
