// 发布临时通知: a short notice goes out.

/// Publishes a temporary notice of the clerk's unit.
public struct PublishTemporaryNotice: Act {
    public static let name = "publishTemporaryNotice"
    public static let title = "发布临时通知"
    public static let roles: Set<Role> = [.publisher]

    let system: System
    let entries: Entries
    let emergency: String?

    /// - Parameter emergency: the clerk's reason for publishing before it is reviewed; nil for doing it in order.
    public init(in system: System, entries: Entries, emergency: String? = nil) {
        self.system = system
        self.entries = entries
        self.emergency = emergency
    }

    public func perform(in office: Transaction) throws -> Performed<DocumentNumber> {
        let values = try office.values(of: TemporaryNotice.form, entries)
        let request = PublicationRequest(
            system, form: TemporaryNotice.draftForm(system), of: nil, TemporaryNotice.documentName,
            title: values.text("title") ?? "")
        let clearance = try office.clearance(request, TemporaryNotice.form, entries, emergency: emergency)
        let inserted = try office.insertTemporaryNotice(system, values, review: clearance.mode)
        try office.register(clearance, request, .temporaryNotice(inserted.id), in: nil)
        try office.discardDraft(TemporaryNotice.draftForm(system), matter: nil)
        return Performed(
            inserted.number,
            Self.entry(values, id: inserted.id, number: inserted.number).cleared(by: clearance))
    }

    /// What the journal says of it.
    static func entry(
        _ values: FormValues, id: Identifier<TemporaryNotice>, number: DocumentNumber
    ) -> Journal.Entry {
        Journal.Entry(
            subject: "temporaryNotice:\(id.rawValue)",
            sentence: "发布临时通知《\(values.text("title") ?? "")》, 编号 \(number)",
            after: TemporaryNotice.form.labelled(values))
    }
}
