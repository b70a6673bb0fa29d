// 复制为新事项: what of an earlier document a new one begins with.

extension DocumentDescription {
    /// The entries of a document for a new matter of the same kind: its texts stay, what belongs to its own time does not.
    ///
    /// Days, the event and the reference number are left open, what begins with today or with a tick begins anew, and the
    /// document's year in the title becomes this year.
    func entries(copying document: Document, over beginning: Entries, today: Day) -> Entries {
        var entries = beginning
        for field in form.fields where isLasting(field) {
            entries[field.name] = document.values[field.name]?.typed ?? ""
        }
        entries["title"] = Self.title(entries["title"], from: document.publishedAt.day.year, to: today.year)
        return entries
    }

    /// Whether a field says the same of the next matter.
    private func isLasting(_ field: Field) -> Bool {
        switch field.kind {
        case .day, .tick: return false
        default: break
        }
        if field.name == "reference_number" { return false }
        // What stands beside the event's day says when the event is, too.
        let eventChoice = event.flatMap { form.field($0.field)?.applies?.field }
        return eventChoice == nil || field.applies?.field != eventChoice
    }

    /// Writes a year for another where it stands by itself, not in a longer number.
    static func title(_ title: String, from old: Int, to new: Int) -> String {
        guard old != new else { return title }
        let characters = Array(title)
        let year = Array(String(old))
        var written = ""
        var at = 0
        func isFigure(_ index: Int) -> Bool { characters.indices.contains(index) && characters[index].isWholeNumber }
        while at < characters.count {
            let end = at + year.count
            if end <= characters.count, Array(characters[at..<end]) == year, !isFigure(at - 1), !isFigure(end) {
                written += String(new)
                at = end
            } else {
                written.append(characters[at])
                at += 1
            }
        }
        return written
    }
}
