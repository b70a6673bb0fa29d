// A form as a sheet of paper: its fields, attachments and buttons, where the cursor stands, and what is wrong.
import Model

/// What is filled in and how it stands on the screen; it knows nothing of drafts and acts.
struct FormSheet {
    /// A place where the cursor can stand.
    enum Stop: Hashable {
        case field(Int)
        case attachments
        case buttons
    }

    /// The name under which a reason for lateness stands among the typed texts, so that the draft keeps it.
    static let lateReason = "late_reason"

    let form: Form
    private let takesAttachments: Bool
    private(set) var entries: [FieldEntry]
    /// The reason written for a publication that was then refused.
    var writtenReason: String
    private(set) var stop = Stop.field(0) {
        didSet { if let index { entries[index].enter() } }
    }
    private(set) var buttons = Buttons("检查并预览", "存草稿离开", "放弃草稿")
    private(set) var errors: [FieldError] = []
    private var chosen = 0
    /// The columns it is laid out for.
    private(set) var columns = 1
    /// Today and the calendar, by which typed dates are read back.
    var dates: PublicationCheck.Context?
    var attachments: [Attachment] = [] {
        didSet {
            let kept = oldValue.indices.contains(chosen) ? oldValue[chosen].id : nil
            chosen = attachments.firstIndex { $0.id == kept } ?? min(chosen, max(0, attachments.count - 1))
        }
    }

    /// - Parameter given: what the form began with, before the clerk wrote anything.
    init(_ form: Form, takesAttachments: Bool, texts: Entries = Entries(), given: Entries = Entries()) {
        self.form = form
        self.takesAttachments = takesAttachments
        entries = form.fields.map { FieldEntry($0, texts[$0.name], isGiven: texts[$0.name] == given[$0.name]) }
        writtenReason = texts[Self.lateReason]
    }

    /// The same sheet with other texts; the cursor stays where it is.
    func filled(with texts: Entries, given: Entries) -> FormSheet {
        var sheet = FormSheet(form, takesAttachments: takesAttachments, texts: texts, given: given)
        sheet.stop = stop
        sheet.fit(columns: columns)
        (sheet.dates, sheet.attachments, sheet.chosen) = (dates, attachments, chosen)
        return sheet
    }

    /// The typed texts by field.
    var texts: Entries {
        var texts = Entries()
        for entry in entries { texts[entry.field.name] = entry.text }
        texts[Self.lateReason] = writtenReason
        return texts
    }

    /// The field the cursor is in.
    var index: Int? { if case .field(let index) = stop { index } else { nil } }
    var isInText: Bool { index.map { entries[$0].isTyped } ?? false }
    /// The attachment the cursor is on.
    var attachment: Attachment? { attachments.indices.contains(chosen) ? attachments[chosen] : nil }

    mutating func fit(columns: Int) {
        self.columns = columns
        for index in entries.indices { entries[index].fit(columns: columns) }
    }

    // MARK: - Places

    /// The places in order; a field that does not apply is none.
    private var stops: [Stop] {
        let texts = texts
        let fields = form.fields.indices.filter { form.applies(form.fields[$0], texts) }
        guard takesAttachments, let last = fields.last else { return fields.map(Stop.field) + [.buttons] }
        // The review tick stays last, after everything it is about.
        return fields.dropLast().map(Stop.field) + [.attachments, .field(last), .buttons]
    }

    mutating func move(by step: Int) {
        let stops = stops
        let at = stops.firstIndex(of: stop) ?? 0
        stop = stops[(at + step + stops.count) % stops.count]
    }

    /// Lists what is wrong and puts the cursor into the first field at fault.
    mutating func show(_ errors: [FieldError]) {
        self.errors = errors
        if let first = errors.first, let index = form.fields.firstIndex(where: { $0.name == first.field }) {
            stop = .field(index)
        }
    }

    /// A place on the sheet, errors included.
    struct Place {
        let stop: Stop
        var row: Int
        var rows: Int
        var column = 0
        var columns: Int
    }

    /// Two short fields stand side by side where each has room for a date read back.
    var isInHalves: Bool { columns >= 108 }

    private func isShort(_ stop: Stop) -> Bool {
        guard isInHalves, case .field(let index) = stop else { return false }
        return entries[index].isShort
    }

    var places: [Place] {
        var places: [Place] = []
        var row = 0
        for stop in stops {
            let rows: Int =
                switch stop {
                case .field(let index): entries[index].rows + notes(index).count
                case .attachments: 1 + attachments.count
                case .buttons: 2
                }
            var place = Place(stop: stop, row: row, rows: rows, columns: isShort(stop) ? columns / 2 : columns)
            if isShort(stop), let left = places.last, isShort(left.stop), left.column == 0 {
                (place.row, place.column) = (left.row, columns / 2)
                row = left.row
            }
            row += max(rows, place.column > 0 ? places[places.count - 1].rows : 0)
            places.append(place)
        }
        return places
    }

    // MARK: - Finding

    var selectedText: String? { index.flatMap { entries[$0].selectedText } }

    /// Selects the next place where the words stand, in the field the cursor is in, in those after it, then in those before.
    mutating func find(_ words: String) -> Bool {
        let words = Array(words)
        if let index, entries[index].find(words, goesRound: false) { return true }
        let stops = stops
        let at = stops.firstIndex(of: stop) ?? 0
        for step in 1...stops.count {
            let next = stops[(at + step) % stops.count]
            guard case .field(let index) = next else { continue }
            var entry = entries[index]
            entry.moveToStart()
            guard entry.find(words, goesRound: true) else { continue }
            entries[index] = entry
            stop = next
            return true
        }
        return false
    }

    /// Goes to the next field with something wrong in it.
    mutating func showNextError() {
        let stops = stops
        let at = stops.firstIndex(of: stop) ?? 0
        let next = (1...stops.count).map { stops[(at + $0) % stops.count] }.first { stop in
            guard case .field(let index) = stop else { return false }
            return errors.contains { $0.field == entries[index].field.name }
        }
        if let next { stop = next }
    }

    // MARK: - Typing

    /// - Returns: nil when nothing here has a use for the key.
    mutating func type(_ key: Key) -> TextEditOutcome? {
        switch stop {
        case .field(let index): return taken(entries[index].type(key))
        case .attachments:
            switch key {
            case .up where chosen > 0: chosen -= 1
            case .down where chosen + 1 < attachments.count: chosen += 1
            default: return nil
            }
            return .moved
        case .buttons: return buttons.handle(key) ? .moved : nil
        }
    }

    mutating func paste(_ text: String) -> TextEditOutcome? {
        guard let index else { return nil }
        return taken(entries[index].paste(text))
    }

    /// Puts the text of a file in at the cursor.
    mutating func insert(_ text: String, from file: String) -> TextEditOutcome? {
        guard let index else { return nil }
        return taken(entries[index].insert(text, from: file))
    }

    mutating func set(_ index: Int, _ text: String) {
        entries[index].set(text)
        _ = taken(.changed)
    }

    /// A field that was changed is no longer wrong until it is checked again.
    private mutating func taken(_ outcome: TextEditOutcome?) -> TextEditOutcome? {
        if outcome?.hasChangedText == true, let index {
            entries[index].fit(columns: columns)
            errors.removeAll { $0.field == entries[index].field.name }
        }
        return outcome
    }
}
