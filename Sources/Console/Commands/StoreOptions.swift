// Which store a command works on, and at which time: shared by all commands.
import ArgumentParser
import Glibc
import Model

/// `--database` and `--now`.
struct StoreOptions: ParsableArguments {
    @Option(
        name: .customLong("database"),
        help: ArgumentHelp(
            "数据库文件。不写时用环境变量 YANGGUANG_DATABASE 指定的, 再没有就用用户数据目录中的 yangguang.db", valueName: "文件"))
    var given: String?

    @Option(help: ArgumentHelp("固定的时间, 如 2026-11-20T09:00; 只能用于演示数据库", valueName: "时间"))
    var now: String?

    /// The store's path: as given, else from the environment, else in the user's data directory.
    var path: String { given ?? Self.standardPath }

    /// The store's path where none is given.
    static var standardPath: String {
        environment("YANGGUANG_DATABASE") ?? dataDirectory + "/yangguang.db"
    }

    /// Whether a store was named, so that a missing one is an error.
    var isNamed: Bool { given != nil || environment("YANGGUANG_DATABASE") != nil }

    /// The clock that `--now` sets, or the server's.
    /// - Throws: `ValidationError` for a time that is none.
    func clock() throws -> Clock {
        guard let now else { return .system }
        guard let moment = Moment(now) else {
            throw ValidationError("--now 看不懂 \(now), 请写成 2026-11-20T09:00")
        }
        return .fixed(moment)
    }

    /// Opens the store.
    /// - Throws: `Refusal` for a store that cannot be opened, or a fixed time on a store that is no demonstration.
    func open() throws -> Office {
        let office = try Self.open(path, clock: try clock())
        guard now == nil || office.kind == .demo else {
            throw Refusal("--now 只能用于演示数据库, \(path) 是正式数据库")
        }
        return office
    }

    /// Opens a store that tells the server's log what is to stand there, unless it is a demonstration.
    static func open(_ path: String, clock: Clock = .system) throws(Refusal) -> Office {
        let office = try Office(opening: path, clock: clock)
        if office.kind == .office { office.systemLog = SystemLog.write }
        return office
    }

    /// The calendar of a site where there is a store, else the one that comes with the program.
    /// - Parameter site: the site's name; nil for the store's own government.
    func calendar(of site: String? = nil) throws -> WorkCalendar {
        if site == nil, !isNamed, access(path, F_OK) != 0 { return .national }
        return try open().calendar(of: site)
    }

    /// The directory of the user's store, after the XDG base directory convention; a relative path in the variable does not count.
    private static var dataDirectory: String {
        if let data = environment("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/yangguang" }
        return (environment("HOME") ?? "") + "/.local/share/yangguang"
    }

    /// Makes the user's data directory where the store would be made in it.
    func makeDirectory() throws(Refusal) {
        guard !isNamed else { return }
        var directory = ""
        for part in Self.dataDirectory.split(separator: "/") {
            directory += "/\(part)"
            if mkdir(directory, 0o700) != 0 && errno != EEXIST {
                throw Refusal("不能新建目录 \(directory); 请用 --database 指定别的文件", reason: .store)
            }
        }
    }
}

/// A variable of the environment that is set and not empty.
private func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
}
