// A labour's acts: each as the screens would do it, with what was read a moment before.
import ActOrders
import CountyFixture
import Model

struct Labouring {
    private let labour: Labour
    private let office: Office
    private let session: Session
    private var numbers: SeededNumbers

    init(_ labour: Labour, _ office: Office, _ session: Session) {
        self.labour = labour
        self.office = office
        self.session = session
        numbers = SeededNumbers(seed: labour.seed)
    }

    mutating func stroke(_ number: Int) throws(Refusal) -> Stroke {
        let kind = Stroke.Kind.allCases.randomElement(using: &numbers) ?? .announce
        let mark = "\(labour.name)的第\(number)件"
        guard kind != .announce, let matter = labour.matters.randomElement(using: &numbers) else {
            return try announce(mark)
        }
        return switch kind {
        case .register: try register(mark, of: matter)
        case .correct: try correct(mark, of: matter)
        default: try notify(of: matter)
        }
    }

    private func announce(_ mark: String) throws(Refusal) -> Stroke {
        let entries = HearingEntries.announcement(title: mark)
        let done = try office.perform(Publish(.announcement, in: .hearing, of: nil, entries: entries), in: session)
        return Stroke(.announce, matter: done.outcome.matter.rawValue, journal: done.journalNumber, mark: mark)
    }

    private func register(_ mark: String, of matter: Int64) throws(Refusal) -> Stroke {
        let entries = Entries(["channel": "letter", "received_day": office.clock.now().day.description, "body": mark])
        let done = try office.perform(RegisterComment(of: Identifier(matter), entries: entries), in: session)
        return Stroke(.register, matter: matter, journal: done.journalNumber, mark: mark)
    }

    private func correct(_ mark: String, of key: Int64) throws(Refusal) -> Stroke {
        let matter = try office.matter(Identifier(key), in: session)
        guard let document = matter.document(.announcement) else { throw Refusal("nothing was announced") }
        let request = RevisionRequest(
            .announcement, of: matter, base: document.versions,
            entries: HearingEntries.revision(of: document, ["subject": mark]))
        let done = try office.perform(Correct(request), in: session)
        return Stroke(.correct, matter: key, journal: done.journalNumber, mark: mark)
    }

    private func notify(of key: Int64) throws(Refusal) -> Stroke {
        let matter = try office.matter(Identifier(key), in: session)
        let done = try office.perform(
            Publish(.notice, in: .hearing, of: matter, entries: HearingEntries.notice()), in: session)
        return Stroke(.notify, matter: key, journal: done.journalNumber, mark: "")
    }
}
