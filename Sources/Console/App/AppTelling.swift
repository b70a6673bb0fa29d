// What the desk tells the clerk: the status line, and what is too long for it.
import Model

extension App {
    /// A sentence for the status line from outside, such as a note on the terminal.
    func tell(_ text: String) { message = (text, false) }

    /// The screen while another process writes.
    func waitingForOthers() -> Grid {
        message = ("正在等待别人写完..", false)
        return paint()
    }

    /// The screen during a long piece of work.
    func working(_ progress: WorkProgress) -> Grid {
        let share = progress.total > 0 ? " \(min(100, progress.done * 100 / progress.total))%" : ""
        message = ("正在\(progress.stage)\(share).. 按 Esc 取消", false)
        return paint()
    }

    func say(_ text: String) { tell(text, isRefusal: false) }
    func refuse(_ text: String) { tell(text, isRefusal: true) }

    /// A sentence too long for the status line is shown whole, over the desk.
    private func tell(_ text: String, isRefusal: Bool) {
        guard !fitsStatus(text), screens.count > 0 else {
            message = (text, isRefusal)
            return
        }
        message = nil
        let lines = [StyledLine(text, isRefusal ? .refusal : .plain)]
        let rows = lines[0].wrapped(to: 52).count
        open(TextScreen(isRefusal ? "没有办成" : "请看", lines, in: .popup(Size(rows: rows, columns: 54))))
    }

    /// What is to be seen whatever the status line says.
    func show(_ news: String) {
        let line = StyledLine(news, .refusal)
        open(TextScreen("请看", [line], in: .popup(Size(rows: line.wrapped(to: 52).count, columns: 54))))
    }

    func fitsStatus(_ text: String) -> Bool {
        TextWidth.of(Printable.clean(text)) <= Frame(size: size, isMenuFolded: true).status.columns - 2
    }
}
