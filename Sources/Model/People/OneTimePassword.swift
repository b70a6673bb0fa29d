// One-time passwords: made by the program, told once, changed at the first sign-in.

/// Makes passwords that somebody reads out or writes down for somebody else.
public enum OneTimePassword {
    /// Without what looks alike: 0 O, 1 l I.
    private static let characters = Array("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789")

    /// A new one that the policy allows, in three groups of four, from the system's own random source: about 70 bits.
    public static func make(for clerkName: String) -> String {
        var password = ""
        repeat {
            password = (0..<3).map { _ in String((0..<4).compactMap { _ in characters.randomElement() }) }
                .joined(separator: "-")
        } while PasswordPolicy.standard.refusal(password, clerkName: clerkName) != nil
        return password
    }
}
