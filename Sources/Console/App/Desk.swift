// What screens may use: the office, the session, the clerk's folders and the time.
import Model

/// The clerk's desk as screens see it.
final class Desk {
    let office: Office
    /// The signed-in session; screens other than sign-in are only open while there is one.
    private(set) var session: Session?
    /// Whether the office no longer knows the session: it was ended elsewhere, or the account was locked.
    private(set) var isSessionOver = false
    let folders: Folders
    /// Where the clerk sits, as far as it is known.
    let address: String
    /// Receives and sends files over the terminal; nil where there is no terminal.
    let transfer: (any Transfer)?
    /// The terminal the desk is shown on; nil where there is none.
    let terminal: (any TerminalControl)?
    /// What was cut or copied last, for any field of this session.
    var copied = ""
    /// Begins to watch over a long piece of work: shows how far it is and lets Esc stop it.
    var watchWork: () -> WorkWatch = { .nobody }
    /// Makes a one-time password for a clerk.
    var oneTimePassword: (String) -> String = { OneTimePassword.make(for: $0) }
    /// Looks for a printer of the server.
    var findPrinter: () -> (any Printer)? = { nil }

    init(
        office: Office, folders: Folders, address: String, transfer: (any Transfer)? = nil,
        terminal: (any TerminalControl)? = nil
    ) {
        self.office = office
        self.folders = folders
        self.address = address
        self.transfer = transfer
        self.terminal = terminal
    }

    var now: Moment { office.clock.now() }
    var today: Day { now.day }
    var isDemo: Bool { office.kind == .demo }
    var clerk: Clerk? { session?.clerk }

    func begin(_ session: Session) {
        self.session = session
        isSessionOver = false
    }
    func endSession() {
        session = nil
        copied = ""
    }

    /// Reads from the office for the session; a refusal becomes the effect that shows it.
    func read<Value>(_ body: (Office, Session) throws(Refusal) -> Value) -> Result<Value, Refusal> {
        guard let session else { return .failure(Refusal("请先登录", reason: .session)) }
        do {
            return .success(try body(office, session))
        } catch {
            if error.reason == .session { isSessionOver = true }
            return .failure(error)
        }
    }

    /// Does an act for the session.
    /// - Returns: what is said of it once it is done, with its row of the journal.
    func perform<A: Act>(_ act: A, _ words: String) -> Result<Effect, Refusal> {
        read { (office, session) throws(Refusal) in try office.perform(act, in: session) }
            .map { .say($0.sentence(words)) }
    }

    /// The work calendar of the clerk's site; nil where it cannot be read.
    var calendar: WorkCalendar? {
        try? read { (office, session) throws(Refusal) in try office.context(in: session).calendar }.get()
    }
}

/// Moves files between the clerk's own computer and the server through the terminal.
protocol Transfer {
    /// Takes in files that the clerk's terminal sends.
    /// - Parameter reading: reads one that arrived and checks it.
    /// - Returns: the files that were found right, and a sentence for each that was not.
    func receive<File>(
        _ wanted: WantedFile, reading: (AttachmentFolder, String) throws(Refusal) -> File
    ) -> Result<(files: [File], refused: [String]), Refusal>
    /// Sends a file down to the clerk's computer.
    /// - Returns: what was done, for the status line.
    func send(name: String, bytes: [UInt8]) -> Result<String, Refusal>
    /// Sends a file that lies on the server.
    func send(file path: String) -> Result<String, Refusal>
}

/// A printer that the server knows.
protocol Printer {
    var name: String { get }
    /// Hands it a file of plain text.
    /// - Returns: what was done, for the status line.
    func print(_ path: String) -> Result<String, Refusal>
}
