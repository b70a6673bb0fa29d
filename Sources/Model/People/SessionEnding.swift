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
    /// An administrator did something to the account.
    case locked, ended, moved, rolesChanged, passwordReset

    /// As a list of sessions has it.
    var words: String {
        switch self {
        case .signedOut: "退出"
        case .lineLost: "连接断开"
        case .tooLong: "满时长"
        case .replaced: "重新登录"
        case .passwordChanged: "改密码后结束"
        case .endedElsewhere: "在别处结束"
        case .locked: "帐号被锁定"
        case .ended: "帐号停用"
        case .moved: "调动单位"
        case .rolesChanged: "角色有改动"
        case .passwordReset: "密码重新设定"
        }
    }

    /// What the journal says of it where it has a row of its own.
    func sentence(_ limits: SignInLimits) -> String {
        switch self {
        case .lineLost: "连接断开, 自动退出系统"
        case .tooLong: "登录满 \(limits.whole / 3600) 小时, 自动退出系统"
        case .replaced: "重新登录, 结束原来的登录"
        default: "退出系统"
        }
    }

    /// What the clerk is told at the next act.
    var notice: String {
        switch self {
        case .locked: "帐号已被锁定, 请找安全管理员"
        case .ended: "帐号已停用, 请找系统管理员"
        case .moved: "您的帐号已调到别的单位, 请重新登录"
        case .rolesChanged: "您的角色有改动, 请重新登录; 已输入的内容存为草稿"
        case .passwordReset: "您的密码已由别人重新设定, 请用一次性密码登录; 已输入的内容存为草稿"
        default: "您的登录已在别处结束, 请重新登录; 已输入的内容存为草稿"
        }
    }
}
