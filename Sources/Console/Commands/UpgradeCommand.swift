// yangguang upgrade: brings the store up to this program, also while people are at work.
import ArgumentParser
import Model

struct UpgradeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "upgrade", abstract: "升级数据库的结构",
        discussion: """
            换了新程序以后, 第一个打开数据库的人会自动升级, 所以一般不用运行这个命令。
            还有人用旧程序开着数据库时不能升级; 加 --end-sessions, 就请他们的程序存下草稿、退出, 再升级。
            升级前自动留一份原样的数据库, 放在旁边, 文件名写上旧的版次和时间。

            例:
              yangguang upgrade --end-sessions
            """)

    @OptionGroup var store: StoreOptions

    @Flag(help: "请正在使用的人存下草稿、退出")
    var endSessions = false

    func run() throws {
        let office = try Office(opening: store.path, endingSessions: endSessions)
        print("数据库是本程序的结构: \(office.path)")
    }
}
