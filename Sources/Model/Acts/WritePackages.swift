// 写出公开文件包: the public packages are written into a folder.

/// Notes what was written; `Office.feed` is the way there.
public struct WritePackages: Act {
    public static let name = "feed"
    public static let title = "写出公开文件包"
    public static let roles: Set<Role> = [.systemAdministrator]

    let sentence: String

    public func perform(in office: Transaction) throws -> Performed<Void> {
        Performed((), Journal.Entry(sentence: sentence))
    }
}
