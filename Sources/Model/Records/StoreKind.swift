// Which kind of store a file is: the office's own, or a demonstration.

/// The two kinds of store, told apart by SQLite's `application_id`, so that one is never taken for the other.
public enum StoreKind: Int32, Sendable {
    case office = 0x5947_5A57
    /// Invented data; here the clock may be fixed and the passwords are on the sign-in screen.
    case demo = 0x5947_4445

    /// As sentences name it.
    var title: String {
        switch self {
        case .office: "正式"
        case .demo: "演示"
        }
    }
}
