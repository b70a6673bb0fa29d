// The terminal line while the console or a file has it: raw meanwhile, and afterwards exactly as it was.
import Glibc

/// The settings of a terminal, kept until they are put back.
struct TerminalLine {
    private let input: Int32
    private let output: Int32
    private let settings: termios?

    /// Takes note of the settings as they are.
    init(input: Int32, output: Int32) {
        self.input = input
        self.output = output
        var settings = termios()
        self.settings = tcgetattr(input, &settings) == 0 ? settings : nil
    }

    /// Every byte passes as it is, and nothing the other side sends is echoed.
    func makeRaw() {
        guard var raw = settings else { return }
        cfmakeraw(&raw)
        tcsetattr(input, TCSANOW, &raw)
    }

    /// Puts the settings back, without waiting for what is still to be sent.
    func giveBack() {
        guard var settings else { return }
        tcsetattr(input, TCSANOW, &settings)
    }

    /// Ends whatever the other side is still sending, swallows it, and puts the settings back.
    func restore(brokenOff: Bool) {
        if brokenOff { sendCancel() }
        swallow(quiet: brokenOff ? 300 : 100)
        tcflush(input, TCIFLUSH)
        giveBack()
    }

    /// ZMODEM's own sign for breaking off, and backspaces over it for a terminal that merely prints it.
    private func sendCancel() {
        tcflush(output, TCOFLUSH)
        let sign = [UInt8](repeating: 0x18, count: 8) + [UInt8](repeating: 0x08, count: 8)
        _ = write(output, sign, sign.count)
    }

    /// Reads until nothing has come for so many milliseconds: the rest of a file must not be taken for keys. A sender that
    /// never stops is given up after ten seconds.
    private func swallow(quiet: Int32) {
        let deadline = ContinuousClock.now + .seconds(10)
        var rest = [UInt8](repeating: 0, count: 65_536)
        var line = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        while ContinuousClock.now < deadline, poll(&line, 1, quiet) > 0, line.revents & Int16(POLLIN) != 0 {
            guard read(input, &rest, rest.count) > 0 else { return }
        }
    }
}
