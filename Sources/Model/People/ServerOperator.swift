// 服务器操作员: whoever runs a command on the server, without being a clerk.
import Glibc

/// The person at the server's command line. The journal names the Unix user.
public struct ServerOperator: Sendable {
    public let unixUser: String

    public init(unixUser: String) { self.unixUser = unixUser }

    /// The user whose rights this process has.
    public static var current: ServerOperator {
        let user = geteuid()
        guard let entry = getpwuid(user) else { return ServerOperator(unixUser: "uid \(user)") }
        return ServerOperator(unixUser: String(cString: entry.pointee.pw_name))
    }

    /// As the journal writes it.
    public var name: String { "\(Self.title) \(unixUser)" }

    static let title = "服务器操作员"
}
