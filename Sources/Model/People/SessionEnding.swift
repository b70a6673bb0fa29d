// How a session came to its end.

/// Why a session is over, as the store keeps it.
public enum SessionEnding: String, Sendable {
    case signedOut
    /// The connection broke, or the program was told to end: nobody is there who could wait.
    case lineLost
    /// It had lasted as long as a session may.
    case tooLong
    /// The same clerk signed in again where it could not go on.
    case replaced
    case passwordChanged
    /// Its clerk ended it from another session.
    case endedElsewhere

    /// As a list of sessions has it.
    var words: String {
        switch self {
        case .signedOut: "退出"
        case .lineLost: "连接断开"
        case .tooLong: "满时长"
        case .replaced: "重新登录"
        case .passwordChanged: "改密码后结束"
        case .endedElsewhere: "在别处结束"
        }
    }

    /// What the journal says of it where it has a row of its own.
    func sentence(_ limits: SignInLimits) -> String {
        switch self {
        case .signedOut, .passwordChanged, .endedElsewhere: "退出系统"
        case .lineLost: "连接断开, 自动退出系统"
        case .tooLong: "登录满 \(limits.whole / 3600) 小时, 自动退出系统"
        case .replaced: "重新登录, 结束原来的登录"
        }
    }
}
