// 上网登记: where, when and by whom something was put on the county's web site.

/// Registers a posting (R1). Done again, the newer one counts and the older stays.
public struct RegisterPosting: Act {
    public static let name = "registerPosting"
    public static let title = "上网登记"
    public static let roles: Set<Role> = [.publisher]

    let subject: PostingSubject
    let entries: Entries

    public init(_ subject: PostingSubject, entries: Entries) {
        self.subject = subject
        self.entries = entries
    }

    public var subjectMatter: Identifier<Matter>? { subject.matter }

    public func perform(in office: Transaction) throws -> Performed<Posting> {
        let occasion = try office.occasion(of: subject)
        let values = try office.values(of: Self.form(publishedAt: occasion.publishedAt), entries)
        guard let posting = Self.posting(values) else { throw Refusal("上网登记没有填完整") }
        try office.insertPosting(posting, of: subject)
        try office.discardDraft(RegisterPostingTask.draftForm(occasion), matter: subject.matter)
        return Performed(posting, Self.entry(occasion, posting))
    }

    /// What the journal says of it.
    static func entry(_ occasion: PostingOccasion, _ posting: Posting) -> Journal.Entry {
        func labelled(_ posting: Posting) -> [String: String] {
            ["上网地址": posting.address, "上网时间": posting.postedAt.text, "上网人": posting.postedBy]
        }
        return Journal.Entry(
            matter: occasion.subject.matter, subject: occasion.subject.journalName,
            sentence: "登记\(occasion.documentName) \(occasion.number) 上网, \(posting.postedAt.text) \(posting.postedBy)",
            before: occasion.posting.map(labelled) ?? [:], after: labelled(posting))
    }

    // MARK: - Form

    /// - Parameter publishedAt: nothing is on the web before it is published.
    static func form(publishedAt: Moment) -> Form {
        Form(
            table: "posting",
            title: Field(
                "address", "上网地址", .line, limit: WebAddress.longest,
                help: "网站上这份文书的地址, 以 http:// 或 https:// 开头, 最多 \(WebAddress.longest) 字。从浏览器的地址栏复制后粘贴。"),
            [
                Field(
                    "posted_day", "上网日期", .day, beginning: .today,
                    help: "放到网站上的日期, 已填好今天; 不早于发布, 不晚于现在。可以写 20261208、12-8 或 2026年12月8日。"),
                Field("posted_time", "上网时刻", .time, help: "放到网站上的时刻, 写作 9:00 或 9点30分。"),
                Field("posted_by", "上网人", .line, limit: 20, help: "把它放到网站上的人, 已填好您的姓名, 可以修改。"),
            ],
            closing: [],
            rules: [
                { values, _ in
                    values.text("address").flatMap(WebAddress.refusal).map { FieldError("address", $0) }
                },
                { values, context in
                    guard let at = moment(values) else { return nil }
                    // Clerks write minutes.
                    let published = Moment.at(publishedAt.day, publishedAt.timeOfDay)
                    if at < published {
                        return FieldError("posted_time", "上网时间 \(at.text) 早于发布时间 \(publishedAt.text), 请核对日期和时刻")
                    }
                    return at > context.now
                        ? FieldError("posted_time", "上网时间 \(at.text) 还没有到, 现在是 \(context.now.text), 请核对日期和时刻") : nil
                },
            ])
    }

    private static func moment(_ values: FormValues) -> Moment? {
        guard let day = values.day("posted_day"), let time = values.time("posted_time") else { return nil }
        return Moment.at(day, time)
    }

    static func posting(_ values: FormValues) -> Posting? {
        guard let address = values.text("address"), let at = moment(values), let by = values.text("posted_by") else {
            return nil
        }
        return Posting(address: address, postedAt: at, postedBy: by)
    }
}

extension Transaction {
    /// What is registered, which must be the own unit's and not deleted.
    func occasion(of subject: PostingSubject) throws -> PostingOccasion {
        switch subject {
        case .temporaryNotice(let id): return PostingOccasion(try temporaryNotice(id))
        case .document(let id, let matter):
            let matter = try self.matter(matter)
            try mustBeOwn(matter)
            guard let document = matter.documents.first(where: { $0.id == id }),
                let description = Procedure.of(matter.system)?.document(document.kind)
            else { throw Refusal("这份文书已被删除, 不用登记; 请按 F5 重新读取", reason: .stale) }
            return PostingOccasion(document, of: matter, description)
        }
    }
}
