// The rows of the table of settings that tell what a password must be, when failures lock, and how long a session lasts (GB/T 22239).

extension Setting {
    /// The settings of sign-in, in the order of the page.
    static let ofSignIn = [
        passwordLength, passwordKinds, passwordDays, passwordMemory, signInFailures, lockMinutes, idleMinutes,
        sessionHours,
    ]

    public static let passwordLength = Setting(
        "passwordLength", "密码的长度", .count(8...32, of: "个字符"), standard: "10", by: .securityAdministrator,
        meaning: "新密码至少要有的字符; 已经在用的密码不受影响, 下次修改时按新的要求。")

    public static let passwordKinds = Setting(
        "passwordKinds", "密码的字符种类", .count(2...4, of: "类"), standard: "3", by: .securityAdministrator,
        meaning: "新密码至少要有大写字母、小写字母、数字、其他符号中的几类。")

    public static let passwordDays = Setting(
        "passwordDays", "密码的有效期", .count(30...365, of: "天"), standard: "90", by: .securityAdministrator,
        meaning: "密码用满这些天, 下次登录时要先修改, 才能办理。")

    public static let passwordMemory = Setting(
        "passwordMemory", "不能再用的旧密码", .count(1...24, of: "次"), standard: "5", by: .securityAdministrator,
        meaning: "新密码不能与最近这几次用过的相同。")

    public static let signInFailures = Setting(
        "signInFailures", "锁定前的登录失败次数", .count(3...10, of: "次"), standard: "5", by: .securityAdministrator,
        meaning: "连续登录失败这么多次, 帐号锁定一段时间; 最后一位安全管理员只要等待, 不会锁定。")

    public static let lockMinutes = Setting(
        "lockMinutes", "登录失败后的锁定时间", .count(5...1440, of: "分钟"), standard: "30", by: .securityAdministrator,
        meaning: "连续登录失败的帐号锁定多久, 到时自动解锁。")

    public static let idleMinutes = Setting(
        "idleMinutes", "锁定屏幕的时间", .count(1...60, of: "分钟"), standard: "15", by: .securityAdministrator,
        meaning: "这么久没有按键, 屏幕锁定, 输入密码回到原来的画面; 正在写的内容存为草稿。对以后的登录有效。")

    public static let sessionHours = Setting(
        "sessionHours", "一次登录的时长", .count(1...24, of: "小时"), standard: "12", by: .securityAdministrator,
        meaning: "登录满这么久要重新输入密码, 正在写的内容存为草稿。对以后的登录有效。")
}
