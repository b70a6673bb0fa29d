// 备份: how long ago the last was, and every one that was made.
import Model

/// Every backup of the store, the newest first. They are made by command, on the server.
struct BackupsScreen: ListScreen {
    enum Action: Hashable, Sendable { case open }

    static let name = "backups"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, .right, does: .open, label: "查看", help: "看光标所在的一次备份放在哪里、有多大、记到日志第几条。")
    ]
    static let about = """
        数据库的每一次备份, 最新的在前。备份由管理服务器的人用命令做: yangguang backup, 恢复用 yangguang restore。\
        超过设置的天数没有备份时, 系统管理的页面上会提醒。
        """
    static let heading = "备份"

    let title = Self.heading
    var list = PagedList<BackupMade>(counting: "次")
    private var standing: BackupStanding?

    /// Rows round the list: a heading, how it stands, the column heads, a rule and three lines for the backup.
    static let surroundings = 8
    private static let columns = Columns(
        .init("时间", .fixed(16)), .init("文件", .flexible), .init("大小", .fixed(10), side: .right))

    mutating func read(_ desk: Desk) -> Effect {
        switch desk.read({ (office, session) throws(Refusal) in try office.backupStanding(in: session) }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let standing): self.standing = standing
        }
        return list.read(reader(desk))
    }

    func page(
        _ place: PagePlace<BackupMade.Record>, _ limit: Int, _ office: Office, _ session: Session
    ) throws(Refusal) -> Page<BackupMade> {
        try office.backups(place, limit: limit, in: session)
    }

    func refusal(of action: Action, _ desk: Desk) -> String? { list.current == nil ? "还没有备份过, 没有可看的" : nil }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        guard let backup = list.current else { return .none }
        return .push(TextScreen("\(backup.madeAt.text) 的备份", Self.lines(backup)))
    }

    private static func lines(_ backup: BackupMade) -> [StyledLine] {
        [
            StyledLine("文件  \(backup.path)", indent: 6), StyledLine("大小  \(FileSize.text(Int(backup.bytes)))"),
            StyledLine("经手  \(backup.madeBy)", indent: 6),
            StyledLine("内容  到操作日志第 \(backup.journalNumber) 条", indent: 6),
            .empty, StyledLine("恢复时在服务器上运行, 先加 --dry-run 只核对:", .dim),
            StyledLine("  yangguang restore \(backup.path)", indent: 4),
        ]
    }

    // MARK: - Picture

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.putHeading(title, list.position)
        if let standing {
            canvas.put(standing.sentence, row: 1, column: 1, style: standing.isOverdue ? .soon : .dim)
        }
        let table = canvas.part(row: 0, column: 0, columns: canvas.columns - 1)
        Self.columns.drawHeadings(on: table, row: 2)
        for (index, backup) in list.rows.prefix(canvas.rows - Self.surroundings).enumerated() {
            let name = backup.path.split(separator: "/").last.map(String.init) ?? backup.path
            Self.columns.draw(
                [backup.madeAt.text, name, FileSize.text(Int(backup.bytes))].map { .init($0) },
                row: 3 + index, on: table, current: index == list.cursor ? Columns.Current(cell: 1) : nil)
        }
        if list.rows.isEmpty { canvas.put("这里还没有备份。", row: 4, column: 1) }
        let row = canvas.rows - 4
        canvas.rule(row: row)
        if let backup = list.current {
            canvas.put(backup.path, row: row + 1, column: 1, width: canvas.columns - 2)
            canvas.put(backup.madeBy, row: row + 2, column: 1)
            canvas.put("到操作日志第 \(backup.journalNumber) 条", row: row + 3, column: 1)
        }
        canvas.placeCursor(row: 3 + list.cursor, column: 0)
    }
}
