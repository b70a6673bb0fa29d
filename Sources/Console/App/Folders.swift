// The clerk's folders on the server.

/// Where files come in and go out.
struct Folders: Hashable {
    let home: String
    /// 收件夹: files put there by SFTP or from a memory stick.
    let inbox: String
    /// 发件夹: where copies are written.
    let outbox: String

    /// A path as clerks read it, with `~` for their own directory.
    func shown(_ path: String) -> String {
        path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path
    }
}
