// 渠道: how a comment came.

/// A way by which comments come. The set is open: it is a lookup table of the store.
public struct Channel: Hashable, Sendable {
    public let code: String
    /// As clerks read it, such as 来信.
    public let name: String

    public init(code: String, name: String) {
        self.code = code
        self.name = name
    }

    /// What comes by the web site enters itself; everything else is registered by a clerk.
    public var isRegistered: Bool { code != "web" }
}
