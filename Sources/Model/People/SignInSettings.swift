// The settings of sign-in (GB/T 22239): what a password must be, when failures lock, how long a session lasts.

extension Settings {
    /// Characters of a password at least.
    public static let passwordLength = Item(
        name: "passwordLength", meaning: "密码最少几个字符, 8 到 32 (个)", standard: "10")

    /// Of capitals, small letters, figures and other characters.
    public static let passwordKinds = Item(
        name: "passwordKinds", meaning: "大写字母、小写字母、数字、其他符号, 密码中至少要有几类, 2 到 4 (类)", standard: "3")

    /// After so many days a password is changed at sign-in.
    public static let passwordDays = Item(
        name: "passwordDays", meaning: "密码用满几天, 登录时要修改, 30 到 365 (天)", standard: "90")

    /// How many of the last passwords are refused.
    public static let passwordMemory = Item(
        name: "passwordMemory", meaning: "新密码不能与最近几次用过的相同, 1 到 24 (次)", standard: "5")

    /// Failures in a row after which a name is locked for a while.
    public static let signInFailures = Item(
        name: "signInFailures", meaning: "连续登录失败几次, 帐号锁定一段时间, 3 到 10 (次)", standard: "5")

    public static let lockMinutes = Item(
        name: "lockMinutes", meaning: "连续登录失败后锁定多久, 5 到 1440 (分钟)", standard: "30")

    /// Without a key for so long, the screen is locked; what is being written stays.
    public static let idleMinutes = Item(
        name: "idleMinutes", meaning: "多久没有按键就锁定屏幕, 1 到 60 (分钟)", standard: "15")

    /// However busy the clerk is, the password is asked for again after so long.
    public static let sessionHours = Item(
        name: "sessionHours", meaning: "登录满多久要重新登录, 1 到 24 (小时)", standard: "12")
}
