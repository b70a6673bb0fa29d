// Choosing a file: from the inbox folder, or sent up from the clerk's own computer.
import Model

/// 选文件. What is not of the wanted kind is listed too, dimmed, with the reason below.
struct FileScreen: Screen {
    enum Action: Hashable, Sendable { case choose }

    static let name = "file"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .choose, label: "选定", help: "选光标所在的文件; 第一行是从本机上传。")
    ]
    var guidance: String { Self.guidance(for: purpose) }

    /// What is asked for.
    enum Purpose { case attachment, text, table, comments, calendar }

    /// Which file is wanted, and where it may come from.
    static func guidance(for purpose: Purpose) -> String {
        let wanted =
            switch purpose {
            case .attachment: "附件要是 Word 97-2003 的 .doc 文件, 每个不超过 5 MB。"
            case .text: "要一个 .txt 文本文件 (UTF-8 或 GB18030), 文字放在光标所在的地方。"
            case .table: "要一个 .csv 文件 (UTF-8 或 GBK), 表头与空表一样; Excel、WPS 表格可以另存为 CSV。"
            case .calendar: "要一个 .csv 文件 (UTF-8 或 GBK), 一行一天: 日期,off 或 working,名称,来源。"
            case .comments: "要一个 .csv 文件 (UTF-8 或 GBK) 或 .json 文件, 栏名与空表一样; Excel、WPS 表格可以另存为 CSV。"
            }
        return wanted + "可以从收件夹中选, 也可以从本机上传: 终端软件 (如 SecureCRT、Xshell、MobaXterm) 会弹出窗口让您选文件。"
    }

    private let purpose: Purpose
    private let wanted: WantedFile
    var title: String { "选\(wanted.purpose)" }
    private var entries: [FolderEntry] = []
    private var problem = ""
    private var window = ListWindow(count: 1)

    init(_ purpose: Purpose) {
        self.purpose = purpose
        wanted =
            switch purpose {
            case .attachment: .attachment
            case .text: .text
            case .table: .table
            case .comments: .comments
            case .calendar: .calendar
            }
    }

    var placement: Placement { .popup(Size(rows: 14, columns: 54)) }

    mutating func fit(_ size: Size) { window.fit(page: size.rows - 3) }

    mutating func read(_ desk: Desk) -> Effect {
        do {
            entries = try AttachmentFolder(desk.folders.inbox).entries(wanted)
            problem = entries.isEmpty ? "收件夹 \(desk.folders.shown(desk.folders.inbox)) 是空的" : ""
        } catch {
            entries = []
            problem = error.sentence
        }
        window.update(count: entries.count + 1)
        return .none
    }

    /// The folder is not the office's; what others write there does not touch it.
    mutating func notice(_ desk: Desk) -> String? { nil }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? { window.handle(Paging.key(key)) ? Effect.none : nil }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        window.cursor == 0
            ? desk.transfer == nil ? "这个终端不能上传文件; 请把文件放进收件夹 \(desk.folders.shown(desk.folders.inbox))" : nil
            : entries[window.cursor - 1].refusal
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        guard window.cursor > 0 else { return upload(desk) }
        let folder = AttachmentFolder(desk.folders.inbox)
        let name = entries[window.cursor - 1].name
        do {
            switch purpose {
            case .attachment: return .answer(.files([try folder.read(name)]))
            case .text, .table: return .answer(.textFile(try folder.text(name, wanted)))
            case .comments, .calendar: return .answer(.content(try folder.content(name, wanted)))
            }
        } catch {
            return .refuse(error.sentence)
        }
    }

    private func upload(_ desk: Desk) -> Effect {
        guard let transfer = desk.transfer else { return .none }
        let wanted = wanted
        switch purpose {
        case .attachment:
            return .outside {
                Self.effect(transfer.receive(wanted) { (folder, name) throws(Refusal) in try folder.read(name) }) {
                    .answer(.files($0))
                }
            }
        case .text, .table:
            return uploadOne(by: transfer, Answer.textFile) { (folder, name) throws(Refusal) in
                try folder.text(name, wanted)
            }
        case .comments, .calendar:
            return uploadOne(by: transfer, Answer.content) { (folder, name) throws(Refusal) in
                try folder.content(name, wanted)
            }
        }
    }

    /// Takes the one file that is wanted.
    private func uploadOne<File>(
        by transfer: any Transfer, _ answer: @escaping (File) -> Answer,
        reading: @escaping (AttachmentFolder, String) throws(Refusal) -> File
    ) -> Effect {
        .outside { [wanted] in
            Self.effect(transfer.receive(wanted, reading: reading)) { files in
                files.count == 1 ? .answer(answer(files[0])) : .refuse("收到 \(files.count) 个文件, 这里只要一个, 请重新上传")
            }
        }
    }

    /// What follows on an upload: its right files taken, the first wrong one told.
    private static func effect<File>(
        _ received: Result<(files: [File], refused: [String]), Refusal>, taking take: ([File]) -> Effect
    ) -> Effect {
        switch received {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success((let files, let refused)):
            let said = refused.first.map(Effect.refuse) ?? .none
            return files.isEmpty ? said : take(files).then(said)
        }
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        for (line, index) in window.visible.enumerated() {
            let entry = index == 0 ? nil : entries[index - 1]
            let isCurrent = index == window.cursor
            let style: Style = isCurrent ? .current : entry?.refusal == nil ? .plain : .dim
            canvas.fill(row: line, style: style)
            canvas.put(isCurrent ? ">" : " ", row: line, column: 0, style: style)
            canvas.put(
                entry?.name ?? "从本机上传 (ZMODEM)", row: line, column: 2, style: style, width: canvas.columns - 14)
            if let entry {
                canvas.putRight(
                    FileSize.text(entry.size), row: line, column: canvas.columns - 12, width: 11, style: style)
            }
            if isCurrent { canvas.placeCursor(row: line, column: 0) }
        }
        canvas.rule(row: canvas.rows - 3)
        let isRefused = window.cursor > 0 && entries[window.cursor - 1].refusal != nil
        let words =
            isRefused
            ? entries[window.cursor - 1].refusal ?? ""
            : problem.isEmpty ? "收件夹: \(desk.folders.shown(desk.folders.inbox))" : problem
        for (line, text) in StyledLine(words, isRefused ? .refusal : .dim).wrapped(to: canvas.columns - 2).prefix(2)
            .enumerated()
        {
            text.draw(on: canvas, row: canvas.rows - 2 + line, column: 1)
        }
    }
}
