// What the demo writes is what the forms and acts would have taken and written.
import CountyFixture
import Testing

@testable import Model

struct DemoContentTests {
    private static let agenda = DemoAgenda(
        size: DemoSize(matters: 400, comments: 0, units: 40), seed: 7, now: DemoCounty.now, calendar: .national)
    private var agenda: DemoAgenda { Self.agenda }

    private static let kinds: [DocumentKind] = [.announcement, .notice, .report]

    @Test("G1: every title has 31 to 50 characters, and the later documents' no more than 50")
    func titles() {
        for index in 0..<400 {
            let matter = agenda.matter(index)
            #expect((31...50).contains(matter.title.count), "\(matter.title)")
            #expect(matter.laterTitle("通知", number: 2).count <= 50)
        }
    }

    @Test("every document is taken by its form", arguments: kinds)
    func forms(kind: DocumentKind) throws {
        let form = try #require(Procedure.hearing.document(kind)?.form)
        var read = 0
        for index in 0..<400 {
            let matter = agenda.matter(index)
            guard let published = matter.course.published(kind) else { continue }
            let values = agenda.values(kind, of: matter)
            let result = form.read(
                Self.entries(values), Form.Context(now: published, calendar: .national))
            #expect(result.errors.isEmpty, "\(result.errors)")
            #expect(result.values == values)
            read += 1
        }
        #expect(read > 300)
    }

    @Test("every temporary notice is taken by its form")
    func temporaryNotices() {
        for index in 0..<agenda.temporaryNotices {
            let notice = agenda.temporaryNotice(index)
            let entries = Entries([
                "title": notice.title, "body": notice.body, "signed_unit": notice.unit.signature,
                "secrecy_checked": "1",
            ])
            let context = Form.Context(now: notice.publishedAt, calendar: .national)
            #expect(TemporaryNotice.form.read(entries, context).errors.isEmpty, "\(notice.title)")
        }
    }

    @Test("an announcement has 450 to 1,100 characters")
    func lengths() {
        for index in 0..<400 {
            let values = agenda.values(.announcement, of: agenda.matter(index))
            let text = ["subject", "selection", "registration", "contact"].compactMap(values.text).joined()
            #expect((450...1100).contains(text.count), "\(text.count)")
        }
    }

    @Test("41 matters of one unit differ")
    func variety() {
        let own = (0..<DemoSize.standard.matters).map(Self.standard.matter).filter { $0.unitIndex == 0 }
        #expect(own.count == 41)
        #expect(Set(own.map(\.title)).count >= 38)
    }

    private static var standard: DemoAgenda {
        DemoAgenda(size: .standard, seed: 1, now: DemoCounty.now, calendar: .national)
    }

    @Test("every attached file is a Word document that the office takes")
    func files() throws {
        for document in DemoDocument.allCases {
            #expect(WordDocument.inspect(name: document.name, bytes: document.bytes) == .accepted(warnings: []))
        }
    }

    /// The demo writes in bulk; this holds it to what the door would have written.
    @Test(
        "each directed matter stands as if its documents had been published by the acts",
        arguments: (0..<20).filter { standard.cast[$0] == nil })
    func asByActs(index: Int) throws {
        let agenda = DemoAgenda(size: DemoCounty.size, seed: 1, now: DemoCounty.now, calendar: .national)
        let planned = agenda.matter(index)
        let county = try County(now: "2026-01-05T09:00")
        let session = try county.signIn("fabu")
        var published: Matter?
        for kind in Self.kinds {
            if kind == .report, let matter = published, let sent = planned.course.materialsSent {
                county.now = sent
                published = try county.sendMaterials(of: matter, lateReason: planned.lateReason(.notice), in: session)
            }
            guard let moment = planned.course.published(kind) else { continue }
            county.now = moment
            published = try county.publish(
                kind, of: published, Self.entries(agenda.values(kind, of: planned)),
                lateReason: planned.lateReason(kind), in: session)
            try register(kind, of: try #require(published), county, session)
        }
        county.now = DemoCounty.now
        let byActs = try county.office.matter(try #require(published).id, in: session)
        let historyByActs = try county.office.history(of: byActs.id, in: session)

        let demo = try DemoCounty.copy()
        let office = try demo.office()
        let reader = try demo.signIn("fabu", to: office)
        let rows = try office.matters(.hearing, .first, limit: 100, in: reader).rows
        let row = try #require(rows.first { $0.title == planned.title && $0.event == byActs.event })
        let inDemo = try office.matter(row.id, in: reader)

        #expect(inDemo.event == byActs.event)
        #expect(inDemo.commentsUntil == byActs.commentsUntil)
        #expect(inDemo.deadlines == byActs.deadlines)
        #expect(inDemo.version == byActs.version)
        #expect(inDemo.documents.map(\.values) == byActs.documents.map(\.values))
        #expect(inDemo.documents.map(\.publishedAt) == byActs.documents.map(\.publishedAt))
        let history = try office.history(of: row.id, in: reader)
        #expect(Self.told(history) == Self.told(historyByActs))
    }

    /// Puts a document on the web when the demo would have.
    private func register(_ kind: DocumentKind, of matter: Matter, _ county: County, _ session: Session) throws {
        let document = try #require(matter.document(kind))
        let occasion = PostingOccasion(document, of: matter, try #require(Procedure.hearing.document(kind)))
        guard let planned = DemoPosting(occasion, by: session.clerk.fullName, now: DemoCounty.now) else { return }
        county.now = planned.at
        let entries = Entries([
            "address": planned.posting.address, "posted_day": planned.posting.postedAt.day.description,
            "posted_time": planned.posting.postedAt.timeOfDay.text, "posted_by": planned.posting.postedBy,
        ])
        _ = try county.office.perform(RegisterPosting(occasion.subject, entries: entries), in: session)
    }

    /// What a history says of the matter's own unit, numbers aside; 系统 notes a passed deadline whenever somebody comes, and what
    /// the supervisor asks is no act of the matter's.
    private static func told(_ history: [HistoryEntry]) -> [String] {
        history.filter { $0.clerk != "系统" && !$0.sentence.hasPrefix(SupervisionNote.title) }.map { entry in
            let sentence = entry.sentence.replacing(/编号 \d{4}-\d+/, with: "编号")
                .replacing(/\d{4}-\d+ 上网/, with: "上网")
            return "\(entry.at) \(entry.clerk) \(sentence) \(entry.reason ?? "")"
        }
    }

    private static func entries(_ values: FormValues) -> Entries { Entries(values.values.mapValues(\.typed)) }
}
