// What kind of terminal this is, and what stands in for a kind that is not known here.
import CNcurses
import Glibc

/// A terminal type that terminfo describes well enough to draw on.
struct TerminalType {
    /// What the environment calls it.
    let asked: String
    /// The description used.
    let name: String
    /// Whether it has line characters at all.
    let hasLines: Bool

    /// A console or an emulation of one: often without Chinese fonts, and without marks that join the character before them.
    var isBare: Bool { ["linux", "vt", "ansi"].contains { asked.hasPrefix($0) } }

    /// SCO calls its own console ansi.
    var sendsKeysLikeSCO: Bool { ["ansi", "sco"].contains { asked.hasPrefix($0) } }

    /// A sentence for the clerk where the type asked for is not known and another stands in.
    var note: String? {
        guard name != asked, Self.family(of: asked).isEmpty else { return nil }
        let said = asked.isEmpty ? "没有说明终端类型 TERM" : "本机不认识终端类型 \(TextWidth.fit(Printable.clean(asked), to: 32))"
        return "\(said), 已按 \(name) 显示; 画面如有错乱, 请在 SSH 客户端中把终端类型改为 xterm。"
    }

    /// Finds the type to be used for the one the environment names.
    static func find() throws(TerminalRefusal) -> TerminalType {
        let asked = getenv("TERM").map { String(cString: $0) } ?? ""
        // What calls itself ansi today waits at the right margin as all others do; its description says it does not.
        let own = asked == "ansi" ? [] : [asked]
        for name in own + family(of: asked) + ["xterm-256color", "xterm", "vt100"]
        where !name.isEmpty && isDescribed(name) {
            guard nc_capability("cup") != nil else { throw .cannotDraw(type: name) }
            return TerminalType(asked: asked, name: name, hasLines: nc_capability("acsc") != nil)
        }
        throw .cannotDraw(type: asked)
    }

    /// Terminals of one family obey the same sequences, though this server may not know each by its name.
    private static func family(of asked: String) -> [String] {
        switch asked {
        case let name where name.hasPrefix("tmux") || name.hasPrefix("screen"): ["screen-256color", "screen"]
        case let name where name.hasPrefix("vt"): ["vt220", "vt100"]
        case let name where name.hasPrefix("linux"): ["linux"]
        case let name where name.hasPrefix("ansi"): ["xterm-color"]
        case let name where name.hasPrefix("rxvt"): ["rxvt"]
        case let name where ["xterm", "putty", "konsole"].contains { name.hasPrefix($0) }: ["xterm-256color", "xterm"]
        default: []
        }
    }

    private static func isDescribed(_ name: String) -> Bool {
        var problem: Int32 = 0
        return setupterm(name, STDOUT_FILENO, &problem) == OK
    }
}
