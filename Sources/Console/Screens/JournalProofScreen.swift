// 核对日志: the heads told outside of the store, and every row computed again.
import Model

/// Proves the journal: shows what was told of it outside, tells it now, and computes every row.
struct JournalProofScreen: Screen {
    enum Action: Hashable, Sendable { case verify, tell }

    static let name = "journal-proof"
    static let bindings: [Binding<Action>] = [
        Binding(.enter, does: .verify, label: "核对", help: "重新计算每一条日志, 与写出过的校验值对照; 时间长时显示进度, 按 Esc 取消。"),
        Binding(
            .function(2), .control("p"), does: .tell, label: "写出", help: "把现在的校验值写到数据库旁边的文件和服务器的系统日志。"),
    ]
    static let about = """
        每天第一次办理时, 最后一条日志的校验值自动写到数据库旁边的文件和服务器的系统日志。日志的末尾被截去, 或者整本被重写, \
        与写出过的校验值就对不上。按 Enter 核对, 按 F2 另外写出一次; 抄下最后一行存到别处, 证明力更强。
        """

    let title = "核对日志"
    private var heads: [JournalHead] = []
    /// The name of the file of heads.
    private var file = ""
    private var verdict: JournalVerdict?

    mutating func read(_ desk: Desk) -> Effect {
        file = desk.office.headsPath.split(separator: "/").last.map(String.init) ?? ""
        switch desk.read({ (office, session) throws(Refusal) in try office.toldHeads(in: session) }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let found):
            heads = found
            return .none
        }
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .verify:
            let watch = desk.watchWork()
            switch desk.read({ (office, session) throws(Refusal) in try office.verifyJournal(watch, in: session) }) {
            case .failure(let refusal): return .refuse(refusal.sentence)
            case .success(let done):
                verdict = done.outcome
                return .say(done.sentence(done.outcome.faults.isEmpty ? "核对完毕, 日志完好" : "核对完毕, 日志不完好"))
            }
        case .tell:
            switch desk.read({ (office, session) throws(Refusal) in try office.tellHead(in: session) }) {
            case .failure(let refusal): return .refuse(refusal.sentence)
            case .success(let done):
                let effect = read(desk)
                if case .refuse = effect { return effect }
                return .say(done.sentence(done.outcome == nil ? "别人正在写出校验值" : "已写出校验值"))
            }
        }
    }

    // MARK: - Picture

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.put(title, row: 0, column: 1, style: .label)
        var row = 2
        for line in lines {
            for part in line.wrapped(to: canvas.columns - 2) where row < canvas.rows {
                part.draw(on: canvas, row: row, column: 1)
                row += 1
            }
        }
        canvas.placeCursor(row: canvas.rows - 1, column: 0)
    }

    private var lines: [StyledLine] {
        var lines: [StyledLine] = []
        switch verdict {
        case nil: lines.append(StyledLine("还没有核对。按 Enter 重新计算每一条日志。"))
        case let verdict? where verdict.faults.isEmpty:
            lines.append(StyledLine("完好: ", .label).then(verdict.sentence + "。"))
        case let verdict?:
            lines.append(StyledLine("不完好: 请保护好现场, 告诉安全管理员和管理服务器的人。", .refusal))
            lines += verdict.faults.map { StyledLine("  \($0)", .refusal, indent: 2) }
        }
        lines += [.empty, StyledLine("校验值写在: ", .label, indent: 2).then("数据库旁边的文件 \(file), 以及服务器的系统日志"), .empty]
        lines.append(StyledLine("写出过 \(heads.count) 次, 新的在前", .label))
        lines += heads.prefix(8).map { StyledLine("  \($0.at.text)  第 \($0.number) 条  \($0.hash.prefix(16))..") }
        return lines
    }
}
