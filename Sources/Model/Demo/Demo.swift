// placeholder until demo merges
public enum Demo {
    public struct Account: Sendable { public let name: String; public let role: Role }
    public static let password = "Yangguang#2026"
    public static let accounts: [Account] = []
}
