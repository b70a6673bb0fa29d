// What kind of terminal this is, and what stands in for a kind that is not known here.
import CNcurses
import Glibc

/// A terminal type that terminfo describes well enough to draw on.
struct TerminalType {
    let name: String
    /// A sentence for the clerk when the type asked for is not the one used.
    let note: String?

    /// Finds the type to be used for the one the environment names.
    static func find() throws(TerminalRefusal) -> TerminalType {
        let asked = getenv("TERM").map { String(cString: $0) } ?? ""
        for name in [asked] + substitutes(for: asked) where !name.isEmpty && isDescribed(name) {
            guard nc_capability("cup") != nil else { throw .cannotDraw(type: name) }
            return TerminalType(name: name, note: name == asked ? nil : sentence(asked: asked, used: name))
        }
        throw .cannotDraw(type: asked)
    }

    /// Terminals of one family obey the same sequences; nearly every terminal program of today obeys xterm's.
    private static func substitutes(for asked: String) -> [String] {
        let family: [String] =
            switch asked {
            case let name where name.hasPrefix("tmux") || name.hasPrefix("screen"): ["screen-256color", "screen"]
            case let name where name.hasPrefix("vt"): ["vt220", "vt100"]
            case let name where name.hasPrefix("linux"): ["linux"]
            default: []
            }
        return family + ["xterm-256color", "xterm", "vt100"]
    }

    private static func isDescribed(_ name: String) -> Bool {
        var problem: Int32 = 0
        return setupterm(name, STDOUT_FILENO, &problem) == OK
    }

    private static func sentence(asked: String, used: String) -> String {
        let said = asked.isEmpty ? "没有说明终端类型 TERM" : "本机不认识终端类型 \(TextWidth.fit(Printable.clean(asked), to: 32))"
        return "\(said), 已按 \(used) 显示; 画面如有错乱, 请在 SSH 客户端中把终端类型改为 xterm。"
    }
}
