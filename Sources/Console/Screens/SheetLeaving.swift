// A table on its way out of the store: written whole where nobody sees it, journaled, and only then handed over.
import Model

/// A table that may leave: what it is called, who hands over its rows, and what the journal is told of it.
struct LeavingSheet {
    /// The file's name without its ending.
    let name: String
    /// What its rows are counted by.
    let measure: String
    /// Hands the rows over.
    let write: (inout any ReportSink, WorkWatch) -> Result<Int, Refusal>
    /// Journals that so many rows leave in a form; the answer turns words into the sentence with the journal's number.
    let journal: (Int, SheetForm) -> Result<(String) -> String, Refusal>
}

enum SheetLeaving {
    enum Way: Equatable {
        case outbox(SheetForm)
        case terminal(SheetForm)
        /// The printer of that name.
        case printer(String)

        func words(_ desk: Desk) -> String {
            switch self {
            case .outbox(let form): "\(form.name) (\(form.ending)) 存到发件夹 \(desk.folders.shown(desk.folders.outbox))"
            case .terminal(let form): "\(form.name) (\(form.ending)) 传到本机 (ZMODEM)"
            case .printer(let name): "送打印机 \(Printable.clean(name))"
            }
        }

        var form: SheetForm {
            switch self {
            case .outbox(let form), .terminal(let form): form
            case .printer: .text
            }
        }
    }

    /// Where a table can go; a printer only where there is one.
    static func ways(_ desk: Desk) -> [Way] {
        SheetForm.allCases.map(Way.outbox) + SheetForm.allCases.map(Way.terminal)
            + (desk.findPrinter().map { [.printer($0.name)] } ?? [])
    }

    static func leave(_ sheet: LeavingSheet, _ way: Way, _ desk: Desk) -> Effect {
        switch way {
        case .outbox: return save(sheet, way, desk)
        case .terminal:
            if let refusal = FileLeaving.refusal(of: .terminal, desk) { return .refuse(refusal) }
            return pass(sheet, way, desk) {
                desk.transfer?.send(file: $0) ?? .failure(Refusal("这个终端不能传文件"))
            }
        case .printer(let printer):
            return pass(sheet, way, desk) { path in
                guard let found = desk.findPrinter(), found.name == printer else {
                    return .failure(Refusal("打印机 \(printer) 不在了, 没有打印"))
                }
                return found.print(path)
            }
        }
    }

    private static func save(_ sheet: LeavingSheet, _ way: Way, _ desk: Desk) -> Effect {
        do throws(Refusal) {
            var done = ""
            let name = sheet.name + way.form.ending
            let copy = try AttachmentFolder(desk.folders.outbox).make(name) { (path) throws(Refusal) in
                done = try write(sheet, way, to: path, desk)
            }
            return .say("已存到 \(desk.folders.shown(desk.folders.outbox))/\(copy), \(done)")
        } catch {
            return .refuse(error.sentence)
        }
    }

    /// Writes it where only the program looks, and hands it on while the terminal is free.
    private static func pass(
        _ sheet: LeavingSheet, _ way: Way, _ desk: Desk, to receiver: @escaping (String) -> Result<String, Refusal>
    ) -> Effect {
        do throws(Refusal) {
            let folder = try PrivateFolder(below: Folders.temporary)
            let path = folder.file(sheet.name + way.form.ending)
            let done: String
            do throws(Refusal) {
                done = try write(sheet, way, to: path, desk)
            } catch {
                folder.remove()
                throw error
            }
            return .outside {
                defer { folder.remove() }
                return switch receiver(path) {
                case .success(let sentence): .say("\(sentence), \(done)")
                case .failure(let refusal): .refuse(refusal.sentence)
                }
            }
        } catch {
            return .refuse(error.sentence)
        }
    }

    /// - Returns: how much was written and its row of the journal.
    private static func write(
        _ sheet: LeavingSheet, _ way: Way, to path: String, _ desk: Desk
    ) throws(Refusal) -> String {
        let watch = desk.watchWork()
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
        let rows = try way.form.write(to: path, in: folder) { (sink) throws(Refusal) in
            try sheet.write(&sink, watch).get()
        }
        return try sheet.journal(rows, way.form).get()("共 \(rows) \(sheet.measure)")
    }
}

extension LeavingSheet {
    /// A report.
    /// - Parameter unit: of whom it tells.
    init(_ report: Report, _ scope: ReportScope, of unit: String, _ desk: Desk) {
        // A name on disk has 255 bytes, of which a unit's may not take all.
        let whose = String(unit.prefix(40))
        let parts = [report.title, report.narrowing, whose, scope.systemName, scope.span.words].compactMap(\.self)
        self.init(
            name: parts.map(AttachmentName.part).joined(separator: "-"), measure: report.measure,
            write: { sink, watch in
                desk.read { (office, session) throws(Refusal) in
                    try office.write(report, scope, to: &sink, watch, in: session)
                }
            },
            journal: { rows, form in
                desk.read { (office, session) throws(Refusal) in
                    try office.perform(TakeReport(report, scope, rows: rows, as: form.name), in: session).sentence
                }
            })
    }

    /// Rows of 操作日志.
    init(_ filter: JournalFilter, _ desk: Desk) {
        self.init(
            name: "操作日志-\(desk.today)", measure: "条",
            write: { sink, watch in
                desk.read { (office, session) throws(Refusal) in
                    try office.writeJournal(filter, to: &sink, watch, in: session)
                }
            },
            journal: { rows, form in
                desk.read { (office, session) throws(Refusal) in
                    try office.perform(TakeJournal(filter, rows: rows, as: form.name), in: session).sentence
                }
            })
    }
}
