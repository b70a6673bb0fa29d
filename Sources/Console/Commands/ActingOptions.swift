// As whom a command acts: the server's operator, or a clerk with a password (design 7).
import ArgumentParser
import Glibc
import Model

/// `--as` and `--password-fd`.
struct ActingOptions: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("以这个帐号办理, 按它的角色; 密码从终端输入。不写时是服务器操作员", valueName: "帐号"))
    var clerk: String?

    @Option(help: ArgumentHelp("从这个描述符读密码的一行, 例如 --password-fd 3 3<密码文件", valueName: "描述符"))
    var passwordFd: Int32?

    func validate() throws {
        if passwordFd != nil, clerk == nil { throw ValidationError("--password-fd 要和 --as 一起用") }
        if let passwordFd, passwordFd < 0 { throw ValidationError("--password-fd 不能是 \(passwordFd)") }
    }

    /// Does a command's work as whoever was named; a clerk is signed in for it and out again, whatever happens.
    /// - Throws: what the work throws, and `Refusal` for a clerk who is not let in.
    func act<Value>(in office: Office, _ work: (ActingParty) throws -> Value) throws -> Value {
        let `operator` = ServerOperator.current
        guard let clerk else { return try work(.serverOperator(`operator`)) }
        let password = try passwordFd.map(PasswordDescriptor.line) ?? TypedPassword.line("帐号 \(clerk) 的密码")
        let session = try office.signIn(clerk, password: password, from: "服务器命令行 \(`operator`.unixUser)")
        defer { try? office.signOut(session) }
        return try work(.clerk(session))
    }
}

/// A password handed over on a descriptor, which neither the list of processes nor the environment shows.
enum PasswordDescriptor {
    private static let longest = 1024

    /// Reads up to the end of the first line.
    static func line(_ descriptor: Int32) throws(Refusal) -> String {
        var bytes: [UInt8] = []
        defer { explicit_bzero(&bytes, bytes.count) }
        var byte: UInt8 = 0
        while bytes.count < longest {
            let count = read(descriptor, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Refusal("描述符 \(descriptor) 读不出密码（系统错误 \(errno)）") }
            if count == 0 || byte == 0x0A { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(byte)
        }
        throw Refusal("描述符 \(descriptor) 上的密码超过 \(longest) 字节")
    }
}
