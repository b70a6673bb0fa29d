// The terminal given to another program for a while, or for good.
import CNcurses
import Glibc

extension Terminal {
    /// How long what waits may hold up those who take the terminal after us.
    private static let longestFarewell = 500
    /// How long an answer is awaited where the next program would take it for typing. In milliseconds.
    private static let longestAnswer = 100

    private static let farewell = "服务器正在维护, 已自动退出; 请稍后重新登录, 写了一半的内容在草稿中。\r\n"

    func runOutside(_ work: () -> Void) {
        leaveScreen()
        output.drain(within: Self.longestFarewell)
        awaitAnswer()
        line.giveBack()
        work()
        line.makeRaw()
        keyboard.discard()
        pacing.reset()
        output.send(Self.modesOn)
        painter.repaintAll()
    }

    /// Lets no answer come to whoever has the terminal next.
    private func awaitAnswer() {
        let deadline = Keyboard.now + Self.longestAnswer
        while inquiry.isAwaiting || pacing.isAwaiting, Keyboard.now < deadline {
            var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            guard poll(&input, 1, Int32(deadline - Keyboard.now)) > 0, !keyboard.read().contains(.hangUp) else {
                return
            }
            for report in keyboard.takeReports() { _ = inquiry.take(report, settings) }
            if keyboard.takeReadiness() { pacing.answered() }
        }
    }

    private func leaveScreen() {
        output.isSparing = false
        output.send(Self.modesOff)
        painter.showCursor()
        endwin()
        output.send()
    }

    func close(isLost: Bool) {
        leaveScreen()
        if isToldToEnd { output.send(Self.farewell.unicodeScalars.flatMap { settings.encoding.bytes(of: $0) }) }
        if !isLost {
            output.drain(within: Self.longestFarewell)
            awaitAnswer()
        }
        line.giveBack()
        output.close()
        Glibc.close(signals)
    }
}
