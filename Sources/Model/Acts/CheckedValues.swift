// What acts read from the forms that end in them.

extension Transaction {
    /// The checked values of a form.
    /// - Throws: `Refusal` with all that is wrong. Its sentence goes into the journal, and somebody may have typed a telephone
    ///   number where a date belongs: what looks personal is covered in it.
    func values(of form: Form, _ entries: Entries) throws -> FormValues {
        let context = try context()
        let (values, errors) = form.read(entries, Form.Context(now: context.now, calendar: context.calendar))
        if let first = errors.first { throw Refusal(PersonalData.text(first.sentence), fields: errors) }
        return values
    }
}

extension System {
    /// A kind of document with its procedure.
    /// - Throws: `Refusal` where the system has no such document.
    func described(_ kind: DocumentKind) throws(Refusal) -> (procedure: Procedure, document: DocumentDescription) {
        guard let procedure = Procedure.of(self), let document = procedure.document(kind) else {
            throw Refusal("\(title)没有这种文书; 请回到事项列表重新打开")
        }
        return (procedure, document)
    }
}
