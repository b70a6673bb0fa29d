// The server's printer, by lp of CUPS: started without a shell, offered only where there is one.
import Glibc
import Model

/// A printer that `lpstat` names.
struct LinePrinter: Printer {
    let name: String

    private static let print = "/usr/bin/lp"
    private static let list = "/usr/bin/lpstat"

    /// The printer that the server prints on if nothing is said, else the first there is.
    static func find() -> (any Printer)? {
        guard access(print, X_OK) == 0, access(list, X_OK) == 0 else { return nil }
        let usual = answer(list, ["-d"]).flatMap {
            $0.split(separator: ":").count == 2 ? $0.split(separator: ":")[1] : nil
        }
        let first = answer(list, ["-e"])?.split(separator: "\n").first
        guard let found = usual ?? first else { return nil }
        let name = String(found).trimmed
        // What could be taken for an option, or is no name, is no printer.
        guard !name.isEmpty, !name.hasPrefix("-"), name.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
        return LinePrinter(name: name)
    }

    func print(_ path: String) -> Result<String, Refusal> {
        switch Self.run(Self.print, ["-d", name, "--", path], output: nil) {
        case .finished(0): .success("已送打印机 \(name)")
        case .notStarted(let code): .failure(Refusal("打印程序无法启动（系统错误 \(code)）, 没有打印; 请告诉系统管理员"))
        default: .failure(Refusal("打印机 \(name) 没有接收, 没有打印; 请把打印文本存到发件夹, 并告诉系统管理员"))
        }
    }

    private static func run(_ program: String, _ arguments: [String], output: Int32?) -> TransferProcess.Ending {
        let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
        defer { close(nothing) }
        return TransferProcess(program: program, arguments: arguments, folder: "/").run(
            input: nothing, output: output ?? nothing, watch: { nil })
    }

    /// The first bytes that a program writes; nil where it fails.
    private static func answer(_ program: String, _ arguments: [String]) -> String? {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        defer { close(ends[0]) }
        let ending = run(program, arguments, output: ends[1])
        close(ends[1])
        guard ending == .finished(0) else { return nil }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(ends[0], &bytes, bytes.count)
        return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : nil
    }
}
